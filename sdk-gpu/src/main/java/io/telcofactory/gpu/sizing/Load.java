package io.telcofactory.gpu.sizing;

/**
 * What a model has to serve at the same time.
 *
 * @param sequences conversations at once
 * @param tokens tokens of each, prompt and answer together
 * @since 0.1
 */
public record Load(int sequences, int tokens) {

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if one is below 1
     */
    public Load {
        if (sequences < 1 || tokens < 1) {
            throw new IllegalArgumentException(
                    "a load is at least 1 sequence of 1 token, not " + sequences + " of " + tokens);
        }
    }

    /** Returns the load in words. */
    @Override
    public String toString() {
        return sequences + " x " + tokens + " tokens";
    }
}
