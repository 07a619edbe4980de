/** Processors, memory and how strictly a role holds them. */
@NullMarked
package io.telcofactory.api.compute;

import org.jspecify.annotations.NullMarked;
