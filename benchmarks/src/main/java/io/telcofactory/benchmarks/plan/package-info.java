/** Plans of a large factory. */
@NullMarked
package io.telcofactory.benchmarks.plan;

import org.jspecify.annotations.NullMarked;
