package io.telcofactory.testkit.opennebula.internal.template;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Dates as oned writes them into messages. */
public final class Dates {

    private static final DateTimeFormatter LOG = DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss yyyy", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private Dates() {}

    /** As in {@code Sun Nov 22 16:05:16 2026}. */
    public static String log(Instant at) {
        return LOG.format(at);
    }
}
