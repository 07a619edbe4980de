package io.telcofactory.examples;

import io.telcofactory.api.Blueprint;
import io.telcofactory.api.Plan;
import io.telcofactory.api.error.SdkException;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;

/**
 * The main job: {@code mvn -q -Pdemo}. Reads a blueprint, plans, applies, proves that nothing is left to do, repairs what was changed
 * behind its back, scales, and takes everything away again. The exit code is 0 only if all of it went as expected.
 */
public final class IndustrialAnalytics {
    private static final int SUCCESS = 0;
    private static final int FAILURE = 1;

    private IndustrialAnalytics() {}

    /**
     * Runs the job and ends the JVM with its exit code.
     *
     * @param args see {@link Arguments#USAGE}
     */
    public static void main(String[] args) {
        System.exit(run(args, System.getenv(), System.out, System.err));
    }

    static int run(String[] args, Map<String, String> environment, PrintStream out, PrintStream errors) {
        if (List.of(args).contains("--help")) {
            out.print(Arguments.USAGE);
            return SUCCESS;
        }
        try {
            return run(Arguments.parse(args, environment), out);
        } catch (SdkException | IllegalArgumentException e) {
            errors.println("FAILED: " + e.getMessage());
            return FAILURE;
        }
    }

    private static int run(Arguments arguments, PrintStream out) {
        Blueprint blueprint = Blueprint.read(arguments.blueprint());
        try (Landscape landscape = Landscape.open(arguments)) {
            out.println("Connected to " + landscape.description());
            if (arguments.planOnly()) {
                Plan plan = landscape.factory().plan(blueprint);
                out.print(plan.describe());
                return plan.exitCode();
            }
            List<String> broken = new MainJob(landscape, blueprint, out).run(arguments.keep());
            out.println();
            out.println(broken.isEmpty() ? "Everything went as expected." : "NOT AS EXPECTED: " + broken);
            return broken.isEmpty() ? SUCCESS : FAILURE;
        }
    }
}
