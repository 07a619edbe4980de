/** Notifications of the network, received in the embedding program's own HTTP server. */
@NullMarked
package io.telcofactory.upf.notify;

import org.jspecify.annotations.NullMarked;
