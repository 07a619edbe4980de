/** Where the slices of one GPU may be: placements, layouts, and all of them at once. */
@NullMarked
package io.telcofactory.gpu.geometry;

import org.jspecify.annotations.NullMarked;
