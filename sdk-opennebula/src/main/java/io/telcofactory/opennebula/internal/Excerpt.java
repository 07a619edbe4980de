package io.telcofactory.opennebula.internal;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** The beginning of an answer that was not understood, as it may stand in an error: short, on one line, without secrets. */
public final class Excerpt {

    /** Bytes of an answer that are shown. */
    public static final int LONGEST = 1024;

    private static final String MASK = "****";
    private static final String TELLTALE = "(?:passw|token|secret|private|credential|auth)";

    /** What follows the tag of an element with a telling name, up to the next end tag; also in a document escaped inside another. */
    private static final Pattern ELEMENT = Pattern.compile(
            "((?:<|&lt;)[\\w.:-]*" + TELLTALE + "[\\w.:-]*(?:>|&gt;))(?:(?!(?:<|&lt;)/).)*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final Pattern JSON =
            Pattern.compile("(\"\\w*" + TELLTALE + "\\w*\"\\s*:\\s*\")(?:[^\"\\\\]|\\\\.)*", Pattern.CASE_INSENSITIVE);

    /** A result that is a bare text, as login tokens are; documents begin with a bracket and messages with their method. */
    private static final Pattern BARE_RESULT = Pattern.compile("(<string>)(?!\\s*(?:&lt;|\\[))[^<]+");

    private static final Pattern HASH = Pattern.compile("[0-9a-fA-F]{32,}");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Cntrl}]+");

    private Excerpt() {}

    /**
     * Shows the beginning of an answer.
     *
     * @param answer its first bytes
     * @return at most the first 1024 of them as text, with stars for what may be a secret
     */
    public static String of(byte[] answer) {
        return of(answer, answer.length);
    }

    /**
     * Shows the beginning of an answer.
     *
     * @param buffer begins with the answer's first bytes
     * @param length how many bytes of the buffer belong to the answer
     * @return at most the first 1024 of them as text, with stars for what may be a secret
     */
    public static String of(byte[] buffer, int length) {
        String text = new String(buffer, 0, Math.min(length, LONGEST), StandardCharsets.UTF_8);
        String masked = BARE_RESULT.matcher(text).replaceAll("$1" + MASK);
        masked = ELEMENT.matcher(masked).replaceAll("$1" + MASK);
        masked = JSON.matcher(masked).replaceAll("$1" + MASK);
        masked = HASH.matcher(masked).replaceAll(MASK);
        return BLANKS.matcher(masked).replaceAll(" ").strip();
    }
}
