/** Typed views on OpenNebula's objects, and the values that calls take. */
@NullMarked
package io.telcofactory.opennebula.model;

import org.jspecify.annotations.NullMarked;
