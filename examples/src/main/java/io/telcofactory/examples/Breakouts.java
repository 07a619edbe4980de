package io.telcofactory.examples;

import io.telcofactory.api.AiFactory;
import io.telcofactory.api.ApplyReport;
import io.telcofactory.api.Blueprint;
import io.telcofactory.api.Plan;
import io.telcofactory.api.Ref;
import io.telcofactory.api.network.N6Breakout;
import io.telcofactory.api.network.TenantNetwork;
import io.telcofactory.api.network.TrafficMatch;
import io.telcofactory.api.tenant.Tenant;
import io.telcofactory.testkit.steering.FakeNef;
import io.telcofactory.testkit.steering.Packet;
import io.telcofactory.testkit.steering.PacketPath;
import io.telcofactory.testkit.steering.UeSession;
import io.telcofactory.upf.NefClient;
import io.telcofactory.upf.connection.ConnectionSettings;
import io.telcofactory.upf.steering.NefCompiler;
import io.telcofactory.upf.steering.NefSteering;
import io.telcofactory.upf.steering.RouteProfiles;
import java.io.PrintStream;
import java.util.List;

/**
 * Breaks out one tenant by IP range, one by DNN and one by application id, and sends packets through the network to see
 * where they go and why.
 */
final class Breakouts {
    private static final String LISBON = "edge-lisbon";

    private Breakouts() {}

    public static void main(String[] args) {
        try (FakeNef nef = FakeNef.start()) {
            if (!run(nef, System.out)) {
                throw new IllegalStateException("a packet did not go where its breakout says");
            }
        }
    }

    /** Returns whether every packet went where it should. */
    static boolean run(FakeNef nef, PrintStream out) {
        ConnectionSettings settings =
                ConnectionSettings.builder().transport(nef.transport()).build();
        NefClient client = NefClient.of(nef.apiRoot(), "lisbon-oss", settings);
        try (AiFactory factory = AiFactory.builder()
                .id("lisbon-oss")
                .backend(NefSteering.of(client, RouteProfiles.namedAsDnai()))
                .provided(Ref.TENANT)
                .provided(Ref.NETWORK)
                .build()) {
            Blueprint blueprint = Blueprint.of(
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
            explain(out);
            Plan plan = factory.plan(blueprint);
            out.println(plan.describe());
            ApplyReport report = factory.apply(plan);
            report.outcomes().forEach(outcome -> out.println(outcome + " " + outcome.outputs()));
        }
        return packets(nef, out);
    }

    private static N6Breakout byRange() {
        return breakout("acme", "10.45.0.0/16", "10.60.0.1")
                .dnn("factory.acme")
                .match(TrafficMatch.destination("10.60.0.0/24").tcp(8554))
                .build();
    }

    private static N6Breakout byDnn() {
        return breakout("globex", "10.46.0.0/16", "10.61.0.1")
                .dnn("private.globex")
                .match(TrafficMatch.destination("0.0.0.0/0"))
                .build();
    }

    private static N6Breakout byApplication() {
        return breakout("initech", "10.47.0.0/16", "10.62.0.1")
                .dnn("internet")
                .application("vision.initech")
                .match(TrafficMatch.destination("10.62.0.0/24").udp(5004))
                .build();
    }

    private static N6Breakout.Builder breakout(String tenant, String ues, String nextHop) {
        return N6Breakout.builder("n6")
                .tenant(tenant)
                .network("n6")
                .dnai(LISBON)
                .uePool(ues)
                .nextHop(nextHop);
    }

    private static TenantNetwork network(String tenant, String subnet) {
        return TenantNetwork.builder("n6").tenant(tenant).subnet(subnet).build();
    }

    private static void explain(PrintStream out) {
        NefCompiler compiler = new NefCompiler(RouteProfiles.namedAsDnai());
        for (N6Breakout breakout : List.of(byRange(), byDnn(), byApplication())) {
            out.println(breakout.ref() + ":");
            compiler.compile(breakout).notes().forEach(note -> out.println("  " + note));
        }
    }

    private static boolean packets(FakeNef nef, PrintStream out) {
        nef.attach(UeSession.of("10.45.0.9", "factory.acme", "1"))
                .attach(UeSession.of("10.46.0.9", "private.globex", "1"))
                .attach(UeSession.of("10.47.0.9", "internet", "1"));
        boolean right = goes(nef, Packet.tcp("10.45.0.9", "10.60.0.7", 8554), true, out);
        right &= goes(nef, Packet.tcp("10.45.0.9", "198.51.100.1", 443), false, out);
        right &= goes(nef, Packet.tcp("10.46.0.9", "198.51.100.1", 443), true, out);
        right &= goes(nef, Packet.udp("10.47.0.9", "10.62.0.7", 5004), true, out);
        right &= goes(nef, Packet.udp("10.47.0.9", "198.51.100.1", 53), false, out);
        return right;
    }

    private static boolean goes(FakeNef nef, Packet packet, boolean local, PrintStream out) {
        PacketPath path = nef.send(packet);
        out.println(packet.ue() + " -> " + packet.destination() + " port " + packet.destinationPort() + ": " + path);
        return path.exit().isPresent() == local;
    }
}
