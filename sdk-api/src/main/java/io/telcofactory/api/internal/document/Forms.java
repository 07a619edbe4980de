package io.telcofactory.api.internal.document;

import io.telcofactory.api.Ref;
import io.telcofactory.api.SecretRef;
import io.telcofactory.api.compute.DataSize;
import io.telcofactory.api.internal.Checks;
import io.telcofactory.api.internal.ShortTime;
import io.telcofactory.api.network.Cidr;
import io.telcofactory.api.network.IpAddress;
import io.telcofactory.api.network.Ipv4;
import io.telcofactory.api.network.Ipv6;
import io.telcofactory.api.network.PortRange;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The forms of small values that many types share. */
final class Forms {
    private static final String OCTET = "(25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])";
    private static final String ADDRESS = OCTET + "(\\." + OCTET + "){3}";
    private static final String ADDRESS6 = "[0-9A-Fa-f:]*:[0-9A-Fa-f:]*";
    private static final Pattern WHOLE = Pattern.compile("0|-?[1-9]\\d{0,9}");
    private static final Pattern DURATION = Pattern.compile("(\\d{1,9}) ?(s|m|h)");

    /** The name of a resource. */
    static final Form<String> NAME = scalar(
            text -> Checks.name("name", text), "a name", "^[a-z]([a-z0-9-]{0,38}[a-z0-9])?$", "defect-detection");

    /** An amount of memory. */
    static final Form<DataSize> SIZE =
            scalar(DataSize::parse, "a size", "^[0-9]{1,15} ?(B|KiB|MiB|GiB|TiB)$", "64 GiB");

    /** A time in whole seconds, minutes or hours. */
    static final Form<Duration> DURATION_TEXT = new ScalarForm<>(
            Forms::duration,
            value -> Node.Scalar.text(print(value)),
            new Shape.Text("a time", "^[0-9]{1,9} ?(s|m|h)$", "10s"));

    /** A time zone. */
    static final Form<ZoneId> ZONE = scalar(Forms::zone, "a time zone", "^[A-Za-z0-9/_+:-]{1,64}$", "Europe/Lisbon");

    /** A moment. */
    static final Form<Instant> INSTANT = scalar(
            Forms::instant,
            "a moment",
            "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2})?(Z|[+-][0-9]{2}:[0-9]{2})$",
            "2026-12-24T18:00:00+01:00");

    /** A time in whole milliseconds or microseconds. */
    static final Form<Duration> SHORT_TIME = new ScalarForm<>(
            ShortTime::parse,
            value -> Node.Scalar.text(ShortTime.print(value)),
            new Shape.Text("a short time", "^[0-9]{1,9} ?(ms|us)$", "20ms"));

    /** Whether something is so. */
    static final Form<Boolean> FLAG = new ScalarForm<>(
            text -> Boolean.valueOf(
                    Checks.require(text.equals("true") || text.equals("false"), text, "flag", "must be true or false")),
            Node.Scalar::truth,
            new Shape.Flag());

    static final Form<Ipv4> IPV4 = scalar(Ipv4::parse, "an IPv4 address", "^" + ADDRESS + "$", "10.60.0.1");

    static final Form<Ipv6> IPV6 = scalar(Ipv6::parse, "an IPv6 address", "^" + ADDRESS6 + "$", "2001:db8:60::1");

    /** An address of either family. */
    static final Form<IpAddress> ADDRESS_TEXT = scalar(
            IpAddress::parse,
            "an IPv4 or IPv6 address",
            "^(" + ADDRESS + "|" + ADDRESS6 + ")$",
            "10.60.0.1 or 2001:db8:60::1");

    /** A range of either family. */
    static final Form<Cidr> CIDR = scalar(
            Cidr::parse,
            "an IPv4 or IPv6 range",
            "^(" + ADDRESS + "/(3[0-2]|[12]?[0-9])|" + ADDRESS6 + "/(12[0-8]|1[01][0-9]|[1-9]?[0-9]))$",
            "10.60.0.0/24 or 2001:db8:60::/64");

