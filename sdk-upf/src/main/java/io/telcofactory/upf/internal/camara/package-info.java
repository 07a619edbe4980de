/** Forms and rules of CAMARA. */
@NullMarked
package io.telcofactory.upf.internal.camara;

import org.jspecify.annotations.NullMarked;
