/** Placement of GPU slices: speed, and what gets placed, beside the published rules of others. */
@NullMarked
package io.telcofactory.benchmarks.gpu;

import org.jspecify.annotations.NullMarked;
