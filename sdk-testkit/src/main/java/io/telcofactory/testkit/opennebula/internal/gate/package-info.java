/** OneGate: what guests may ask and tell. */
@NullMarked
package io.telcofactory.testkit.opennebula.internal.gate;

import org.jspecify.annotations.NullMarked;
