package io.telcofactory.examples;

import io.telcofactory.api.AiFactory;
import io.telcofactory.api.Blueprint;
import io.telcofactory.api.Plan;
import io.telcofactory.api.Ref;
import io.telcofactory.api.network.N6Breakout;
import io.telcofactory.api.network.TenantNetwork;
import io.telcofactory.api.network.TrafficMatch;
import io.telcofactory.api.spi.Scope;
import io.telcofactory.api.tenant.Tenant;
import io.telcofactory.testkit.steering.FakeMec;
import io.telcofactory.testkit.steering.FakeNef;
import io.telcofactory.testkit.steering.MecVerdict;
import io.telcofactory.testkit.steering.Notification;
import io.telcofactory.testkit.steering.Packet;
import io.telcofactory.testkit.steering.PacketPath;
import io.telcofactory.testkit.steering.UeSession;
import io.telcofactory.upf.MecClient;
import io.telcofactory.upf.MecRules;
import io.telcofactory.upf.NefClient;
import io.telcofactory.upf.connection.ConnectionSettings;
import io.telcofactory.upf.mec.DestinationInterface;
import io.telcofactory.upf.mec.InterfaceType;
import io.telcofactory.upf.mec.MecVersion;
import io.telcofactory.upf.mec.Tagged;
import io.telcofactory.upf.mec.TrafficRule;
import io.telcofactory.upf.notify.PathChangeReceiver;
import io.telcofactory.upf.steering.BreakoutCompiler;
import io.telcofactory.upf.steering.CamaraCompiler;
import io.telcofactory.upf.steering.Compiled;
import io.telcofactory.upf.steering.MecCompiler;
import io.telcofactory.upf.steering.NefCompiler;
import io.telcofactory.upf.steering.NefSteering;
import io.telcofactory.upf.steering.RouteProfiles;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Breaks out one tenant by IP range, one by DNN and one by application id, and sends packets through the network to see
 * where they go and why.
 */
final class Breakouts {
    private static final String LISBON = "edge-lisbon";
    /** The operator's routing profile for traffic to Lisbon. */
    private static final RouteProfiles PROFILES = RouteProfiles.none().with(LISBON, "n6-lisbon");

    private static final String SECRET = "made-by-a-secret-generator";

    private static final String APPLICATION = "vision-1";
    /** What the application's description says of the rule: that there is one, and nothing of its traffic. */
    private static final String DECLARED = "{\"trafficRuleId\":\"acme.n6\",\"filterType\":\"FLOW\",\"priority\":10,"
            + "\"trafficFilter\":[],\"action\":\"DROP\",\"state\":\"INACTIVE\"}";

    private Breakouts() {}

    public static void main(String[] args) throws IOException {
        try (FakeNef nef = FakeNef.start();
                FakeMec mec = FakeMec.start()) {
            if (!run(nef, System.out) || !runAtPlatform(mec, System.out)) {
                throw new IllegalStateException("a packet did not go where its breakout says");
            }
        }
    }

    /** Returns whether every packet went where it should. */
    static boolean run(FakeNef nef, PrintStream out) throws IOException {
        attachDevices(nef);
        explain(out);
        ConnectionSettings settings =
                ConnectionSettings.builder().transport(nef.transport()).build();
        NefClient client = NefClient.of(nef.apiRoot(), "lisbon-oss", settings);
        PathChangeReceiver receiver = new PathChangeReceiver(SECRET, event -> {});
        URI address = URI.create("https://lisbon-oss.example/paths/" + SECRET);
        NefSteering steering = NefSteering.of(client, PROFILES).withNotifications(address, receiver);
        try (AiFactory factory = AiFactory.builder()
                .id("lisbon-oss")
                .backend(steering)
                .provided(Ref.TENANT)
                .provided(Ref.NETWORK)
                .build()) {
            Plan plan = factory.plan(blueprint());
            title("The plan", out);
            out.println(plan.describe());
            title("Applied", out);
            factory.apply(plan).outcomes().forEach(out::println);
            states(steering, out);
            out.println("The network tells of " + nef.notifications().size() + " changed paths.");
            for (Notification notification : nef.notifications()) {
                notification.deliver(receiver::handle);
            }
            states(steering, out);
        }
        title("Packets", out);
        return packets(nef, out);
    }

    /**
     * Breaks out the same range at an ETSI MEC platform, by the rule that the application's description declares for it. Returns
     * whether the packet went where it should.
     */
    static boolean runAtPlatform(FakeMec mec, PrintStream out) {
        title("The same range at a MEC platform", out);
        mec.rule(APPLICATION, "traffic_rules", DECLARED);
        ConnectionSettings settings =
                ConnectionSettings.builder().transport(mec.transport()).build();
        try (MecClient client = MecClient.of(mec.apiRoot(), MecVersion.V2_2_1, settings)) {
            MecRules<TrafficRule> rules = client.trafficRules(APPLICATION);
            TrafficRule wanted = new MecCompiler(10, n6()).compile(byRange()).request();
            Tagged<TrafficRule> declared = rules.get(wanted.trafficRuleId());
            verdict(mec, "declared and " + declared.value().state().value(), out);
            Tagged<TrafficRule> active = rules.replace(new Tagged<>(wanted, declared.etag()));
            return verdict(mec, "now " + active.value().state().value(), out);
        }
    }

