/** The core daemon: its pools and their objects, the life of machines and images, the scheduler. */
@NullMarked
package io.telcofactory.testkit.opennebula.internal.oned;

import org.jspecify.annotations.NullMarked;
