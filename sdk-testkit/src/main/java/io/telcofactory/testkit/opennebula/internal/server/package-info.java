/** Doors to the outside: loopback servers, the log of calls, the event stream. */
@NullMarked
package io.telcofactory.testkit.opennebula.internal.server;

import org.jspecify.annotations.NullMarked;
