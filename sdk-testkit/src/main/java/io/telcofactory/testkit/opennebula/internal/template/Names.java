package io.telcofactory.testkit.opennebula.internal.template;

import org.jspecify.annotations.Nullable;

/** Which names oned takes. */
public final class Names {

    private static final String FORBIDDEN = "&|:\\\";/'#{}$<>\t\n\u000b\f\r";
    private static final int LONGEST = 128;

    private Names() {}

    /** Explains why a name cannot be taken, or returns null. */
    public static @Nullable String flaw(String name, String alsoForbidden) {
        if (name.isEmpty()) {
            return "Invalid NAME, it cannot be empty";
        }
        for (int i = 0; i < name.length(); i++) {
            char character = name.charAt(i);
            if (FORBIDDEN.indexOf(character) >= 0 || alsoForbidden.indexOf(character) >= 0) {
                return "Invalid NAME, char '" + character + "' is not allowed";
            }
        }
        return name.length() > LONGEST ? "Invalid NAME, max length is " + LONGEST + " chars" : null;
    }
}
