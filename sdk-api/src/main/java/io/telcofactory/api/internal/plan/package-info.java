/** From a blueprint and an observation to a plan: pure functions. */
@NullMarked
package io.telcofactory.api.internal.plan;

import org.jspecify.annotations.NullMarked;
