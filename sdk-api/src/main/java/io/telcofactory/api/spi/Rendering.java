package io.telcofactory.api.spi;

import io.telcofactory.api.Disruption;
import io.telcofactory.api.Ref;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A resource in its native form: exactly the fields that the SDK sets and therefore compares. What others set beside
 * them is not ours. Values that are known only later are symbols: <code>${network/acme/cameras:id}</code> is output {@code id} of that
 * resource, <code>${image:stream-framer}</code> an external thing that {@link Observation#externals()} resolves.
 *
 * @param fields in the order in which they are set
 * @param removal native names of the calls that take the resource away, in their order
 * @since 0.1
 */
public record Rendering(List<Field> fields, List<String> removal) {

    /** Keeps the lists unmodifiable and checks that no path stands twice. */
    public Rendering {
        fields = List.copyOf(fields);
        removal = List.copyOf(removal);
        Set<String> paths = new HashSet<>(2 * fields.size());
        for (Field field : fields) {
            if (!paths.add(field.path())) {
                throw new IllegalArgumentException("field '" + field.path() + "' is rendered twice");
            }
        }
    }

    /**
     * Returns the symbol of another resource's output.
     *
     * @param ref the other resource
     * @param output for example {@code id}
     * @return <code>${REF:OUTPUT}</code>
     */
    public static String symbol(Ref ref, String output) {
        return "${" + ref + ":" + output + "}";
    }

    /**
     * Returns the symbol of an external thing.
     *
     * @param kind for example {@code image}
     * @param name its name at the site
     * @return <code>${KIND:NAME}</code>
     */
    public static String external(String kind, String name) {
        return "${" + kind + ":" + name + "}";
    }

    /**
     * Starts a rendering.
     *
     * @return an empty builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects fields, step by step. */
    public static final class Builder {
        private final List<Field> fields = new ArrayList<>();
        private List<String> removal = List.of();
        private String step = "";

        Builder() {}

        /**
         * Names the call that sets the fields that follow.
         *
         * @param call for example {@code one.vn.allocate}
         * @return this builder
         */
        public Builder step(String call) {
            this.step = call;
            return this;
        }

        /**
         * Adds a field that can be changed in place.
         *
         * @param path where it stands
         * @param value its normal form, or a symbol
         * @return this builder
         */
        public Builder field(String path, Object value) {
            fields.add(new Field(path, value.toString(), step, Disruption.NONE));
            return this;
        }

        /**
         * Adds a field whose change needs a replacement.
         *
         * @param path where it stands
         * @param value its normal form, or a symbol
         * @return this builder
         */
        public Builder fixed(String path, Object value) {
            fields.add(new Field(path, value.toString(), step, Disruption.REPLACE));
            return this;
        }

        /**
         * Names the calls that take the resource away.
         *
         * @param calls in their order
         * @return this builder
         */
        public Builder removal(String... calls) {
            this.removal = List.of(calls);
            return this;
        }

        /**
         * Finishes.
         *
         * @return the rendering
         */
        public Rendering build() {
            return new Rendering(fields, removal);
        }
    }
}
