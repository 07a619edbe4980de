package io.telcofactory.examples;

import io.telcofactory.api.AiFactory;
import io.telcofactory.api.Blueprint;
import io.telcofactory.api.site.Site;
import io.telcofactory.api.spi.HttpTransport;
import io.telcofactory.opennebula.ClientSettings;
import io.telcofactory.opennebula.Credentials;
import io.telcofactory.opennebula.OpenNebula;
import io.telcofactory.opennebula.backend.OpenNebulaBackend;
import io.telcofactory.opennebula.flow.OneFlow;
import io.telcofactory.testkit.VirtualTime;
import io.telcofactory.testkit.opennebula.FakeOpenNebula;
import io.telcofactory.testkit.steering.FakeNef;
import io.telcofactory.upf.NefClient;
import io.telcofactory.upf.connection.ConnectionSettings;
import io.telcofactory.upf.steering.NefSteering;
import io.telcofactory.upf.steering.RouteProfiles;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/** The embedded systems of the main job, and as many processes as a test wants that work on them. */
final class Lab implements AutoCloseable {
    static final String FACTORY = "lisbon-oss";

    final VirtualTime time = VirtualTime.create();
    final FakeOpenNebula cloud = FakeOpenNebula.edgeSite(time);
    final FakeNef nef = FakeNef.start(time);

    static Blueprint blueprint() {
        return Blueprint.read(Path.of("blueprints", "industrial-analytics.yaml"));
    }

    static Site site() {
        return Site.read(Path.of("blueprints", "site.yaml"));
    }

    /** A new process: nothing of it is shared with any other but the servers. */
    AiFactory process() {
        return process(UnaryOperator.identity());
    }

    /** A new process whose every exchange passes through a wrapper. */
    AiFactory process(UnaryOperator<HttpTransport> wrapper) {
        return process(cloud.adminCredentials(), wrapper);
    }

    AiFactory process(String credentials, UnaryOperator<HttpTransport> wrapper) {
        HttpTransport http = wrapper.apply(cloud.transport());
        Credentials user = Credentials.parse(credentials);
        ClientSettings toCloud =
                ClientSettings.builder().transport(http).time(time).build();
        OpenNebula one = OpenNebula.connect(cloud.endpoint(), user, toCloud);
        OneFlow flow = OneFlow.connect(cloud.flowEndpoint(), user, toCloud);
        ConnectionSettings toNef = ConnectionSettings.builder()
                .transport(wrapper.apply(nef.transport()))
                .time(time)
                .build();
        return AiFactory.builder()
                .id(FACTORY)
                .time(time)
                .backend(OpenNebulaBackend.builder()
                        .client(one)
                        .flow(flow)
                        .site(site())
                        .build())
                .backend(NefSteering.of(NefClient.of(nef.apiRoot(), "oss", toNef), RouteProfiles.namedAsDnai()))
                .build();
    }

    /** What others have on the same servers: a tenant of the same name, a network of the same range, a subscription. */
    void addForeignObjects() {
        cloud.rpc("one.group.allocate", "acme");
        cloud.rpc("one.secgroup.allocate", "NAME=\"shopfloor\" RULE=[PROTOCOL=\"ALL\",RULE_TYPE=\"outbound\"]");
        cloud.rpc("one.template.allocate", "NAME=\"inference\" CPU=\"1\" MEMORY=\"128\"");
        cloud.rpc("one.document.allocate", "NAME=\"acme\"", 1100);
        nef.seed(
                "oss",
                "{\"anyUeInd\":true,\"afTransId\":\"theirs\",\"trafficFilters\":[{\"flowId\":1,\"flowDescriptions\":"
                        + "[\"permit out ip from 192.0.2.0/24 to assigned\"]}],\"trafficRoutes\":[{\"dnai\":\"x\",\"routeProfId\":\"x\"}]}");
    }

    /** Everything that matters of all servers, without numbers, times and the password nobody knows, to compare two histories. */
    String state() {
        return cloud.snapshot(false)
                        .replaceAll("<PASSWORD>.*?</PASSWORD>", "")
                        .replaceAll("\"template_id\" ?: ?\\d+", "")
                + nef.subscriptions("oss").values().stream().sorted().toList();
    }

    @Override
    public void close() {
        cloud.close();
        nef.close();
    }
}
