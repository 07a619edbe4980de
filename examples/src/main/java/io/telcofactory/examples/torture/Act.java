package io.telcofactory.examples.torture;

/** What is done with a blueprint. */
enum Act {
    /** It is made. */
    APPLY,
    /** Quotas, gateways and rules become others. */
    CHANGE,
    /** A role gets a second instance. */
    SCALE,
    /** Everything of it is taken away. */
    DESTROY;

    @Override
    public String toString() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
