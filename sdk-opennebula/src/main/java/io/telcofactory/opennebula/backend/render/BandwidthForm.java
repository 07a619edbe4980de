package io.telcofactory.opennebula.backend.render;

import io.telcofactory.api.compute.DataSize;
import io.telcofactory.api.network.Bandwidth;
import io.telcofactory.api.network.Bitrate;
import io.telcofactory.opennebula.model.OneTemplate;
import io.telcofactory.opennebula.xml.XmlNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** The bandwidth of interfaces in one direction: three attributes of a network or an interface, in kB/s and KiB as libvirt counts them. */
enum BandwidthForm {
    INBOUND,
    OUTBOUND;

    private static final String AVERAGE = "_AVG_BW";
    private static final String PEAK = "_PEAK_BW";
    private static final String BURST = "_PEAK_KB";
    private static final long BITS_IN_KB = 8_000;
    private static final long KIBIBYTE = 1024;

    /** The one text of a bandwidth: a peak that equals the average is none. */
    static String text(Bandwidth limit) {
        return limit.average()
                + limit.peak()
                        .filter(peak -> !peak.equals(limit.average()))
                        .map(peak -> ", peak " + peak)
                        .orElse("")
                + limit.burst().map(size -> ", burst " + size).orElse("");
    }

    /** The text of what an element {@code VNET} limits, empty for nothing. */
    String text(XmlNode network) {
        return text(key -> network.text("TEMPLATE/" + key));
    }

    /** The text of what an interface limits, empty for nothing. */
    String text(Map<String, String> settings) {
        return text(key -> Optional.ofNullable(settings.get(key)));
    }

    private String text(Function<String, Optional<String>> value) {
        Optional<String> average = value.apply(name() + AVERAGE);
        Optional<String> peak = value.apply(name() + PEAK);
        Optional<String> burst = value.apply(name() + BURST);
        try {
            return average.isEmpty() && peak.isEmpty() && burst.isEmpty()
                    ? ""
                    : text(new Bandwidth(
                            rate(average.orElse("")),
                            peak.map(BandwidthForm::rate),
                            burst.map(size -> DataSize.kibibytes(Long.parseLong(size.strip())))));
        } catch (IllegalArgumentException notOurs) {
            return average.orElse("none") + " kB/s, peak " + peak.orElse("none") + " kB/s, burst "
                    + burst.orElse("none") + " KiB";
        }
    }

    void set(OneTemplate.Builder template, Optional<Bandwidth> limit) {
        template.remove(name() + AVERAGE).remove(name() + PEAK).remove(name() + BURST);
        limit.ifPresent(found -> attributes(found).forEach(template::set));
    }

    /** The attributes of a bandwidth. */
    Map<String, String> attributes(Bandwidth limit) {
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put(name() + AVERAGE, kilobytes(limit.average()));
        limit.peak().ifPresent(peak -> attributes.put(name() + PEAK, kilobytes(peak)));
        limit.burst().ifPresent(size -> attributes.put(name() + BURST, Long.toString(size.bytes() / KIBIBYTE)));
        return attributes;
    }

    /** The names of all attributes, of both directions. */
    static List<String> keys() {
        return Stream.of(values())
                .flatMap(way -> Stream.of(way.name() + AVERAGE, way.name() + PEAK, way.name() + BURST))
                .toList();
    }

    private static String kilobytes(Bitrate rate) {
        return Long.toString(rate.bitsPerSecond() / BITS_IN_KB);
    }

    private static Bitrate rate(String kilobytes) {
        return new Bitrate(Math.multiplyExact(Long.parseLong(kilobytes.strip()), BITS_IN_KB));
    }
}
