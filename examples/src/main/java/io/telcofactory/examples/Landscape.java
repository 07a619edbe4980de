package io.telcofactory.examples;

import io.telcofactory.api.AiFactory;
import io.telcofactory.api.Ref;
import io.telcofactory.api.site.Site;
import io.telcofactory.api.spi.Backend;
import io.telcofactory.api.spi.Time;
import io.telcofactory.gpu.MigGeometryCheck;
import io.telcofactory.opennebula.ClientSettings;
import io.telcofactory.opennebula.Credentials;
import io.telcofactory.opennebula.OpenNebula;
import io.telcofactory.opennebula.backend.OpenNebulaBackend;
import io.telcofactory.opennebula.flow.OneFlow;
import io.telcofactory.opennebula.model.OneTemplate;
import io.telcofactory.opennebula.model.UpdateMode;
import io.telcofactory.testkit.VirtualTime;
import io.telcofactory.testkit.opennebula.FakeOpenNebula;
import io.telcofactory.testkit.steering.FakeNef;
import io.telcofactory.testkit.steering.Packet;
import io.telcofactory.testkit.steering.UeSession;
import io.telcofactory.upf.NefClient;
import io.telcofactory.upf.connection.ConnectionSettings;
import io.telcofactory.upf.steering.NefSteering;
import io.telcofactory.upf.steering.RouteProfiles;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The systems that the job works on, fakes or real ones, and the factory on them. */
final class Landscape implements AutoCloseable {
    private static final String FACTORY = "lisbon-oss";
    private static final String AF_ID = "telco-ai-factory";

    private final Deque<Runnable> closers = new ArrayDeque<>();
    private final Time time;
    private final OpenNebula one;
    private final OneFlow flow;
    private final Optional<FakeNef> fakeNef;
    private final AiFactory factory;
    private final String description;

    private Landscape(Arguments arguments) {
        if (arguments.frontEnd().isPresent()) {
            Arguments.FrontEnd frontEnd = arguments.frontEnd().get();
            this.time = Time.system();
            this.one = closing(OpenNebula.connect(frontEnd.endpoint().toString(), frontEnd.credentials()));
            this.flow = closing(OneFlow.connect(frontEnd.flowEndpoint().toString(), frontEnd.credentials()));
            this.description = "OpenNebula " + one.frontEnd().version() + " at " + frontEnd.endpoint();
        } else {
            this.time = VirtualTime.create();
            FakeOpenNebula cloud = FakeOpenNebula.edgeSite(time);
            closers.push(cloud::close);
            Credentials credentials = Credentials.parse(cloud.adminCredentials());
            ClientSettings settings = ClientSettings.builder()
                    .transport(cloud.transport())
                    .time(time)
                    .build();
            this.one = closing(OpenNebula.connect(cloud.endpoint(), credentials, settings));
            this.flow = closing(OneFlow.connect(cloud.flowEndpoint(), credentials, settings));
            this.description =
                    "an embedded fake of OpenNebula " + one.frontEnd().version() + ", on virtual time";
        }
        this.fakeNef = arguments.steering().kind() == Arguments.Steering.Kind.FAKE
                ? Optional.of(FakeNef.start(time))
                : Optional.empty();
        this.factory = factory(arguments);
    }

    static Landscape open(Arguments arguments) {
        return new Landscape(arguments);
    }

    private <C extends AutoCloseable> C closing(C resource) {
        closers.push(() -> {
            try {
                resource.close();
            } catch (Exception e) {
                throw new IllegalStateException("Closing " + resource + " failed", e);
            }
        });
        return resource;
    }

    private AiFactory factory(Arguments arguments) {
        AiFactory.Builder builder = AiFactory.builder()
                .id(FACTORY)
                .time(time)
                .check(MigGeometryCheck.create())
                .backend(OpenNebulaBackend.builder()
                        .client(one)
                        .flow(flow)
                        .site(Site.read(arguments.site()))
                        .build());
        steering(arguments.steering()).ifPresentOrElse(builder::backend, () -> builder.provided(Ref.BREAKOUT));
        return closing(builder.build());
    }

    private Optional<Backend> steering(Arguments.Steering steering) {
        ConnectionSettings.Builder connection = ConnectionSettings.builder().time(time);
        fakeNef.map(FakeNef::transport).ifPresent(connection::transport);
        return fakeNef.map(FakeNef::apiRoot)
                .or(steering::nef)
                .map(root -> NefClient.of(root, AF_ID, connection.build()))
                .map(nef -> NefSteering.of(nef, RouteProfiles.namedAsDnai()));
    }

    String description() {
        return description;
    }

    AiFactory factory() {
        return factory;
    }

    /** Sends packets of a camera through the fake 5G network; a real one shows nothing of its user plane. */
    List<String> tracePackets() {
        return fakeNef.map(nef -> {
                    nef.attach(UeSession.of("10.45.0.9", "factory.acme", "1-0a0b0c"));
                    return List.of(
                            trace(nef, Packet.tcp("10.45.0.9", "10.60.0.10", 8554)),
                            trace(nef, Packet.tcp("10.45.0.9", "198.51.100.7", 443)));
                })
                .orElse(List.of());
    }

    private static String trace(FakeNef nef, Packet packet) {
        return "a packet from camera " + packet.ue() + " to " + packet.destination() + ":" + packet.destinationPort()
                + " goes: " + nef.send(packet);
    }

    /** Changes a network as an operator would who knows nothing of the SDK. */
    void changeNetwork(int id, Map<String, String> attributes) {
        OneTemplate.Builder template = OneTemplate.builder();
        attributes.forEach(template::set);
        one.networks().update(id, template.build(), UpdateMode.MERGE);
    }

    String networkAttribute(int id, String name) {
        return one.networks().get(id, false).template().text(name).orElse("(none)");
    }

    List<String> leftovers() {
        return Leftovers.of(one, FACTORY);
    }

    @Override
    public void close() {
        closers.forEach(Runnable::run);
    }
}
