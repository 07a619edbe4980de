/** Benchmarks of steering. */
@NullMarked
package io.telcofactory.benchmarks.upf;

import org.jspecify.annotations.NullMarked;
