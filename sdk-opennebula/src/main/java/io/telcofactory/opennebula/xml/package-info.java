/** The tolerant, compact tree in which answers of OpenNebula are read. */
@NullMarked
package io.telcofactory.opennebula.xml;

import org.jspecify.annotations.NullMarked;
