package io.telcofactory.opennebula.internal;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the text of a quota that would be exceeded. */
final class Quota {
    static final Pattern PATTERN = Pattern.compile(
            "(user|group) \\[(\\d+)\\] limit of (\\S+) reached for (\\S+) quota in (\\w+)(?: with ID: (\\d+))?",
            Pattern.CASE_INSENSITIVE);

    private Quota() {}

    static String describe(String words) {
        Matcher matcher = PATTERN.matcher(words);
        if (!matcher.find()) {
            return words;
        }
        String where = matcher.group(6) == null ? "" : " of " + scope(matcher.group(5)) + " " + matcher.group(6);
        return "The quota of " + matcher.group(1).toLowerCase(Locale.ROOT) + " " + matcher.group(2) + " allows "
                + matcher.group(3) + " " + matcher.group(4) + where + ". The server says: " + words;
    }

    private static String scope(String kind) {
        return kind.equals("VM") ? "cluster" : kind.toLowerCase(Locale.ROOT);
    }
}
