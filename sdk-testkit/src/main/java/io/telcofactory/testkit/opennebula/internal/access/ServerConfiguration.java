package io.telcofactory.testkit.opennebula.internal.access;

import io.telcofactory.testkit.opennebula.internal.template.Attribute.Vector;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The configuration of oned as shipped with 7.4, the one place for what it lists. */
public final class ServerConfiguration {

    private static final Pattern PAIR = Pattern.compile("<(\\w+)><!\\[CDATA\\[([^]]*)]]>");
    private static final String XML = read();

    /** What was looked up in it before: searching it takes as long as a call. */
    private static final Map<String, Optional<Map<String, String>>> DRIVERS = new ConcurrentHashMap<>();

    private ServerConfiguration() {}

    /**
     * The document that {@code one.system.config} answers.
     *
     * @param oneGate where guests report, or empty text if they can't
     */
    public static String xml(String oneGate) {
        return oneGate.isEmpty()
                ? XML
                : XML.replaceFirst(
                        "<OPENNEBULA_CONFIGURATION>",
                        "<OPENNEBULA_CONFIGURATION><ONEGATE_ENDPOINT><![CDATA[" + oneGate + "]]></ONEGATE_ENDPOINT>");
    }

    /** All values of an attribute at the top of the configuration. */
    public static List<String> values(String attribute) {
        return Pattern.compile("<" + attribute + "><!\\[CDATA\\[([^]]*)]]>")
                .matcher(XML)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }

    /** What the configuration says of a driver, by the name of the list it is in; null when it is not there. */
    public static @Nullable Vector driver(String list, String name) {
        return DRIVERS.computeIfAbsent(list + "/" + name, absent -> search(list, name))
                .map(pairs -> {
                    Vector driver = new Vector();
                    pairs.forEach(driver::set);
                    return driver;
                })
                .orElse(null);
    }

    private static Optional<Map<String, String>> search(String list, String name) {
        Matcher entries = Pattern.compile("<" + list + ">(.*?)</" + list + ">").matcher(XML);
        while (entries.find()) {
            Map<String, String> entry = new HashMap<>();
            Matcher pairs = PAIR.matcher(entries.group(1));
            while (pairs.find()) {
                entry.put(pairs.group(1), pairs.group(2));
            }
            if (name.equals(entry.get("NAME"))) {
                return Optional.of(entry);
            }
        }
        return Optional.empty();
    }

    private static String read() {
        String name = "oned-config.xml";
        try (InputStream in = Objects.requireNonNull(ServerConfiguration.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replaceAll(">\n<", "><");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(name, unreadable);
        }
    }
}
