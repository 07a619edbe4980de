/** JSON forms of the NEF's messages. */
@NullMarked
package io.telcofactory.upf.internal.nef;

import org.jspecify.annotations.NullMarked;
