/** Shared inside the SDK; not exported, may change in any release. */
@NullMarked
package io.telcofactory.api.internal;

import org.jspecify.annotations.NullMarked;
