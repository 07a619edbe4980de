/** The infrastructure backend: tenants, networks and services on OpenNebula and OneFlow. */
@NullMarked
package io.telcofactory.opennebula.backend;

import org.jspecify.annotations.NullMarked;
