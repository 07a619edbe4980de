/** Network functions: user plane functions, distributed and central units. */
@NullMarked
package io.telcofactory.api.nf;

import org.jspecify.annotations.NullMarked;
