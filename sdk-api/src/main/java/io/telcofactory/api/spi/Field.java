package io.telcofactory.api.spi;

import io.telcofactory.api.Disruption;

/**
 * One field of a resource in its native form.
 *
 * @param path where it stands, for example {@code quota.memory}; unique in its resource
 * @param value the value in its normal form, in which equal means equal to the server too; may hold symbols, see {@link Rendering}
 * @param step native name of the call that sets it, for example {@code one.group.quota}
 * @param disruption what changing it later costs: {@link Disruption#NONE} or {@link Disruption#REPLACE}
 * @since 0.1
 */
public record Field(String path, String value, String step, Disruption disruption) {}
