package io.telcofactory.api;

import java.util.Optional;

/**
 * One native field that differs.
 *
 * @param path where it stands, for example {@code quota.memory}
 * @param from what was found, empty if nothing
 * @param to what will be, empty if it is removed; may hold symbols such as <code>${network/acme/cameras:id}</code> that are resolved when
 *     applying
 * @since 0.1
 */
public record FieldChange(String path, Optional<String> from, Optional<String> to) {}
