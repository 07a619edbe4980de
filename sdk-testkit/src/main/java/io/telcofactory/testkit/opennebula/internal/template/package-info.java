/** Attribute templates: their text, their values, their XML. */
@NullMarked
package io.telcofactory.testkit.opennebula.internal.template;

import org.jspecify.annotations.NullMarked;
