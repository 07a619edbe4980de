/** JSON forms of the rules of an ETSI MEC platform. */
@NullMarked
package io.telcofactory.upf.internal.mec;

import org.jspecify.annotations.NullMarked;
