/**
 * From the layout a GPU has to the one it shall have: the cheapest safe steps, what they leave untouched, the way back, and
 * the calendar that asks for them.
 */
@NullMarked
package io.telcofactory.gpu.transition;

import org.jspecify.annotations.NullMarked;
