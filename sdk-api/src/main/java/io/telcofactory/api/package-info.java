/** Describes an AI factory as immutable values, and plans and applies it. */
@NullMarked
package io.telcofactory.api;

import org.jspecify.annotations.NullMarked;
