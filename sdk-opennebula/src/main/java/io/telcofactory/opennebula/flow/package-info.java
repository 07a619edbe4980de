/** A client for OneFlow: services of several roles. Start at {@link OneFlow}. */
@NullMarked
package io.telcofactory.opennebula.flow;

import org.jspecify.annotations.NullMarked;