    private static boolean verdict(FakeMec mec, String state, PrintStream out) {
        MecVerdict verdict = mec.send(Packet.tcp("10.45.0.9", "10.60.0.7", 8554));
        out.println("rule acme.n6 is " + state + ", the packet of acme's camera: " + verdict);
        return verdict.action().isPresent();
    }

    private static void title(String text, PrintStream out) {
        out.println();
        out.println("== " + text + " ==");
    }

    private static void attachDevices(FakeNef nef) {
        nef.attach(UeSession.of("10.45.0.9", "internet", "1"))
                .attach(UeSession.of("10.46.0.9", "private.globex", "1"))
                .attach(UeSession.of("10.47.0.9", "video", "1"));
    }

    private static Blueprint blueprint() {
        return Blueprint.of(
                "breakouts",
                Tenant.builder("acme").build(),
                network("acme", "10.60.0.0/24"),
                byRange(),
                Tenant.builder("globex").build(),
                network("globex", "10.61.0.0/24"),
                byDnn(),
                Tenant.builder("initech").build(),
                network("initech", "10.62.0.0/24"),
                byApplication());
    }

    /** Devices of some addresses, to servers of some addresses. */
    private static N6Breakout byRange() {
        return breakout("acme", "10.45.0.0/16", "10.60.0.1")
                .match(TrafficMatch.destination("10.60.0.0/24").tcp(8554))
                .build();
    }

    /** All traffic of the devices of a data network. */
    private static N6Breakout byDnn() {
        return breakout("globex", "10.46.0.0/16", "10.61.0.1")
                .dnn("private.globex")
                .match(TrafficMatch.destination("0.0.0.0/0"))
                .build();
    }

    /** The traffic of an application, which the network is taught to detect. */
    private static N6Breakout byApplication() {
        return breakout("initech", "10.47.0.0/16", "10.62.0.1")
                .dnn("video")
                .application("vision.initech")
                .match(TrafficMatch.destination("10.62.0.0/24").udp(5004))
                .build();
    }

    private static N6Breakout.Builder breakout(String tenant, String devices, String nextHop) {
        return N6Breakout.builder("n6")
                .tenant(tenant)
                .network("n6")
                .dnai(LISBON)
                .uePool(devices)
                .nextHop(nextHop);
    }

    private static TenantNetwork network(String tenant, String subnet) {
        return TenantNetwork.builder("n6").tenant(tenant).subnet(subnet).build();
    }

    /** Says what each interface of a network can't say as the breakout says it. */
    private static void explain(PrintStream out) {
        Map<String, BreakoutCompiler<?>> targets = new LinkedHashMap<>();
        targets.put("NEF", new NefCompiler(PROFILES));
        targets.put("MEC", new MecCompiler(10, n6()));
        targets.put("CAMARA", new CamaraCompiler("lisbon-oss", new UUID(1, 1), Map.of(LISBON, new UUID(2, 1))));
        for (N6Breakout breakout : List.of(byRange(), byDnn(), byApplication())) {
            title("What " + breakout.ref() + " is in the words of each interface", out);
            targets.forEach((name, compiler) -> notes(name, compiler.compile(breakout), out));
        }
    }

    private static DestinationInterface n6() {
        return DestinationInterface.builder()
                .interfaceType(InterfaceType.IP)
                .dstIpAddress("10.60.0.1")
                .build();
    }

    private static void notes(String name, Compiled<?> compiled, PrintStream out) {
        out.println(name + (compiled.isWider() ? " (moves more than asked)" : ""));
        compiled.notes().forEach(note -> out.println("  - " + note));
    }

    private static void states(NefSteering steering, PrintStream out) {
        steering.observe(new Scope("lisbon-oss", "breakouts"))
                .owned()
                .forEach(owned -> out.println("  " + owned.ref() + ", subscription "
                        + owned.outputs().get("id") + ", is " + owned.outputs().get("state")));
    }

    private static boolean packets(FakeNef nef, PrintStream out) {
        boolean right = goes(nef, "acme's camera", Packet.tcp("10.45.0.9", "10.60.0.7", 8554), true, out);
        right &= goes(nef, "acme's camera", Packet.tcp("10.45.0.9", "198.51.100.1", 443), false, out);
        right &= goes(nef, "globex's machine", Packet.tcp("10.46.0.9", "198.51.100.1", 443), true, out);
        right &= goes(nef, "globex's machine", Packet.tcp("10.46.0.9", "10.60.0.7", 8554), true, out);
        right &= goes(nef, "initech's glasses", Packet.udp("10.47.0.9", "10.62.0.7", 5004), true, out);
        right &= goes(nef, "initech's glasses", Packet.udp("10.47.0.9", "198.51.100.1", 53), false, out);
        return right;
    }

    private static boolean goes(FakeNef nef, String who, Packet packet, boolean local, PrintStream out) {
        PacketPath path = nef.send(packet);
        out.println(
                who + " " + packet.ue() + " sends to " + packet.destination() + " port " + packet.destinationPort());
        out.println("  leaves at " + path.exit().orElse("the central anchor"));
        out.println("  because " + path.why());
        return path.exit().isPresent() == local;
    }
}
