/**
 * The messages of the NEF's northbound interfaces as values: TrafficInfluence of 3GPP TS 29.522 and PFD management and
 * AsSessionWithQoS of TS 29.122, Release 17. Names are those of the standard; attributes that a newer release adds are passed
 * over when reading.
 */
@NullMarked
package io.telcofactory.upf.nef;

import org.jspecify.annotations.NullMarked;
