package io.telcofactory.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every code of a finding in this module has its section in {@code docs/errors.md}. */
class FindingCodesTest {
    private static final Pattern CODE =
            Pattern.compile("(?:Finding\\.(?:error|warning)|new Finding|\\bfinding)\\(\\s*\"([a-z-]+)\"");

    @Test
    void errorsPage_everyCodeInTheSources_hasASection() throws IOException {
        Set<String> sections = Files.readAllLines(Path.of("../docs/errors.md")).stream()
                .filter(line -> line.startsWith("## "))
                .map(line -> line.substring(3))
                .collect(Collectors.toSet());

        assertThat(codes()).contains("role-cycle", "does-not-fit", "no-backend").isSubsetOf(sections);
    }

    private static Set<String> codes() throws IOException {
        Set<String> codes = new TreeSet<>();
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            sources.filter(file -> file.toString().endsWith(".java")).forEach(file -> {
                Matcher matcher = CODE.matcher(text(file));
                while (matcher.find()) {
                    codes.add(matcher.group(1));
                }
            });
        }
        return codes;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
