package io.telcofactory.benchmarks;

/** What a row says about its target. */
public enum Verdict {
    OK("ok"),
    MISS("MISS"),
    /** The row has no target. */
    NONE("-");

    private final String text;

    Verdict(String text) {
        this.text = text;
    }

    public static Verdict of(boolean reached) {
        return reached ? OK : MISS;
    }

    @Override
    public String toString() {
        return text;
    }
}
