/** Tenants' networks and the breakouts that bring 5G traffic to them. */
@NullMarked
package io.telcofactory.api.network;

import org.jspecify.annotations.NullMarked;
