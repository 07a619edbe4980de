package io.telcofactory.upf.spec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * The official OpenAPI files, which are no part of this project: they are looked for in {@code SPECS_DIR} and beside the
 * checkout in {@code ../shared/data/specs}.
 */
public final class Specs {
    private static final Optional<Path> FOLDER = folder();

    private Specs() {}

    /** Opens a file below the folder, or skips the test with a printed line when the folder is not there. */
    public static OpenApi open(String file) {
        if (FOLDER.isEmpty()) {
            System.out.println("Skipped: no official OpenAPI files beside the checkout (or in SPECS_DIR), so bodies are"
                    + " not validated against " + file);
        }
        Assumptions.assumeTrue(FOLDER.isPresent(), "no OpenAPI files");
        return new OpenApi(file, read(FOLDER.orElseThrow().resolve(file)));
    }

    private static JsonNode read(Path file) {
        ObjectMapper mapper =
                file.toString().endsWith(".json") ? new ObjectMapper() : new ObjectMapper(new YAMLFactory());
        try {
            return mapper.readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Path> folder() {
        String named = System.getProperty("SPECS_DIR", System.getenv().getOrDefault("SPECS_DIR", ""));
        Stream<Path> beside = Stream.iterate(Path.of("").toAbsolutePath(), p -> p != null, Path::getParent)
                .map(folder -> folder.resolve("shared/data/specs"));
        return Stream.concat(named.isEmpty() ? Stream.empty() : Stream.of(Path.of(named)), beside)
                .filter(Files::isDirectory)
                .findFirst();
    }
}
