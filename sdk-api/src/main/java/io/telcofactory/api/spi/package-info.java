/** What those implement who write backends, transports and checks. */
@NullMarked
package io.telcofactory.api.spi;

import org.jspecify.annotations.NullMarked;
