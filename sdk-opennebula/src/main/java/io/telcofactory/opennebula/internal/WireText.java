package io.telcofactory.opennebula.internal;

import java.util.Locale;
import java.util.Optional;

/** Knows the texts that no call can carry: the server refuses the whole call without saying which text it means. */
public final class WireText {

    private WireText() {}

    /**
     * Tells why a text cannot be sent.
     *
     * @param text any text
     * @return what it holds and what would become of it, as the rest of a sentence; nothing when it can be sent
     */
    public static Optional<String> refusal(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' && c != '\n' && c != '\t' && c != '\r') {
                return Optional.of("holds the control character " + code(c) + ", which XML cannot carry");
            }
            if (Character.isSurrogate(c)) {
                return Optional.of("holds a character beyond U+FFFF (an emoji, for example), which the server refuses");
            }
            if (c >= 0xFFFE) {
                return Optional.of("holds " + code(c) + ", which is no character of XML");
            }
        }
        return Optional.empty();
    }

    private static String code(char c) {
        return String.format(Locale.ROOT, "U+%04X", (int) c);
    }
}
