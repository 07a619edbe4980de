/** The retry loop below every client of the SDK. Exported only to the SDK's own modules. */
@NullMarked
package io.telcofactory.api.internal.call;

import org.jspecify.annotations.NullMarked;
