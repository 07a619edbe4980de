package io.telcofactory.opennebula.backend;

import io.telcofactory.api.compute.DataSize;
import io.telcofactory.api.network.Bandwidth;
import io.telcofactory.api.network.Bitrate;
import io.telcofactory.opennebula.model.OneTemplate;
import io.telcofactory.opennebula.xml.XmlNode;
import java.util.Optional;

/** The bandwidth of interfaces in one direction: three attributes of a network, in kB/s and KiB as libvirt counts them. */
enum BandwidthForm {
    INBOUND,
    OUTBOUND;

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
        Optional<String> average = network.text("TEMPLATE/" + name() + "_AVG_BW");
        Optional<String> peak = network.text("TEMPLATE/" + name() + "_PEAK_BW");
        Optional<String> burst = network.text("TEMPLATE/" + name() + "_PEAK_KB");
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
        template.remove(name() + "_AVG_BW").remove(name() + "_PEAK_BW").remove(name() + "_PEAK_KB");
        limit.ifPresent(found -> {
            template.set(name() + "_AVG_BW", kilobytes(found.average()));
            found.peak().ifPresent(peak -> template.set(name() + "_PEAK_BW", kilobytes(peak)));
            found.burst().ifPresent(size -> template.set(name() + "_PEAK_KB", size.bytes() / KIBIBYTE));
        });
    }

    private static long kilobytes(Bitrate rate) {
        return rate.bitsPerSecond() / BITS_IN_KB;
    }

    private static Bitrate rate(String kilobytes) {
        return new Bitrate(Math.multiplyExact(Long.parseLong(kilobytes.strip()), BITS_IN_KB));
    }
}
