package io.telcofactory.benchmarks;

import io.telcofactory.benchmarks.gpu.GpuGroup;
import java.io.PrintStream;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Runs a group of benchmarks and prints its table: {@code mvn -q -Pbench -Dbench=GROUP}.
 *
 * <p>The JVM ends with status 1 when a row misses its target, and with status 2 when no group has that name.
 */
public final class Bench {
    /** A new group is one class and one line here. */
    private static final List<Group> GROUPS = List.of(
            new CalibrationGroup(),
            new ClientGroup(),
            new FakeGroup(),
            new GpuGroup(),
            new PlanGroup(),
            new UpfGroup());

    private static final int TARGET_MISSED = 1;
    private static final int USAGE_ERROR = 2;

    private final List<Group> groups;
    private final PrintStream out;
    private final PrintStream errors;

    Bench(List<Group> groups, PrintStream out, PrintStream errors) {
        this.groups = groups;
        this.out = out;
        this.errors = errors;
    }

    /**
     * Runs the group that the first argument names.
     *
     * @param args the name of a group
     * @throws Exception as the benchmark that fails
     */
    public static void main(String[] args) throws Exception {
        int status = new Bench(GROUPS, System.out, System.err).run(args);
        if (status != 0) {
            System.exit(status);
        }
    }

    int run(String... args) throws Exception {
        String name = args.length == 0 ? "" : args[0];
        Optional<Group> group =
                groups.stream().filter(g -> g.name().equals(name)).findFirst();
        if (group.isEmpty()) {
            explain(name);
            return USAGE_ERROR;
        }
        List<Row> rows = group.get().rows(measure(group.get()));
        out.print(Table.render(rows));
        return rows.stream().anyMatch(row -> row.verdict() == Verdict.MISS) ? TARGET_MISSED : 0;
    }

    private void explain(String name) {
        errors.println(
                name.isEmpty() ? "No group of benchmarks named." : "No group of benchmarks is named '" + name + "'.");
        errors.println("Known: " + groups.stream().map(Group::name).sorted().collect(Collectors.joining(", ")));
        errors.println("Run one with: mvn -q -Pbench -Dbench=GROUP");
    }

    private Results measure(Group group) throws RunnerException {
        if (group.benchmarks().isEmpty()) {
            return Results.none();
        }
        errors.println("Measuring group '" + group.name() + "' ...");
        ChainedOptionsBuilder options = new OptionsBuilder()
                .addProfiler(GCProfiler.class)
                .verbosity(VerboseMode.SILENT)
                .shouldFailOnError(true);
        group.benchmarks().forEach(type -> options.include("^" + type.getName().replace("$", ".") + "\\."));
        Collection<RunResult> measured = new Runner(options.build()).run();
        return Results.of(measured);
    }
}
