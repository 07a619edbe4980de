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
        int star = pattern.indexOf('*');
        return star < 0
                ? pattern.equals(host)
                : host.startsWith(pattern.substring(0, star)) && fitAfter(star, pattern, host);
    }

    /** Without a regular expression: plans ask this for every host and role. The earliest place for each part leaves the most for the others. */
    private static boolean fitAfter(int star, String pattern, String host) {
        int at = star;
        int part = star + 1;
        for (int next = pattern.indexOf('*', part); next >= 0; next = pattern.indexOf('*', part)) {
            String between = pattern.substring(part, next);
            int found = host.indexOf(between, at);
            if (found < 0) {
                return false;
            }
            at = found + between.length();
            part = next + 1;
        }
        String last = pattern.substring(part);
        return host.length() - at >= last.length() && host.endsWith(last);
    }
}
