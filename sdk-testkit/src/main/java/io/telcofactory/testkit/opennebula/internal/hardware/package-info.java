/** Hosts from inside: capacity, processors and memory by NUMA node, PCI devices, and what fits there. */
@NullMarked
package io.telcofactory.testkit.opennebula.internal.hardware;

import org.jspecify.annotations.NullMarked;
