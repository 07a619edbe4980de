/** The rules of an ETSI MEC platform as values: traffic and DNS rules of GS MEC 011. */
@NullMarked
package io.telcofactory.upf.mec;

import org.jspecify.annotations.NullMarked;
