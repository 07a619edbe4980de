package io.telcofactory.api.internal.plan;

import io.telcofactory.api.Blueprint;
import io.telcofactory.api.Change;
import io.telcofactory.api.CheckResult;
import io.telcofactory.api.Disruption;
import io.telcofactory.api.FieldChange;
import io.telcofactory.api.Finding;
import io.telcofactory.api.Plan;
import io.telcofactory.api.Ref;
import io.telcofactory.api.Resource;
import io.telcofactory.api.internal.Backends;
import io.telcofactory.api.spi.Adoption;
import io.telcofactory.api.spi.Backend;
import io.telcofactory.api.spi.Check;
import io.telcofactory.api.spi.Field;
import io.telcofactory.api.spi.Owned;
import io.telcofactory.api.spi.Proposal;
import io.telcofactory.api.spi.Rendering;
import io.telcofactory.api.spi.Scope;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Compares what should be with what is; a pure function of both. */
public final class Planner {
    private final Backends backends;
    private final Set<String> provided;
    private final List<Check> checks;
    private final Scope scope;
    private final World world;
    private final Map<Ref, Adoption> adoptions;
    private final Set<Ref> renewed = new HashSet<>();
    private final Symbols symbols;
    private final List<Change> changes = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();

    /**
     * Prepares one planning.
     *
     * @param backends who renders
     * @param provided kinds that somebody else makes real
     * @param checks what is checked besides the comparison
     * @param scope factory and blueprint
     * @param world what is
     * @param adoptions what of others becomes ours, by the resources that are not there yet
     */
    public Planner(
            Backends backends,
            Set<String> provided,
            List<Check> checks,
            Scope scope,
            World world,
            Map<Ref, Adoption> adoptions) {
        this.backends = backends;
        this.provided = provided;
        this.checks = checks;
        this.scope = scope;
        this.world = world.with(adoptions);
        this.adoptions = adoptions;
        this.symbols = new Symbols(world, renewed);
        findings.addAll(world.findings());
    }

    /**
     * Plans to make everything as the blueprint says.
     *
     * @param blueprint what should be
     * @return the plan
     */
    public Plan plan(Blueprint blueprint) {
        List<Resource> desired = Expansion.of(blueprint, world);
        Set<Ref> wanted = new HashSet<>();
        for (Resource resource : desired) {
            wanted.add(resource.ref());
            backends.find(resource.ref())
                    .ifPresentOrElse(backend -> compare(resource, backend), () -> unserved(resource.ref()));
        }
        deleteAllBut(wanted);
        return finish(false, desired);
    }

    /**
     * Plans to take everything of the blueprint away, by the stamps alone.
     *
     * @return the plan
     */
    public Plan planDestroy() {
        deleteAllBut(Set.of());
        return finish(true, List.of());
    }

    private void compare(Resource resource, Backend backend) {
        Ref ref = resource.ref();
        Rendering rendering = backend.render(resource, scope);
        Owned owned = world.owned().get(ref);
        if (owned == null && adoptions.containsKey(ref)) {
            changes.add(adoption(resource, rendering, adoptions.get(ref)));
        } else if (owned == null) {
            renewed.add(ref);
            changes.add(creation(resource, rendering));
        } else if (!owned.blueprint().equals(scope.blueprint())) {
            findings.add(Finding.error(
                    "belongs-to-other-blueprint",
                    ref,
                    "it was made for blueprint '" + owned.blueprint() + "', not for '" + scope.blueprint() + "'",
                    "give it another name here, or destroy the other blueprint"));
        } else {
            Optional<Rendering> applied = owned.applied()
                    .filter(value -> !value.equals(resource)) // else it renders to the same
                    .map(value -> backend.render(value, scope));
            Comparison comparison = Comparison.of(resource, rendering, applied, owned, symbols);
            if (!comparison.changes().isEmpty()) {
                changes.add(adjustment(resource, rendering, owned, comparison));
            }
        }
    }

    private Change creation(Resource resource, Rendering rendering) {
        return Change.builder()
                .ref(resource.ref())
                .action(Change.Action.CREATE)
                .disruption(Disruption.NONE)
                .fields(rendering.fields().stream()
                        .map(field -> new FieldChange(
                                field.path(), Optional.empty(), Optional.of(symbols.resolve(field.value()))))
                        .toList())
                .steps(steps(rendering))
                .desired(resource)
                .build();
    }

