/** How much memory a language model needs while it serves, the slices that carry it, and what fits a given slice. */
@NullMarked
package io.telcofactory.gpu.sizing;

import org.jspecify.annotations.NullMarked;
