/** Knows GPUs: their catalogue, MIG geometry, placement, transitions and model sizing. */
@NullMarked
package io.telcofactory.gpu;

import org.jspecify.annotations.NullMarked;
