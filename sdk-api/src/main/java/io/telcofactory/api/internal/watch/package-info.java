/** How what was made is right now, and waiting until it is well. */
@NullMarked
package io.telcofactory.api.internal.watch;

import org.jspecify.annotations.NullMarked;
