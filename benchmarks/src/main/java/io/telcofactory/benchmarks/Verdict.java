package io.telcofactory.benchmarks;

/** What a row says about its target. */
enum Verdict {
    OK("ok"),
    MISS("MISS"),
    /** The row has no target. */
    NONE("-");

    private final String text;

    Verdict(String text) {
        this.text = text;
    }

    static Verdict of(boolean reached) {
        return reached ? OK : MISS;
    }

    @Override
    public String toString() {
        return text;
    }
}
