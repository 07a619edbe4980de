/** The checks that every plan makes, one class each. */
@NullMarked
package io.telcofactory.api.internal.check;

import org.jspecify.annotations.NullMarked;
