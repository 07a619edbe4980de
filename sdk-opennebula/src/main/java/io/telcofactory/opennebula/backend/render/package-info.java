/** What resources are in native terms: fields, documents and names, without I/O. */
@NullMarked
package io.telcofactory.opennebula.backend.render;

import org.jspecify.annotations.NullMarked;
