/** A small OpenNebula 7.4 - oned and OneFlow - in memory or over HTTP, for tests of any OpenNebula client. */
@NullMarked
package io.telcofactory.testkit.opennebula;

import org.jspecify.annotations.NullMarked;
