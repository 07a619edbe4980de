package io.telcofactory.examples;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * Runs an example by its name: {@code mvn -q -Pexample -Dexample=NAME}.
 *
 * <p>A new example is one class with a {@code main} method and one line in {@link #PROGRAMS}.
 */
public final class Examples {
    private static final Map<String, Program> PROGRAMS =
            Map.of("breakouts", Breakouts::main, "day-night", DayNight::main);

    private static final int USAGE_ERROR = 2;

    private Examples() {}

    /**
     * Runs the example that the first argument names, and hands it the other arguments.
     *
     * <p>Ends the JVM with status 2 when no example has that name.
     *
     * @param args the name of the example, then its own arguments
     * @throws Exception what the example throws
     */
    public static void main(String[] args) throws Exception {
        int status = run(PROGRAMS, args, System.err);
        if (status != 0) {
            System.exit(status);
        }
    }

    static int run(Map<String, Program> programs, String[] args, PrintStream errors) throws Exception {
        String name = args.length == 0 ? "" : args[0];
        Program program = programs.get(name);
        if (program == null) {
            errors.println(name.isEmpty() ? "No example named." : "No example is named '" + name + "'.");
            errors.println("Known: " + String.join(", ", new TreeMap<>(programs).keySet()));
            errors.println("Run one with: mvn -q -Pexample -Dexample=NAME");
            return USAGE_ERROR;
        }
        program.run(Arrays.copyOfRange(args, 1, args.length));
        return 0;
    }

    /** A program that can be run by its name. */
    @FunctionalInterface
    interface Program {
        void run(String[] args) throws Exception;
    }
}
