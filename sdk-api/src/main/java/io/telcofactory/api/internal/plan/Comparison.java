package io.telcofactory.api.internal.plan;

import io.telcofactory.api.Disruption;
import io.telcofactory.api.FieldChange;
import io.telcofactory.api.Resource;
import io.telcofactory.api.spi.Field;
import io.telcofactory.api.spi.Owned;
import io.telcofactory.api.spi.Rendering;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Three-way comparison of one resource: what is wanted now, what was applied last, what is live. Fields that neither
 * rendering names belong to others and are not looked at.
 */
final class Comparison {
    private final List<FieldChange> changes = new ArrayList<>();
    private final List<FieldChange> replacing = new ArrayList<>();
    private final Set<String> steps = new LinkedHashSet<>();
    private Disruption disruption = Disruption.NONE;

    private Comparison() {}

    static Comparison of(
            Resource resource, Rendering wanted, Optional<Rendering> applied, Owned live, Symbols symbols) {
        Comparison comparison = new Comparison();
        Set<String> before = applied.map(Comparison::paths).orElse(Set.of());
        for (Field field : wanted.fields()) {
            boolean asked = applied.isEmpty() || before.contains(field.path());
            comparison.compare(field, symbols.resolve(field.value()), asked, live);
        }
        if (applied.isPresent()) {
            Set<String> now = paths(wanted);
            applied.get().fields().stream()
                    .filter(field -> !now.contains(field.path()))
                    .forEach(field -> comparison.compare(field, null, true, live));
        }
        if (comparison.changes.isEmpty()) {
            AppliedValue.difference(live, resource).ifPresent(change -> {
                comparison.changes.add(change);
                comparison.steps.add(AppliedValue.PATH);
            });
        }
        return comparison;
    }

    private static Set<String> paths(Rendering rendering) {
        return rendering.fields().stream().map(Field::path).collect(Collectors.toSet());
    }

    private void compare(Field field, @Nullable String wanted, boolean asked, Owned live) {
        String found = live.fields().get(field.path());
        if (Objects.equals(found, wanted)) {
            return;
        }
        FieldChange change = new FieldChange(field.path(), Optional.ofNullable(found), Optional.ofNullable(wanted));
        changes.add(change);
        steps.add(field.step());
        // A fixed field that was asked before and is missing comes from an interrupted creation: it is completed, not
        // replaced.
        if ((found != null || !asked) && field.disruption() != Disruption.NONE) {
            disruption = field.disruption();
            replacing.add(change);
        }
    }

    List<FieldChange> changes() {
        return changes;
    }

    /** Those that can't be set in place. */
    List<FieldChange> replacing() {
        return replacing;
    }

    Set<String> steps() {
        return steps;
    }

    Disruption disruption() {
        return disruption;
    }
}
