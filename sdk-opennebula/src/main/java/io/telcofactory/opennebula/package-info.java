/** A client for OpenNebula: declared calls, typed objects, pools as streams. Start at {@link OpenNebula}. */
@NullMarked
package io.telcofactory.opennebula;

import org.jspecify.annotations.NullMarked;
