/** Calls of XML-RPC: how they are read, found by name and answered, and how they fail. */
@NullMarked
package io.telcofactory.testkit.opennebula.internal.rpc;

import org.jspecify.annotations.NullMarked;
