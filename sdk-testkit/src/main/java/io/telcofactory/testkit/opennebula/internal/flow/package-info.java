/** OneFlow: service templates, services, their life cycle and elasticity. */
@NullMarked
package io.telcofactory.testkit.opennebula.internal.flow;

import org.jspecify.annotations.NullMarked;
