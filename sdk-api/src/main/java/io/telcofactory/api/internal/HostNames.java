package io.telcofactory.api.internal;

/** Patterns of host names as site documents and servers spell them: {@code *} stands for any characters. */
public final class HostNames {
    /** Fits every host. */
    public static final String ALL = "*";

    private HostNames() {}

    /**
     * Checks that a pattern can stand in a server's expression.
     *
     * @param field what is checked, for the message
     * @param pattern the pattern
     * @return the pattern
     */
    public static String check(String field, String pattern) {
        return Checks.require(
                pattern.matches("[A-Za-z0-9._*-]{1,128}"),
                pattern,
                field,
                "must be a host name, '*' for any characters");
    }

    /**
     * Tells whether a name fits.
     *
     * @param pattern the pattern
     * @param host the host's name
     * @return true if it does
     */
    public static boolean fit(String pattern, String host) {
        return host.matches("\\Q" + pattern.replace(ALL, "\\E.*\\Q") + "\\E");
    }
}
