/** What the group {@code client} measures: pools of virtual machines, and one call on loopback. */
@NullMarked
package io.telcofactory.benchmarks.client;

import org.jspecify.annotations.NullMarked;
