package io.telcofactory.api.internal.document;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Compares names in a document with the known ones. */
final class Names {
    private Names() {}

    /** Notes every field that is not known, with the nearest known one; true if there is none. */
    static boolean known(Node.Mapping object, Collection<String> known, Trail trail) {
        boolean all = true;
        for (var field : object.fields().entrySet()) {
            if (!known.contains(field.getKey())) {
                String hint = nearest(field.getKey(), known)
                        .map(name -> "; did you mean '" + name + "'?")
                        .orElse("; there are " + String.join(", ", known));
                trail.problem(field.getValue().place(), "the field '" + field.getKey() + "' is unknown" + hint);
                all = false;
            }
        }
        return all;
    }

    /** Finds the known name that differs least, if it differs in no more than a third of its letters and one. */
    static Optional<String> nearest(String name, Collection<String> known) {
        String lower = name.toLowerCase(Locale.ROOT);
        return known.stream()
                .min(Comparator.comparingInt(candidate -> distance(lower, candidate.toLowerCase(Locale.ROOT))))
                .filter(candidate -> distance(lower, candidate.toLowerCase(Locale.ROOT)) <= 1 + candidate.length() / 3);
    }

    /** Counts the letters to insert, delete or replace (Levenshtein). */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
