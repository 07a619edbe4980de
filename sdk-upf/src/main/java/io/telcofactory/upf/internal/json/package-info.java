/** Explicit mapping between values and JSON; the only place that knows the JSON library. */
@NullMarked
package io.telcofactory.upf.internal.json;

import org.jspecify.annotations.NullMarked;
