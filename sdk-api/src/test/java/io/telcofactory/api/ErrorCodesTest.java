package io.telcofactory.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every code of a finding or exception, of all modules, has its section in {@code docs/errors.md} and is named by a test, and nothing else has a section. */
class ErrorCodesTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern CODE = Pattern.compile(
            "(?:Finding\\.(?:error|warning)|new Finding|\\bfinding|\\bunknown)\\(\\s*\"([a-z]+-[a-z-]+)\"");

    /** How a test says that nothing, or not this, is found. */
    private static final Pattern WITHOUT = Pattern.compile("isEmpty\\(\\)|doesNotContain\\(|List\\.of\\(\\)");

    /** What an exception says of itself. */
    private static final Pattern EXCEPTION_CODE = Pattern.compile("String code\\(\\) \\{\\s*return \"([a-z-]+)\"");

    @Test
    void errorsPage_sections_areTheCodesInTheSources() throws IOException {
        Set<String> sections = Files.readAllLines(ROOT.resolve("docs/errors.md")).stream()
                .filter(line -> line.startsWith("## "))
                .map(line -> line.substring(3))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(codes())
                .contains("role-cycle", "does-not-fit", "conflicting-dnai", "conflict")
                .isEqualTo(sections);
    }

    @Test
    void tests_everyCode_isNamedByOne() throws IOException {
        String tests = sources("src/test/java").stream()
                .filter(file -> !file.endsWith("ErrorCodesTest.java"))
                .map(ErrorCodesTest::text)
                .collect(Collectors.joining());

        assertThat(codes()).filteredOn(code -> !tests.contains(code)).isEmpty();
    }

    /** A case that nearly has the finding can't be told from others that have none; that there is one can. */
    @Test
    void tests_everyFinding_haveACaseWithoutItInTheClassThatHasOneWithIt() throws IOException {
        List<String> classes = sources("src/test/java").stream()
                .filter(file -> !file.endsWith("ErrorCodesTest.java"))
                .map(ErrorCodesTest::text)
                .filter(text -> WITHOUT.matcher(text).find())
                .toList();

        assertThat(codes(CODE))
                .filteredOn(code -> classes.stream().noneMatch(text -> names(text, code)))
                .isEmpty();
    }

    private static boolean names(String text, String code) {
        return Pattern.compile("(?<![a-z-])" + code + "(?![a-z-])")
                .matcher(text)
                .find();
    }

    private static Set<String> codes() throws IOException {
        return codes(CODE, EXCEPTION_CODE);
    }

    private static Set<String> codes(Pattern... patterns) throws IOException {
        Set<String> codes = new TreeSet<>();
        for (Path file : sources("src/main/java")) {
            String source = text(file);
            Stream.of(patterns)
                    .flatMap(pattern -> pattern.matcher(source).results())
                    .forEach(match -> codes.add(match.group(1)));
        }
        return codes;
    }

    private static List<Path> sources(String folder) throws IOException {
        try (Stream<Path> modules = Files.list(ROOT)) {
            return modules.map(module -> module.resolve(folder))
                    .filter(Files::isDirectory)
                    .flatMap(ErrorCodesTest::javaFiles)
                    .toList();
        }
    }

    private static Stream<Path> javaFiles(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
