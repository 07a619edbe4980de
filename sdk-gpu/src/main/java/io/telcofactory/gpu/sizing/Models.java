package io.telcofactory.gpu.sizing;

import io.telcofactory.gpu.internal.Errors;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Models with published shapes. Any other model is read from its {@code config.json} by {@link HuggingFaceConfig}, or given
 * by hand.
 *
 * @since 0.1
 */
public final class Models {
    private static final String TABLE = "models.csv";

    private Models() {}

    /**
     * Returns the models that come with the SDK.
     *
     * @return by family
     */
    public static List<ModelShape> builtIn() {
        return Loaded.MODELS;
    }

    /**
     * Finds a model.
     *
     * @param name its name, in any case
     * @return the model, or empty
     */
    public static Optional<ModelShape> find(String name) {
        return builtIn().stream()
                .filter(model -> model.name().equalsIgnoreCase(name))
                .findFirst();
    }

    /**
     * Returns a model.
     *
     * @param name its name, in any case
     * @return the model
     * @throws io.telcofactory.api.error.NotFoundException if it is not known
     */
    public static ModelShape get(String name) {
        return find(name)
                .orElseThrow(() -> Errors.unknown(
                        "model",
                        name,
                        "no model '%s' is known; read its config.json with HuggingFaceConfig.read. Known are %s",
                        name,
                        builtIn()));
    }

    private static final class Loaded {
        private static final List<ModelShape> MODELS = load();

        private static List<ModelShape> load() {
            InputStream stream = Objects.requireNonNull(Models.class.getResourceAsStream(TABLE), TABLE);
            try (BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
                return reader.lines()
                        .filter(line -> !line.startsWith("#"))
                        .map(line -> model(line.split(",", -1)))
                        .toList();
            } catch (IOException e) {
                throw new UncheckedIOException("the table " + TABLE + " of this module can't be read", e);
            }
        }

        private static ModelShape model(String[] cells) {
            return ModelShape.builder(cells[0].trim())
                    .parameters(Double.parseDouble(cells[1]) * 1e9)
                    .attention(number(cells[2]), number(cells[3]), number(cells[4]))
                    .window(number(cells[5]), number(cells[6]))
                    .compressedKvSize(number(cells[7]))
                    .build();
        }

        private static int number(String cell) {
            return Integer.parseInt(cell.trim());
        }
    }
}
