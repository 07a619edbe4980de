/** JMH benchmarks, as ratios against a baseline measured in the same run. */
@NullMarked
package io.telcofactory.benchmarks;

import org.jspecify.annotations.NullMarked;
