package io.telcofactory.api.internal.plan;

import io.telcofactory.api.Ref;
import io.telcofactory.api.Resource;
import io.telcofactory.api.network.Handoff;
import io.telcofactory.api.network.N6Breakout;
import io.telcofactory.api.network.Segment;
import io.telcofactory.api.network.TenantNetwork;
import io.telcofactory.api.nf.NetworkInterface;
import io.telcofactory.api.service.Attachment;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes into interfaces what their breakouts and networks imply: the network that a breakout stands for, its handoff and limits, and
 * what servers do not tell guests by themselves.
 */
final class Interfaces {
    private final Map<Ref, Resource> resources;

    /**
     * Prepares for a blueprint.
     *
     * @param resources its resources, whose networks have all their routes when interfaces are looked at
     */
    Interfaces(Map<Ref, Resource> resources) {
        this.resources = resources;
    }

    /** Of several attachments to one network becomes one interface, which is as the first says that says something. */
    List<Attachment> expand(List<Attachment> attachments) {
        Map<Ref, Attachment> byNetwork = new LinkedHashMap<>();
        for (Attachment attachment : attachments) {
            Attachment led = onNetwork(attachment);
            byNetwork.merge(led.to(), led, Interfaces::join);
        }
        return byNetwork.values().stream().map(this::informed).toList();
    }

    /** The network that an interface is connected to. */
    Ref network(Ref target) {
        return resources.get(target) instanceof N6Breakout breakout ? breakout.networkRef() : target;
    }

    /** The interfaces of a network function, those to several breakouts of one network once. */
    List<NetworkInterface> expandLinks(List<NetworkInterface> links) {
        Map<String, NetworkInterface> byNetwork = new LinkedHashMap<>();
        for (NetworkInterface link : links) {
            Ref network = network(link.to());
            NetworkInterface led = link.toBuilder()
                    .to(network)
                    .segment(informed(link.attachment().toBuilder().to(network).build())
                            .segment())
                    .build();
            byNetwork.putIfAbsent(led.name() + " " + network, led);
        }
        return List.copyOf(byNetwork.values());
    }

    private Attachment onNetwork(Attachment attachment) {
        return resources.get(attachment.to()) instanceof N6Breakout breakout
                ? attachment.toBuilder()
                        .to(breakout.networkRef())
                        .handoff(attachment.handoff().or(() -> unlessUsual(breakout.handoff())))
                        .inbound(attachment.inbound().or(breakout::uplink))
                        .outbound(attachment.outbound().or(breakout::downlink))
                        .build()
                : attachment;
    }

    private static Optional<Handoff> unlessUsual(Handoff handoff) {
        return Optional.of(handoff).filter(found -> !found.equals(Handoff.virtio()));
    }

    private static Attachment join(Attachment first, Attachment second) {
        return first.toBuilder()
                .handoff(first.handoff().or(second::handoff))
                .guarded(first.guarded() || second.guarded())
                .inbound(first.inbound().or(second::inbound))
                .outbound(first.outbound().or(second::outbound))
                .build();
    }

    private Attachment informed(Attachment attachment) {
        if (resources.get(attachment.to()) instanceof TenantNetwork network
                && (attachment.isSriov() || network.subnets().isEmpty())) {
            Segment.Builder segment = Segment.builder().fabric(network.fabric()).subnets(network.subnets());
            if (attachment.isSriov()) {
                segment.gateway6(network.gateway6()).mtu(network.mtu()).routes(network.routes());
            }
            return attachment.toBuilder().segment(segment.build()).build();
        }
        return attachment;
    }
}
