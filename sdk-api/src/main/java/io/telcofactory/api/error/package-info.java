/** The exceptions of the SDK, named by what they mean to the caller. */
@NullMarked
package io.telcofactory.api.error;

import org.jspecify.annotations.NullMarked;
