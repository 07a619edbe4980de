/** Client for OpenNebula, and the infrastructure backend that rests on it. */
@NullMarked
package io.telcofactory.opennebula;

import org.jspecify.annotations.NullMarked;
