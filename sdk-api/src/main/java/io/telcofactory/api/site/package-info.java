/** The site: what differs from place to place, and what was found there. */
@NullMarked
package io.telcofactory.api.site;

import org.jspecify.annotations.NullMarked;
