/** How clients reach the other side: transport, TLS, credentials, deadline. */
@NullMarked
package io.telcofactory.upf.connection;

import org.jspecify.annotations.NullMarked;