    /** A port or a range of ports. */
    static final Form<PortRange> PORTS = new ScalarForm<>(
            PortRange::parse,
            ports -> ports.first() == ports.last()
                    ? Node.Scalar.number(ports.first())
                    : Node.Scalar.text(ports.toString()),
            new Shape.Text("a port or ports", "^[0-9]{1,5}(-[0-9]{1,5})?$", "8554 or 8000-8100"));

    /** A reference to another resource. */
    static final Form<Ref> REF =
            scalar(Ref::parse, "a reference", "^[a-z0-9-]+(/[a-z0-9-]+){1,2}$", "network/acme/cameras");

    /** Where a secret is. */
    static final Form<SecretRef> SECRET = new SecretForm();

    private Forms() {}

    /** Any text; the value's own check says which. */
    static Form<String> text(String meaning, String pattern, String example) {
        return scalar(Function.identity(), meaning, pattern, example);
    }

    /** Any text; the value's own check says which. */
    static Form<String> text(String meaning, String example) {
        return text(meaning, "", example);
    }

    /** The same form for a field to which another example is closer. */
    static <T> Form<T> like(String example, Form<T> form) {
        if (form instanceof ScalarForm<T> scalar && scalar.shape() instanceof Shape.Text text) {
            return new ScalarForm<>(
                    scalar.parse(), scalar.print(), new Shape.Text(text.meaning(), text.pattern(), example));
        }
        throw new IllegalArgumentException(form + " is not that of a text");
    }

    /** A whole number. */
    static Form<Integer> whole(int min, int max, int example) {
        return new ScalarForm<>(
                text -> {
                    Checks.require(WHOLE.matcher(text).matches(), text, "number", "must be a whole number");
                    long number = Long.parseLong(text);
                    Checks.require(number == (int) number, text, "number", "must be at most " + max);
                    return Checks.range("number", (int) number, min, max);
                },
                Node.Scalar::number,
                new Shape.Whole(min, max, example));
    }

    /** A constant, in lower case, its words joined by a hyphen. */
    static <E extends Enum<E>> Form<E> choice(Class<E> type) {
        List<String> words =
                Arrays.stream(type.getEnumConstants()).map(Forms::word).toList();
        return new ScalarForm<>(
                text -> Arrays.stream(type.getEnumConstants())
                        .filter(constant -> word(constant).equals(text.toLowerCase(Locale.ROOT)))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException(
                                "word = '" + text + "' must be one of " + String.join(", ", words))),
                constant -> Node.Scalar.text(word(constant)),
                new Shape.Choice(words));
    }

    static <E> Form<List<E>> listOf(Form<E> element) {
        return new ListForm<>(element);
    }

    static <E extends Comparable<? super E>> Form<Set<E>> setOf(Form<E> element) {
        return new SetForm<>(new ListForm<>(element));
    }

    /** A value whose printed form is read by {@code parse}. */
    static <T> Form<T> scalar(Function<String, T> parse, String meaning, String pattern, String example) {
        return new ScalarForm<>(
                parse, value -> Node.Scalar.text(value.toString()), new Shape.Text(meaning, pattern, example));
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static ZoneId zone(String text) {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("zone = '" + text + "' must be a time zone such as Europe/Lisbon", e);
        }
    }

    private static Instant instant(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "moment = '" + text + "' must look like 2026-12-24T18:00:00+01:00 or 2026-12-24T17:00:00Z", e);
        }
    }

    private static Duration duration(String text) {
        Matcher form = DURATION.matcher(text);
        Checks.require(form.matches(), text, "time", "must be a whole number and a unit: s, m or h");
        long count = Long.parseLong(form.group(1));
        return switch (form.group(2)) {
            case "s" -> Duration.ofSeconds(count);
            case "m" -> Duration.ofMinutes(count);
            default -> Duration.ofHours(count);
        };
    }

    private static String print(Duration value) {
        long seconds = value.toSeconds();
        if (seconds == 0 || seconds % 60 != 0) {
            return seconds + "s";
        }
        return seconds % 3600 == 0 ? seconds / 3600 + "h" : seconds / 60 + "m";
    }
}
