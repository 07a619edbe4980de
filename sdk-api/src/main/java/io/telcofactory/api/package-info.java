/** The front door: blueprints, plans and their application. */
@NullMarked
package io.telcofactory.api;

import org.jspecify.annotations.NullMarked;
