package io.telcofactory.api.internal.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files that are generated and kept in the repository; {@code -Dgolden.rewrite=true} writes them anew. */
final class Golden {
    private Golden() {}

    static void check(Path file, String content) {
        try {
            if (Boolean.getBoolean("golden.rewrite")) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, content);
            }
            assertThat(file)
                    .as(
                            "%s is out of date; write it anew: mvn -pl sdk-api test -Dtest=ReferenceTest -Dgolden.rewrite=true",
                            file)
                    .hasContent(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
