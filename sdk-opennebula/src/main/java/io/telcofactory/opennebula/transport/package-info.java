/** How calls reach the server: XML-RPC over HTTP, or the connection that a program already has. */
@NullMarked
package io.telcofactory.opennebula.transport;

import org.jspecify.annotations.NullMarked;
