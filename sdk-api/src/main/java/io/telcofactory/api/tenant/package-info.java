/** Tenants: virtual data centres with quotas. */
@NullMarked
package io.telcofactory.api.tenant;

import org.jspecify.annotations.NullMarked;
