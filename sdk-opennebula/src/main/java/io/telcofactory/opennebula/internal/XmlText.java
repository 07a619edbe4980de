package io.telcofactory.opennebula.internal;

/** Writes text so that every XML parser reads the same text again. */
public final class XmlText {

    private XmlText() {}

    /**
     * Appends text as the content of an element.
     *
     * @param text the text; carriage returns survive as references
     * @param out where to append
     */
    public static void escape(String text, StringBuilder out) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '\r' -> out.append("&#13;");
                default -> out.append(c);
            }
        }
    }
}
