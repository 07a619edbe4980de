package io.telcofactory.api.internal.check;

import io.telcofactory.api.Ref;

/**
 * Equal instances that need a place.
 *
 * @param ref whose they are
 * @param part which part of it, in words: {@code role inference}
 * @param shape what each takes
 * @param count how many, at least 1
 */
record Demand(Ref ref, String part, Shape shape, int count) {}
