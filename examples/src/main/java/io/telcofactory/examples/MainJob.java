package io.telcofactory.examples;

import io.telcofactory.api.AiFactory;
import io.telcofactory.api.ApplyReport;
import io.telcofactory.api.Blueprint;
import io.telcofactory.api.BlueprintStatus;
import io.telcofactory.api.FieldChange;
import io.telcofactory.api.Plan;
import io.telcofactory.api.ProgressListener;
import io.telcofactory.api.Resource;
import io.telcofactory.api.network.N6Breakout;
import io.telcofactory.api.network.TenantNetwork;
import io.telcofactory.api.service.AiService;
import io.telcofactory.api.service.Role;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The chapters of the main job, in their order. */
final class MainJob {
    private static final String FOREIGN_NOTE = "OPERATOR_NOTE";

    private final Landscape landscape;
    private final AiFactory factory;
    private final Blueprint blueprint;
    private final PrintStream out;
    private final Expectations expectations;

    MainJob(Landscape landscape, Blueprint blueprint, PrintStream out) {
        this.landscape = landscape;
        this.factory = landscape.factory();
        this.blueprint = blueprint;
        this.out = out;
        this.expectations = new Expectations(out);
    }

    /** Runs all chapters and returns the promises that were broken. */
    List<String> run(boolean keep) {
        ApplyReport report = create();
        repair(report);
        scale();
        if (!keep) {
            destroy();
        }
        return expectations.broken();
    }

    private ApplyReport create() {
        chapter("Plan");
        Plan plan = factory.plan(blueprint);
        out.print(plan.describe());
        chapter("Apply");
        ApplyReport report = apply(plan);
        where(report);
        expectNoChanges(blueprint);
        return report;
    }

    private void where(ApplyReport report) {
        chapter("Where it is reachable");
        resources(AiService.class)
                .forEach(service -> new TreeMap<>(report.outputs(service.ref()))
                        .forEach((name, value) -> out.println("  " + service.ref() + "  " + name + " = " + value)));
        chapter("How it is");
        BlueprintStatus status = factory.status(blueprint);
        out.print(status.describe());
        expectations.expect(status.ready(), "every machine runs, not only every service says so");
        chapter("Which traffic goes there");
        resources(N6Breakout.class).forEach(breakout -> out.println("  " + describe(breakout)));
        landscape.tracePackets().forEach(line -> out.println("  " + line));
    }

    private static String describe(N6Breakout breakout) {
        return breakout.ref() + "  from devices " + breakout.uePools()
                + breakout.dnn().map(dnn -> " of DNN " + dnn).orElse("")
                + breakout.snssai().map(slice -> " in slice " + slice).orElse("")
                + " to "
                + breakout.matches().stream()
                        .map(m -> m.destination()
                                + m.ports()
                                        .map(p -> " " + m.protocol() + " " + p)
                                        .orElse(""))
                        .toList()
                + " at " + breakout.dnai() + ", into " + breakout.networkRef();
    }

    private void repair(ApplyReport report) {
        TenantNetwork network = resources(TenantNetwork.class).findFirst().orElseThrow();
        String gateway = network.gateway().orElseThrow().toString();
        chapter("Somebody changes the gateway of " + network.ref() + " and leaves a note on it");
        int id = Integer.parseInt(report.outputs(network.ref()).getOrDefault("id", "-1"));
        String wrong = network.subnet().orElseThrow().last().plus(-1).toString();
        landscape.changeNetwork(id, Map.of("GATEWAY", wrong, FOREIGN_NOTE, "do not touch"));
        Plan plan = factory.plan(blueprint);
        out.print(plan.describe());
        List<FieldChange> fields = plan.changes().stream()
                .flatMap(change -> change.fields().stream())
                .toList();
        expectations.expect(
                fields.size() == 1 && fields.get(0).to().equals(Optional.of(gateway)),
                "exactly this one field differs");
        apply(plan);
        expectations.expect(
                landscape.networkAttribute(id, "GATEWAY").equals(gateway), "the gateway is " + gateway + " again");
        expectations.expect(
                landscape.networkAttribute(id, FOREIGN_NOTE).equals("do not touch"), "the foreign note is still there");
        expectNoChanges(blueprint);
    }

    private void scale() {
        AiService service = resources(AiService.class).findFirst().orElseThrow();
        Role last = service.roles().get(service.roles().size() - 1);
        chapter("Scale role " + last.name() + " from 1 to 2");
        Blueprint scaled = blueprint.with(withInstances(service, last, 2));
        Plan plan = factory.plan(scaled);
        out.print(plan.describe());
        long fields = plan.changes().stream()
                .mapToLong(change -> change.fields().size())
                .sum();
        expectations.expect(fields == 1, "the number of instances is the only difference");
        ApplyReport report = apply(plan);
        long addresses = report.outputs(service.ref()).keySet().stream()
                .filter(name -> name.startsWith("roles." + last.name() + ".") && name.endsWith(".vm"))
                .count();
        expectations.expect(addresses == 2, "two instances of " + last.name() + " run");
        expectNoChanges(scaled);
    }

    private static AiService withInstances(AiService service, Role changed, int count) {
        List<Role> roles = service.roles().stream()
                .map(role ->
                        role.equals(changed) ? role.toBuilder().instances(count).build() : role)
                .toList();
        return service.toBuilder().roles(roles).build();
    }

    private void destroy() {
        chapter("Destroy");
        Plan plan = factory.planDestroy(blueprint.name());
        out.print(plan.describe());
        apply(plan);
        expectations.expect(factory.planDestroy(blueprint.name()).isEmpty(), "no stamp of ours is left");
        List<String> leftovers = landscape.leftovers();
        leftovers.forEach(leftover -> out.println("  left over: " + leftover));
        expectations.expect(leftovers.isEmpty(), "nothing of ours is left on any server");
    }

    private ApplyReport apply(Plan plan) {
        return factory.apply(plan, ProgressListener.printing(out)).orThrow();
    }

    private void expectNoChanges(Blueprint wanted) {
        Plan again = factory.plan(wanted);
        out.print(again.describe());
        expectations.expect(again.isEmpty(), "a plan made right after is empty");
    }

    private <R extends Resource> Stream<R> resources(Class<R> type) {
        return blueprint.resources().stream().filter(type::isInstance).map(type::cast);
    }

    private void chapter(String title) {
        out.println();
        out.println("== " + title);
    }
}
