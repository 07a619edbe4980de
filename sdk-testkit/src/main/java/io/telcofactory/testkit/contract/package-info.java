/**
 * Contract suites: abstract JUnit classes that say what the engine expects of those who plug something into it. Whoever writes a
 * backend extends {@link io.telcofactory.testkit.contract.BackendContract} and {@link
 * io.telcofactory.testkit.contract.LockStoreContract}, says what to test, and has the tests. They know nothing of any system but
 * what {@code io.telcofactory.api.spi} says.
 */
@NullMarked
package io.telcofactory.testkit.contract;

import org.jspecify.annotations.NullMarked;
