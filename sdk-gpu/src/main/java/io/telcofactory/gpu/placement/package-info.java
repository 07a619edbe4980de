/** Which GPU a claim gets and where on it, so that the claims after it still fit: online, in batches, over whole fleets. */
@NullMarked
package io.telcofactory.gpu.placement;

import org.jspecify.annotations.NullMarked;
