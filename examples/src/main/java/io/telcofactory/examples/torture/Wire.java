package io.telcofactory.examples.torture;

import java.util.ArrayList;
import java.util.List;

/** Reads the XML of the fake, by a way of its own that shares nothing with the SDK. */
final class Wire {
    private Wire() {}

    /** All elements of a name that do not lie in one of the same name, with their tags. */
    static List<String> elements(String xml, String name) {
        List<String> found = new ArrayList<>();
        String open = "<" + name + ">";
        String close = "</" + name + ">";
        int at = xml.indexOf(open);
        while (at >= 0) {
            int end = xml.indexOf(close, at);
            found.add(xml.substring(at + open.length(), end));
            at = xml.indexOf(open, end);
        }
        return found;
    }

    /** The text of the first element of a name, or nothing. */
    static String text(String xml, String name) {
        int at = xml.indexOf("<" + name + ">");
        if (at < 0) {
            return "";
        }
        int start = at + name.length() + 2;
        String text = xml.substring(start, xml.indexOf("</" + name + ">", start));
        return text.startsWith("<![CDATA[") ? text.substring(9, text.length() - 3) : text;
    }
}
