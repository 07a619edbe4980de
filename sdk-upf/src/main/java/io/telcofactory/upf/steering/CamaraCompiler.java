package io.telcofactory.upf.steering;

import io.telcofactory.api.network.N6Breakout;
import io.telcofactory.api.network.N6Mode;
import io.telcofactory.api.network.PortRange;
import io.telcofactory.upf.camara.TrafficIntent;
import io.telcofactory.upf.flow.FlowAddress;
import io.telcofactory.upf.flow.FlowDescription;
import io.telcofactory.upf.flow.FlowEnd;
import io.telcofactory.upf.flow.IpProtocol;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Says a breakout as CAMARA traffic intents for all users: one for each port and protocol.
 *
 * <p><b>Threads:</b> immutable.
 *
 * <p><b>Source:</b> CAMARA Traffic Influence 0.10.0.
 *
 * @since 0.1
 */
public final class CamaraCompiler implements BreakoutCompiler<List<TrafficIntent>> {
    private static final Note FRAMES = Note.unsaid(
            "an intent leads IP packets to an application, and no frames: none is made, and the core must be"
                    + " provisioned for them");

    private final String apiConsumerId;
    private final UUID appId;
    private final Map<String, UUID> zones;

    /**
     * Makes a compiler.
     *
     * @param apiConsumerId who asks, as agreed with the operator
     * @param appId the application at the edge, as the operator named it when it was onboarded
     * @param zones the edge cloud zone of each DNAI; where there is none, the operator takes the nearest
     */
    public CamaraCompiler(String apiConsumerId, UUID appId, Map<String, UUID> zones) {
        this.apiConsumerId = apiConsumerId;
        this.appId = appId;
        this.zones = Map.copyOf(zones);
    }

    @Override
    public Compiled<List<TrafficIntent>> compile(N6Breakout breakout) {
        if (breakout.mode() == N6Mode.ETHERNET) {
            return new Compiled<>(List.of(), List.of(FRAMES));
        }
        List<FlowDescription> flows = BreakoutFlows.ofServers(breakout);
        List<TrafficIntent> intents =
                flows.stream().map(flow -> intent(breakout, flow)).distinct().toList();
        List<Note> notes = new ArrayList<>();
        noteServers(flows, notes);
        noteUes(breakout, notes);
        noteZone(breakout, notes);
        notePorts(flows, intents.size(), notes);
        return new Compiled<>(intents, notes);
    }

    private TrafficIntent intent(N6Breakout breakout, FlowDescription flow) {
        return TrafficIntent.builder()
                .apiConsumerId(apiConsumerId)
                .appId(appId)
                .edgeCloudZoneId(Optional.ofNullable(zones.get(breakout.dnai())))
                .destinationPort(
                        flow.from().ports().filter(CamaraCompiler::isSingle).map(PortRange::first))
                .destinationProtocol(Optional.of(flow.protocol())
                        .filter(protocol -> !protocol.equals(IpProtocol.ANY))
                        .map(CamaraCompiler::keyword))
                .build();
    }

    private static boolean isSingle(PortRange ports) {
        return ports.first() == ports.last();
    }

    private static String keyword(IpProtocol protocol) {
        return switch (protocol.number()) {
            case 1 -> "ICMP";
            case 58 -> "IPv6-ICMP";
            default -> protocol.toString().toUpperCase(Locale.ROOT);
        };
    }

    private void noteServers(List<FlowDescription> flows, List<Note> notes) {
        List<FlowAddress> servers =
                flows.stream().map(flow -> flow.from().address()).distinct().toList();
        notes.add(
                servers.contains(FlowEnd.ANY.address())
                        ? Note.unsaid("an intent reaches only instances of application " + appId
                                + ": all other traffic takes its old way")
                        : Note.unsaid("an intent has no server address: that the instances of application " + appId
                                + " lie in " + servers + " is for the operator's deployment to see to"));
    }

    private static void noteUes(N6Breakout breakout, List<Note> notes) {
        String meant = Stream.of(
                        Optional.of(breakout.uePools())
                                .filter(pools -> !pools.isEmpty())
                                .map(List::toString),
                        breakout.dnn().map(dnn -> "DNN " + dnn),
                        breakout.snssai().map(slice -> "slice " + slice))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", "));
        if (!meant.isEmpty()) {
            notes.add(
                    Note.wider("an intent has no range of devices, no DNN and no slice: all users are meant, not only "
                            + meant + "; an intent for each device would be as narrow"));
        }
        breakout.application()
                .ifPresent(id -> notes.add(Note.otherwise(
                        "application '" + id + "' is named by the id that the operator gave it at onboarding")));
    }

    private void noteZone(N6Breakout breakout, List<Note> notes) {
        UUID zone = zones.get(breakout.dnai());
        notes.add(
                zone == null
                        ? Note.wider("no zone is known for DNAI " + breakout.dnai()
                                + ": the operator takes the nearest instance, wherever it is")
                        : Note.otherwise("DNAI " + breakout.dnai() + " is named by its zone " + zone));
    }

    private static void notePorts(List<FlowDescription> flows, int intents, List<Note> notes) {
        for (FlowDescription flow : flows) {
            flow.from()
                    .ports()
                    .filter(ports -> !isSingle(ports))
                    .ifPresent(ports ->
                            notes.add(Note.wider("an intent has one port: ports " + ports + " are said as all ports")));
        }
        if (intents > 1) {
            notes.add(Note.otherwise("an intent has one port and protocol: " + intents + " intents are needed"));
        }
    }
}
