/** What the packages of this module share and do not show: errors and the state tables behind geometry and placement. */
@NullMarked
package io.telcofactory.gpu.internal;

import org.jspecify.annotations.NullMarked;
