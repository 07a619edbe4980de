package io.telcofactory.api.internal.check;

import io.telcofactory.api.Ref;

/**
 * Equal instances of a role that need a place.
 *
 * @param service whose role it is
 * @param role the role's name
 * @param shape what each takes
 * @param count how many, at least 1
 */
record Demand(Ref service, String role, Shape shape, int count) {}
