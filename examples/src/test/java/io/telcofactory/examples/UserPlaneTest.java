package io.telcofactory.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.telcofactory.api.AiFactory;
import io.telcofactory.api.ApplyReport;
import io.telcofactory.api.Blueprint;
import io.telcofactory.api.Finding;
import io.telcofactory.api.Plan;
import io.telcofactory.api.Ref;
import io.telcofactory.api.site.Site;
import io.telcofactory.opennebula.ClientSettings;
import io.telcofactory.opennebula.Credentials;
import io.telcofactory.opennebula.OpenNebula;
import io.telcofactory.opennebula.backend.OpenNebulaBackend;
import io.telcofactory.opennebula.flow.OneFlow;
import io.telcofactory.testkit.VirtualTime;
import io.telcofactory.testkit.opennebula.FakeOpenNebula;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The operator's user plane function and its customer in one blueprint, from nothing to nothing. */
class UserPlaneTest {
    private static final Ref UPF = new Ref(Ref.FUNCTION, "operator", "upf-1");

    private final VirtualTime time = VirtualTime.create();
    private final FakeOpenNebula cloud = FakeOpenNebula.edgeSite(time);

    @AfterEach
    void close() {
        cloud.close();
    }

    @Test
    void apply_functionAndCustomer_runAndLeaveNothing() throws Exception {
        Blueprint blueprint = Blueprint.read(Path.of("blueprints", "user-plane.yaml"));
        cloud.rpc("one.image.allocate", "NAME=\"upf\" TYPE=\"OS\" PATH=\"/upf.qcow2\" SIZE=\"64\"", imageDatastore());
        time.advance(Duration.ofMinutes(1));
        String before = cloud.snapshot(false);
        try (AiFactory factory = factory()) {
            Plan plan = factory.plan(blueprint);
            assertThat(plan.findings()).extracting(Finding::code).containsOnly("provided-elsewhere");

            ApplyReport report = factory.apply(plan).orThrow();

            Map<String, String> outputs = report.outputs(UPF);
            assertThat(outputs.get("roles.upf.0.host"))
                    .startsWith("mig-")
                    .isNotEqualTo(outputs.get("roles.upf.1.host"));
            assertThat(outputs)
                    .containsKeys(
                            "roles.upf.0.address.access",
                            "roles.upf.0.address.sessions",
                            "roles.upf.0.address.shopfloor");
            assertThat(factory.plan(blueprint).changes()).isEmpty();

            factory.apply(factory.planDestroy(blueprint.name())).orThrow();
        }
        assertThat(cloud.snapshot(false)).isEqualTo(before);
    }

    private int imageDatastore() {
        String pool = cloud.rpc("one.datastorepool.info").toString();
        return Integer.parseInt(
                pool.replaceAll("(?s).*<ID>(\\d+)</ID>(?:(?!<ID>).)*<NAME>images-dummy</NAME>.*", "$1"));
    }

    private AiFactory factory() {
        Credentials admin = Credentials.parse(cloud.adminCredentials());
        ClientSettings settings =
                ClientSettings.builder().transport(cloud.transport()).time(time).build();
        return AiFactory.builder()
                .id("lisbon-oss")
                .time(time)
                .backend(OpenNebulaBackend.builder()
                        .client(OpenNebula.connect(cloud.endpoint(), admin, settings))
                        .flow(OneFlow.connect(cloud.flowEndpoint(), admin, settings))
                        .site(Site.read(Path.of("blueprints", "user-plane-site.yaml")))
                        .build())
                .provided(Ref.BREAKOUT)
                .build();
    }
}
