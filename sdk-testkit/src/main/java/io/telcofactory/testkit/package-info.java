/** Fakes, faults, virtual time and contract suites for programs that use the SDK. */
@NullMarked
package io.telcofactory.testkit;

import org.jspecify.annotations.NullMarked;
