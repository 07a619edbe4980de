/** How values stand in documents: one description per type, from which reading, writing and documentation come. */
@NullMarked
package io.telcofactory.api.internal.document;

import org.jspecify.annotations.NullMarked;
