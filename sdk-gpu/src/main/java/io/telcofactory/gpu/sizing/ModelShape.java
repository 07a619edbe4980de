package io.telcofactory.gpu.sizing;

import java.util.Objects;

/**
 * What of a language model decides on its memory.
 *
 * <p><i>Shape</i>: all experts of a mixture count as parameters, because all of them are in memory. A model with compressed
 * attention (MLA) keeps one vector per token and layer instead of keys and values per head.
 *
 * @since 0.1
 */
public final class ModelShape {
    private final String name;
    private final double parameters;
    private final int layers;
    private final int kvHeads;
    private final int headSize;
    private final int window;
    private final int windowedLayers;
    private final int compressedKvSize;
    private final int hiddenSize;
    private final int intermediateSize;

    private ModelShape(Builder builder) {
        this.name = builder.name;
        this.parameters = builder.parameters;
        this.layers = builder.layers;
        this.kvHeads = builder.kvHeads;
        this.headSize = builder.headSize;
        this.window = builder.window;
        this.windowedLayers = builder.windowedLayers;
        this.compressedKvSize = builder.compressedKvSize;
        this.hiddenSize = builder.hiddenSize;
        this.intermediateSize = builder.intermediateSize;
    }

    /**
     * Starts a model.
     *
     * @param name its name
     * @return a builder
     */
    public static Builder builder(String name) {
        return new Builder(name);
    }

    /**
     * Returns the name.
     *
     * @return for example {@code Llama-3.1-8B}
     */
    public String name() {
        return name;
    }

    /**
     * Returns the parameters, all experts included.
     *
     * @return the number, not billions
     */
    public double parameters() {
        return parameters;
    }

    /**
     * Returns the layers.
     *
     * @return at least 1
     */
    public int layers() {
        return layers;
    }

    /**
     * Returns the heads for keys and values.
     *
     * @return fewer than the heads for queries in most models
     */
    public int kvHeads() {
        return kvHeads;
    }

    /**
     * Returns the size of a head.
     *
     * @return numbers per head
     */
    public int headSize() {
        return headSize;
    }

    /**
     * Returns how many tokens a windowed layer remembers.
     *
     * @return tokens, 0 if no layer has a window
     */
    public int window() {
        return window;
    }

    /**
     * Returns the layers with a window.
     *
     * @return 0 up to all
     */
    public int windowedLayers() {
        return windowedLayers;
    }

    /**
     * Returns the numbers that compressed attention keeps per token and layer.
     *
     * @return 0 for ordinary attention
     */
    public int compressedKvSize() {
        return compressedKvSize;
    }

    /**
     * Returns the size of the hidden state.
     *
     * @return 0 if it is not known
     */
    public int hiddenSize() {
        return hiddenSize;
    }

    /**
     * Returns the inner size of the feed-forward part.
     *
     * @return 0 if it is not known
     */
    public int intermediateSize() {
        return intermediateSize;
    }

    /**
     * Returns what one more token costs while no window is full.
     *
     * @param precision the precision of the cache
     * @return bytes, over all layers
     */
    public double kvBytesPerToken(Precision precision) {
        return layers * kvNumbersPerLayer(1) * precision.bytes();
    }

    double kvNumbersPerLayer(int tensorParallel) {
        // compressed attention has no heads to share out: every GPU keeps the whole vector
        return compressedKvSize > 0
                ? compressedKvSize
                : 2.0 * Math.max(1, (kvHeads + tensorParallel - 1) / tensorParallel) * headSize;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ModelShape that
                && name.equals(that.name)
                && parameters == that.parameters
                && layers == that.layers
                && kvHeads == that.kvHeads
                && headSize == that.headSize
                && window == that.window
                && windowedLayers == that.windowedLayers
                && compressedKvSize == that.compressedKvSize
                && hiddenSize == that.hiddenSize
                && intermediateSize == that.intermediateSize;
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, parameters, layers);
    }

    /** Returns the name. */
    @Override
    public String toString() {
        return name;
    }

    /** Collects the values of a {@link ModelShape}. */
    public static final class Builder {
        private final String name;
        private double parameters;
        private int layers = 1;
        private int kvHeads = 1;
        private int headSize = 1;
        private int window;
        private int windowedLayers;
        private int compressedKvSize;
        private int hiddenSize;
        private int intermediateSize;

        private Builder(String name) {
            this.name = Objects.requireNonNull(name, "name");
        }

        /**
         * Sets the parameters, all experts included.
         *
         * @param parameters the number, not billions
         * @return this builder
         */
        public Builder parameters(double parameters) {
            this.parameters = parameters;
            return this;
        }

        /**
         * Sets the attention.
         *
         * @param layers the layers
         * @param kvHeads the heads for keys and values
         * @param headSize the size of a head
         * @return this builder
         */
        public Builder attention(int layers, int kvHeads, int headSize) {
            this.layers = layers;
            this.kvHeads = kvHeads;
            this.headSize = headSize;
            return this;
        }

        /**
         * Says that some layers remember the last tokens only.
         *
         * @param tokens the window
         * @param layers how many layers have it
         * @return this builder
         */
        public Builder window(int tokens, int layers) {
            this.window = tokens;
            this.windowedLayers = layers;
            return this;
        }

        /**
         * Says that attention is compressed (MLA).
         *
         * @param numbers what is kept per token and layer: latent and rotary part together
         * @return this builder
         */
        public Builder compressedKv(int numbers) {
            this.compressedKvSize = numbers;
            return this;
        }

        /**
         * Sets the sizes that activations follow from.
         *
         * @param hidden the hidden state
         * @param intermediate the inner size of the feed-forward part
         * @return this builder
         */
        public Builder sizes(int hidden, int intermediate) {
            this.hiddenSize = hidden;
            this.intermediateSize = intermediate;
            return this;
        }

        /**
         * Makes the model.
         *
         * @return the model
         * @throws IllegalArgumentException if a number is out of range
         */
        public ModelShape build() {
            if (!(parameters > 0) || layers < 1 || kvHeads < 1 || headSize < 1) {
                throw new IllegalArgumentException(name + ": parameters, layers, heads and head size are above 0, not "
                        + parameters + ", " + layers + ", " + kvHeads + ", " + headSize);
            }
            if (windowedLayers < 0 || windowedLayers > layers || (windowedLayers > 0 && window < 1)) {
                throw new IllegalArgumentException(name + ": " + windowedLayers + " of " + layers
                        + " layers with a window of " + window + " tokens");
            }
            return new ModelShape(this);
        }
    }
}
