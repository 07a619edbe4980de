package io.telcofactory.testkit.opennebula;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reduces answers to what must be alike: ids, times and other numbers are left out. */
final class Shapes {

    private static final Pattern ELEMENT =
            Pattern.compile("<(/?)([A-Z][A-Z0-9_]*)(/?)>(?:<!\\[CDATA\\[(.*?)]]>|([^<]*))?", Pattern.DOTALL);
    private static final Pattern KEY = Pattern.compile("\"([^\"]+)\": ?(\\{|\\[|\"[^\"]*\"|[^,\\n]*)");
    private static final Pattern STRING = Pattern.compile("<string>(.*?)</string>", Pattern.DOTALL);
    private static final Pattern TYPES = Pattern.compile("<(i4|i8|boolean|string)>");

    /** Elements whose value or presence is left to chance or to the clock. */
    private static final Set<String> CHANCE = Set.of(
            "LAST_POLL", "UUID", "TOKEN", "TOKEN_PASSWORD", "PASSWORD", "MAC", "MAC_END", "SCHED_MESSAGE", "TIMESTAMP");

    private Shapes() {}

    /** Whether the call was served, the code, and the message with its numbers masked. */
    static String outcome(String answer) {
        if (!answer.startsWith("<?xml")) {
            String text = answer.strip();
            return text.matches("(?s)\\d+ *\\{.*") && text.startsWith("2")
                    ? text.substring(0, 3)
                    : mask(text.replaceAll("(?s)<!DOCTYPE.*", "html").replaceAll("(?s)\\\\n.*", ""));
        }
        if (answer.contains("<fault>")) {
            return "fault " + code(answer) + " " + mask(string(answer));
        }
        if (answer.contains("<boolean>0</boolean>")) {
            return "error " + code(answer) + " " + mask(string(answer));
        }
        return "ok";
    }

    private static String code(String answer) {
        Matcher matcher = Pattern.compile("<i4>(-?\\d+)</i4>").matcher(answer);
        return matcher.find() ? matcher.group(1) : "";
    }

    private static String string(String answer) {
        Matcher matcher = STRING.matcher(answer);
        return matcher.find()
                ? matcher.group(1).replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
                : "";
    }

    static String mask(String text) {
        return text.replaceAll("[0-9a-f]{32,}", "HASH").replaceAll("\\d+", "#");
    }

    /** The sequence of types and elements, or of keys. */
    static List<String> structure(String answer) {
        List<String> shape = new ArrayList<>();
        if (!answer.startsWith("<?xml")) {
            Matcher keys = KEY.matcher(answer);
            while (keys.find()) {
                shape.add(keys.group(1));
            }
            return shape;
        }
        Matcher types = TYPES.matcher(answer);
        while (types.find()) {
            shape.add(types.group(1));
        }
        Matcher elements = ELEMENT.matcher(document(answer));
        while (elements.find()) {
            shape.add(elements.group(1) + elements.group(2) + elements.group(3));
        }
        return shape;
    }

    private static String document(String answer) {
        String text = string(answer);
        // What monitoring adds, and when, is not part of the structure of an object.
        return text.replaceAll("(?s)<MONITORING>.*?</MONITORING>|<MONITORING/>", "<MONITORING/>")
                .replaceAll("<SCHED_MESSAGE>.*?</SCHED_MESSAGE>", "");
    }

    /** The states that an answer shows, or that the object is gone. */
    static List<String> states(String answer) {
        List<String> states = new ArrayList<>();
        if (answer.contains("Error getting")) {
            states.add("gone");
        }
        Matcher matcher = Pattern.compile("(?:&lt;(?:LCM_)?STATE&gt;(?:&lt;!\\[CDATA\\[)?|\"state\": )(\\d+)")
                .matcher(answer);
        while (matcher.find()) {
            states.add(matcher.group(1));
        }
        return states;
    }

    /** All values with their numbers masked. */
    static List<String> values(String answer) {
        List<String> values = new ArrayList<>();
        if (!answer.startsWith("<?xml")) {
            Matcher keys = KEY.matcher(answer);
            while (keys.find()) {
                values.add(keys.group(1) + "=" + mask(keys.group(2)));
            }
            return values;
        }
        Matcher elements = ELEMENT.matcher(document(answer));
        while (elements.find()) {
            if (elements.group(1).isEmpty() && !CHANCE.contains(elements.group(2))) {
                String value = elements.group(4) != null ? elements.group(4) : elements.group(5);
                values.add(elements.group(2) + "=" + mask(String.valueOf(value)));
            }
        }
        return values;
    }

    static String firstDifference(List<String> real, List<String> fake) {
        for (int i = 0; i < Math.max(real.size(), fake.size()); i++) {
            String one = i < real.size() ? real.get(i) : "(end)";
            String other = i < fake.size() ? fake.get(i) : "(end)";
            if (!one.equals(other)) {
                String before = i > 0 ? real.get(i - 1) : "";
                return "after " + before + " real " + one + " fake " + other;
            }
        }
        return "none";
    }
}
