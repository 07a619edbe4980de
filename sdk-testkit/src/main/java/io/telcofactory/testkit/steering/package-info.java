/** Fakes of the interfaces that steer traffic: a NEF, a MEC platform, a CAMARA gateway; over HTTP or in memory. */
@NullMarked
package io.telcofactory.testkit.steering;

import org.jspecify.annotations.NullMarked;
