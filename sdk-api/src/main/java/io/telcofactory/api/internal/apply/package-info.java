/** From a plan to what is real: order, locks, staleness, report. */
@NullMarked
package io.telcofactory.api.internal.apply;

import org.jspecify.annotations.NullMarked;