    private Change adoption(Resource resource, Rendering rendering, Adoption adoption) {
        Rendering nothing = Rendering.builder().build();
        Comparison comparison = Comparison.of(resource, rendering, Optional.of(nothing), adoption.found(), symbols);
        if (!comparison.replacing().isEmpty()) {
            findings.add(Finding.error(
                    "adoption-would-replace",
                    resource.ref(),
                    adoption.nativeId() + " differs in what can't be set in place: "
                            + comparison.replacing().stream()
                                    .map(field -> field.path() + " is '"
                                            + field.from().orElse("(none)") + "', not '"
                                            + field.to().orElse("(none)") + "'")
                                    .collect(Collectors.joining(", ")),
                    "describe it as it is, or let a new one be made"));
        }
        Set<String> steps = new LinkedHashSet<>(adoption.steps());
        steps.addAll(comparison.steps());
        return Change.builder()
                .ref(resource.ref())
                .action(Change.Action.ADOPT)
                .adopts(adoption.nativeId())
                .disruption(Disruption.NONE)
                .fields(comparison.changes())
                .steps(steps)
                .desired(resource)
                .build();
    }

    private Change adjustment(Resource resource, Rendering rendering, Owned owned, Comparison comparison) {
        boolean replace = comparison.disruption() == Disruption.REPLACE;
        Set<String> steps = new LinkedHashSet<>(replace ? rendering.removal() : comparison.steps());
        if (replace) {
            renewed.add(resource.ref());
            steps.addAll(steps(rendering));
        }
        return Change.builder()
                .ref(resource.ref())
                .action(replace ? Change.Action.REPLACE : Change.Action.UPDATE)
                .disruption(comparison.disruption())
                .fields(comparison.changes())
                .steps(steps)
                .desired(resource)
                .uses(uses(owned))
                .build();
    }

    private void deleteAllBut(Set<Ref> wanted) {
        for (Owned owned : world.owned().values()) {
            if (owned.blueprint().equals(scope.blueprint()) && !wanted.contains(owned.ref())) {
                backends.find(owned.ref()).ifPresent(backend -> changes.add(deletion(owned, backend)));
            }
        }
    }

    private Change deletion(Owned owned, Backend backend) {
        renewed.add(owned.ref());
        Optional<Rendering> applied = owned.applied().map(value -> backend.render(value, scope));
        List<String> paths = applied.map(rendering ->
                        rendering.fields().stream().map(Field::path).toList())
                .orElseGet(() -> owned.fields().keySet().stream().sorted().toList());
        List<FieldChange> fields = new ArrayList<>();
        for (String path : paths) {
            String live = owned.fields().get(path);
            if (live != null) {
                fields.add(new FieldChange(path, Optional.of(live), Optional.empty()));
            }
        }
        return Change.builder()
                .ref(owned.ref())
                .action(Change.Action.DELETE)
                .disruption(Disruption.DELETE)
                .fields(fields)
                .steps(applied.map(Rendering::removal).orElse(List.of()))
                .uses(uses(owned))
                .build();
    }

    /** What a resource leans on as it stands; if its stamp can't be read, at least its tenant. */
    private static Set<Ref> uses(Owned owned) {
        Set<Ref> tenantOnly = owned.ref().isTenant()
                ? Set.of()
                : Set.of(Ref.tenant(owned.ref().tenant()));
        return owned.applied().map(Resource::references).orElse(tenantOnly);
    }

    private static List<String> steps(Rendering rendering) {
        return rendering.fields().stream().map(Field::step).distinct().toList();
    }

    private void unserved(Ref ref) {
        if (provided.contains(ref.kind())) {
            findings.add(Finding.warning(
                    "provided-elsewhere",
                    ref,
                    "this factory does not make it: kind '" + ref.kind() + "' is declared as provided",
                    "see to it that it is there; nothing verifies it"));
        } else {
            findings.add(Finding.error(
                    "no-backend",
                    ref,
                    "this factory has no backend for kind '" + ref.kind() + "'",
                    "give the factory a backend for it, or declare the kind as provided"));
        }
    }

    private Plan finish(boolean destroy, List<Resource> desired) {
        List<Ref> goingAway = changes.stream()
                .filter(change -> change.disruption() != Disruption.NONE)
                .map(Change::ref)
                .toList();
        Proposal proposal = new Proposal(scope, desired, world.owned(), goingAway, world.inventory());
        List<CheckResult> results = new ArrayList<>();
        results.add(new CheckResult("what was found is consistent", findings));
        results.add(new CheckResult("nothing foreign stands in the way", foreignUses(goingAway)));
        checks.forEach(check -> results.add(new CheckResult(check.title(), check.examine(proposal))));
        return Plan.builder()
                .factory(scope.factory())
                .blueprint(scope.blueprint())
                .destroy(destroy)
                .changes(changes)
                .checks(results)
                .build();
    }

    private List<Finding> foreignUses(List<Ref> goingAway) {
        return goingAway.stream()
                .map(world.owned()::get)
                .flatMap(owned -> owned.usedBy().stream()
                        .map(user -> Finding.error(
                                "in-foreign-use",
                                owned.ref(),
                                "it can't be taken away while " + user + " uses it",
                                "remove the foreign use first; the SDK never touches what it did not make")))
                .toList();
    }
}
