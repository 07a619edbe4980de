/** From breakouts to what a 5G network understands, and the backend that keeps it so. */
@NullMarked
package io.telcofactory.upf.steering;

import org.jspecify.annotations.NullMarked;
