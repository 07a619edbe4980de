package io.telcofactory.gpu.sizing;

import io.telcofactory.api.internal.ValueStyle;
import org.immutables.value.Value;

/**
 * What of a language model decides on its memory.
 *
 * <p><i>Shape</i>: all experts of a mixture count as parameters, because all of them are in memory. A model with compressed
 * attention (MLA) keeps one vector per token and layer instead of keys and values per head.
 *
 * @since 0.1
 */
@Value.Immutable
@ValueStyle
public abstract sealed class ModelShape permits ImmutableModelShape {
    ModelShape() {}

    /**
     * Returns the name.
     *
     * @return for example {@code Llama-3.1-8B}
     */
    public abstract String name();

    /**
     * Returns the parameters, all experts included.
     *
     * @return the number, not billions; above 0
     */
    public abstract double parameters();

    /**
     * Returns the layers.
     *
     * @return at least 1
     */
    public abstract int layers();

    /**
     * Returns the heads for keys and values.
     *
     * @return at least 1, fewer than the heads for queries in most models
     */
    public abstract int kvHeads();

    /**
     * Returns the size of a head.
     *
     * @return numbers per head, at least 1
     */
    public abstract int headSize();

    /**
     * Returns how many tokens a windowed layer remembers.
     *
     * @return tokens, 0 if no layer has a window
     */
    @Value.Default
    public int window() {
        return 0;
    }

    /**
     * Returns the layers with a window.
     *
     * @return 0 up to all
     */
    @Value.Default
    public int windowedLayers() {
        return 0;
    }

    /**
     * Returns the numbers that compressed attention keeps per token and layer: latent and rotary part together.
     *
     * @return 0 for ordinary attention
     */
    @Value.Default
    public int compressedKvSize() {
        return 0;
    }

    /**
     * Returns the size of the hidden state.
     *
     * @return 0 if it is not known
     */
    @Value.Default
    public int hiddenSize() {
        return 0;
    }

    /**
     * Returns the inner size of the feed-forward part.
     *
     * @return 0 if it is not known
     */
    @Value.Default
    public int intermediateSize() {
        return 0;
    }

    /**
     * Returns the longest context the model was made for.
     *
     * @return tokens, 0 if it is not known
     */
    @Value.Default
    public int maxContext() {
        return 0;
    }

    /**
     * Starts a model.
     *
     * @param name its name
     * @return a builder
     */
    public static Builder builder(String name) {
        return new Builder().name(name);
    }

    /**
     * Starts a model from this one.
     *
     * @return a builder with these values
     */
    public Builder toBuilder() {
        return new Builder().from(this);
    }

    /**
     * Returns what one more token costs while no window is full.
     *
     * @param precision the precision of the cache
     * @return bytes, over all layers
     */
    public double kvBytesPerToken(Precision precision) {
        return layers() * kvNumbersPerLayer(1) * precision.bytes();
    }

    double kvNumbersPerLayer(int tensorParallel) {
        // compressed attention has no heads to share out: every GPU keeps the whole vector
        return compressedKvSize() > 0
                ? compressedKvSize()
                : 2.0 * Math.max(1, (kvHeads() + tensorParallel - 1) / tensorParallel) * headSize();
    }

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if one is out of range
     */
    @Value.Check
    void check() {
        if (!(parameters() > 0)
                || Double.isInfinite(parameters())
                || Math.min(layers(), Math.min(kvHeads(), headSize())) < 1) {
            throw new IllegalArgumentException(name() + ": parameters, layers, heads and head size are above 0, not "
                    + parameters() + ", " + layers() + ", " + kvHeads() + ", " + headSize());
        }
        if (compressedKvSize() < 0 || hiddenSize() < 0 || intermediateSize() < 0 || maxContext() < 0) {
            throw new IllegalArgumentException(name() + ": sizes are at least 0, not " + compressedKvSize() + ", "
                    + hiddenSize() + ", " + intermediateSize() + ", " + maxContext());
        }
        if (windowedLayers() < 0 || windowedLayers() > layers() || (windowedLayers() > 0 && window() < 1)) {
            throw new IllegalArgumentException(name() + ": " + windowedLayers() + " of " + layers()
                    + " layers with a window of " + window() + " tokens");
        }
    }

    /** Returns the name. */
    @Override
    public String toString() {
        return name();
    }

    /** Collects the attributes of a model. */
    public static final class Builder extends ImmutableModelShape.Builder {
        Builder() {}

        /**
         * Sets the attention.
         *
         * @param layers the layers
         * @param kvHeads the heads for keys and values
         * @param headSize the size of a head
         * @return this builder
         */
        public Builder attention(int layers, int kvHeads, int headSize) {
            return layers(layers).kvHeads(kvHeads).headSize(headSize);
        }

        /**
         * Says that some layers remember the last tokens only.
         *
         * @param tokens the window
         * @param layers how many layers have it
         * @return this builder
         */
        public Builder window(int tokens, int layers) {
            return window(tokens).windowedLayers(layers);
        }
    }
}
