/** What the clients of oned and OneFlow share; not exported. */
@NullMarked
package io.telcofactory.opennebula.internal;

import org.jspecify.annotations.NullMarked;
