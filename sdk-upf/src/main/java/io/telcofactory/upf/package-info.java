/** Steers user-plane traffic through the standard 3GPP, ETSI MEC and CAMARA interfaces. */
@NullMarked
package io.telcofactory.upf;

import org.jspecify.annotations.NullMarked;
