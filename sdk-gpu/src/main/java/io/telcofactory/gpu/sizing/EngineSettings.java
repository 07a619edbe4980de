package io.telcofactory.gpu.sizing;

/**
 * How the engine that serves the model is set; the defaults are those of vLLM.
 *
 * @param weights precision of the weights
 * @param kvCache precision of keys and values
 * @param utilization the part of the slice's memory that the engine may take, above 0 and up to 1
 * @param maxBatchedTokens tokens that one step works on
 * @param eager whether CUDA graphs are off
 * @param tensorParallel whole GPUs that share the model; slices can't
 * @since 0.1
 */
public record EngineSettings(
        Precision weights,
        Precision kvCache,
        double utilization,
        int maxBatchedTokens,
        boolean eager,
        int tensorParallel) {

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if one is out of range
     */
    public EngineSettings {
        if (!(utilization > 0) || utilization > 1) {
            throw new IllegalArgumentException("utilization is above 0 and up to 1, not " + utilization);
        }
        if (maxBatchedTokens < 1 || tensorParallel < 1) {
            throw new IllegalArgumentException(
                    "batched tokens and GPUs are at least 1, not " + maxBatchedTokens + " and " + tensorParallel);
        }
    }

    /**
     * Returns the defaults for a precision of the weights: a cache of 16 bits, 90 % of the memory, 2048 tokens a step.
     *
     * @param weights the precision
     * @return the settings
     */
    public static EngineSettings of(Precision weights) {
        return new EngineSettings(weights, Precision.BF16, 0.9, 2048, false, 1);
    }

    /**
     * Returns a copy with another precision of keys and values.
     *
     * @param precision the precision
     * @return the copy
     */
    public EngineSettings withKvCache(Precision precision) {
        return new EngineSettings(weights, precision, utilization, maxBatchedTokens, eager, tensorParallel);
    }

    /**
     * Returns a copy that takes another part of the memory.
     *
     * @param part above 0 and up to 1
     * @return the copy
     */
    public EngineSettings withUtilization(double part) {
        return new EngineSettings(weights, kvCache, part, maxBatchedTokens, eager, tensorParallel);
    }

    /**
     * Returns a copy that works on so many tokens in one step; activations grow with them.
     *
     * @param tokens at least 1
     * @return the copy
     */
    public EngineSettings withMaxBatchedTokens(int tokens) {
        return new EngineSettings(weights, kvCache, utilization, tokens, eager, tensorParallel);
    }

    /**
     * Returns a copy that spreads the model over whole GPUs.
     *
     * @param gpus how many
     * @return the copy
     */
    public EngineSettings withTensorParallel(int gpus) {
        return new EngineSettings(weights, kvCache, utilization, maxBatchedTokens, eager, gpus);
    }

    /**
     * Returns a copy without CUDA graphs.
     *
     * @return the copy
     */
    public EngineSettings withoutGraphs() {
        return new EngineSettings(weights, kvCache, utilization, maxBatchedTokens, true, tensorParallel);
    }
}
