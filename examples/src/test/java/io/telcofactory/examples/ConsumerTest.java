package io.telcofactory.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Uses the built jars as a stranger's program does: compiled and run outside the build, on the class path and on the module
 * path. The program is the first Java block of the README, so that what it shows is known to run.
 */
class ConsumerTest {
    private static final long MINUTES_TO_RUN = 2;

    private static final Pattern JAVA_BLOCK = Pattern.compile("(?ms)^```java\\R(.*?)^```");
    private static final Pattern MAIN_CLASS = Pattern.compile("\\bclass\\s+(\\w+)");

    /** Needs every module, so that the descriptors of all are resolved together; JUnit and AssertJ are for tests only. */
    private static final String MODULE = """
            module consumer {
                requires io.telcofactory.gpu;
                requires io.telcofactory.opennebula;
                requires io.telcofactory.testkit;
                requires io.telcofactory.upf;
            }
            """;

    @TempDir
    private Path folder;

    private final String libraries = read("consumer.classpath.file").strip();
    private final String program = "package consumer;\n" + programOfReadme();
    private final String mainClass = "consumer." + mainClass(program);

    @Test
    void program_onClassPath_compilesWithoutWarningAndRuns() throws Exception {
        Path classes = JavaSources.compile(
                folder, List.of(program), List.of("-Xlint:all", "-Werror", "-classpath", libraries));

        run("-classpath", classes + File.pathSeparator + libraries, mainClass);
    }

    @Test
    void program_onModulePath_compilesAndRuns() throws Exception {
        Path classes = JavaSources.compile(folder, List.of(MODULE, program), List.of("--module-path", libraries));

        run("--module-path", classes + File.pathSeparator + libraries, "--module", "consumer/" + mainClass);
    }

    @Test
    void libraries_ofTheConsumer_areTheBuiltJars() {
        assertThat(libraries.split(File.pathSeparator))
                .filteredOn(library -> Path.of(library).getFileName().toString().startsWith("sdk-"))
                .hasSize(5)
                .allMatch(library -> library.endsWith(".jar"));
    }

    private void run(String... arguments) throws IOException, InterruptedException {
        Path printed = folder.resolve("printed.txt");
        ProcessBuilder java = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString());
        java.command().addAll(List.of(arguments));
        Process process =
                java.redirectErrorStream(true).redirectOutput(printed.toFile()).start();
        boolean ended = process.waitFor(MINUTES_TO_RUN, TimeUnit.MINUTES);
        process.destroyForcibly().waitFor();

        String output = Files.readString(printed);
        assertThat(ended).as("ended; printed:%n%s", output).isTrue();
        assertThat(process.exitValue()).as("exit status; printed:%n%s", output).isZero();
        assertThat(output).isNotBlank();
    }

    private static String programOfReadme() {
        Matcher block = JAVA_BLOCK.matcher(read("consumer.readme"));
        assertThat(block.find()).as("a Java block in the README").isTrue();
        return block.group(1);
    }

    private static String mainClass(String program) {
        Matcher name = MAIN_CLASS.matcher(program);
        assertThat(name.find()).as("a class in:%n%s", program).isTrue();
        return name.group(1);
    }

    private static String read(String property) {
        try {
            return Files.readString(file(property));
        } catch (IOException e) {
            throw new AssertionError("cannot read the file that system property " + property + " names", e);
        }
    }

    private static Path file(String property) {
        String path = System.getProperty(property);
        assertThat(path).as("system property %s, set by the build", property).isNotNull();
        return Path.of(path);
    }
}
