package io.telcofactory.upf.flow;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** The rules of one range of servers, one set of UEs by data network and slice, and one protocol, by UE addresses and ports. */
final class FlowIndex {
    private final List<Packets> all;
    private final Packets first;
    private final PortIndex everyUe;
    private final @Nullable UeIndex byUe;
    private final boolean uePorts;

    /** Takes some of all rules, by their numbers, at least one. */
    FlowIndex(int[] numbers, List<Packets> all) {
        this.all = all;
        first = all.get(numbers[0]);
        everyUe = new PortIndex(numbers, all);
        byUe = Arrays.stream(numbers).anyMatch(number -> ue(number).address() instanceof IpPrefix)
                ? new UeIndex(numbers, all)
                : null;
        uePorts = Arrays.stream(numbers).anyMatch(number -> ue(number).ports().isPresent());
    }

    private FlowEnd ue(int number) {
        return all.get(number).ue();
    }

    UeScope ues() {
        return first.ues();
    }

    /** Tells whether the rules may be of UEs and protocol of some packets. */
    boolean isLike(Packets packets) {
        return first.areLike(packets);
    }

    /** Tells of each rule to which some of the packets belong, if they are of its UEs and protocol. */
    void overlapping(Packets packets, IntConsumer found) {
        for (PortIndex ports : byPorts(packets)) {
            ports.overlapping(packets.low(), packets.high(), number -> {
                if (!uePorts || packets.ue().overlaps(ue(number))) {
                    found.accept(number);
                }
            });
        }
    }

    /** Returns how many rules that are, without visiting each, unless ports of UEs are named. */
    long count(Packets packets) {
        long[] count = {0};
        if (uePorts && packets.ue().ports().isPresent()) {
            overlapping(packets, number -> count[0]++);
        } else {
            byPorts(packets).forEach(ports -> count[0] += ports.count(packets.low(), packets.high()));
        }
        return count[0];
    }

    /** The rules that share UEs with the packets, in parts that are searched by ports. */
    private List<PortIndex> byPorts(Packets packets) {
        return byUe != null && packets.ue().address() instanceof IpPrefix range
                ? byUe.sharing(range)
                : List.of(everyUe);
    }
}
