package io.telcofactory.gpu.sizing;

import java.util.Locale;

/**
 * The memory a model needs on one GPU or slice, with its parts. All in GiB.
 *
 * @param weightsGib the weights
 * @param kvCacheGib keys and values of all tokens that are alive
 * @param activationsGib the peak while one step is worked on
 * @param graphsGib recorded CUDA graphs
 * @param contextGib the CUDA context of the process; a small slice pays it in full
 * @since 0.1
 */
public record MemoryNeed(
        double weightsGib, double kvCacheGib, double activationsGib, double graphsGib, double contextGib) {

    /**
     * Returns the sum.
     *
     * @return GiB
     */
    public double totalGib() {
        return weightsGib + kvCacheGib + activationsGib + graphsGib + contextGib;
    }

    double withoutKvCache() {
        return totalGib() - kvCacheGib;
    }

    /** Returns the sum and its parts. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%.1f GiB = weights %.1f + KV cache %.1f + activations %.1f + graphs %.1f + context %.1f",
                totalGib(),
                weightsGib,
                kvCacheGib,
                activationsGib,
                graphsGib,
                contextGib);
    }
}
