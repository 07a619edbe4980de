/** Flow descriptions: the packet filters that 5G cores understand, in the form that all of them accept. */
@NullMarked
package io.telcofactory.upf.flow;

import org.jspecify.annotations.NullMarked;
