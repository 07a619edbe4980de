package io.telcofactory.api.internal.call;

/**
 * What a call does, as far as repeating and reporting it are concerned.
 *
 * @param name native name, for example {@code one.vm.info} or {@code POST /service}
 * @param target what it acts on, for example {@code vm 12}; empty when there is none
 * @param idempotent whether a second run after a lost answer does no harm
 */
public record Operation(String name, String target, boolean idempotent) {}
