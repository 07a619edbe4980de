/** What is there: pools read once, and again only where something changed. */
@NullMarked
package io.telcofactory.opennebula.backend.read;

import org.jspecify.annotations.NullMarked;
