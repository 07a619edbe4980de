/** What the fake OpenNebula costs its users: memory, reads in memory and over HTTP, large pools. */
@NullMarked
package io.telcofactory.benchmarks.fake;

import org.jspecify.annotations.NullMarked;
