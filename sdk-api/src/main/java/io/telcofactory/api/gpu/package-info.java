/** What a role may ask of GPUs. */
@NullMarked
package io.telcofactory.api.gpu;

import org.jspecify.annotations.NullMarked;
