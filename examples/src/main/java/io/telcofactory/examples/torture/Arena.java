package io.telcofactory.examples.torture;

import io.telcofactory.api.AiFactory;
import io.telcofactory.api.site.Site;
import io.telcofactory.api.spi.Time;
import io.telcofactory.opennebula.ClientSettings;
import io.telcofactory.opennebula.Credentials;
import io.telcofactory.opennebula.OpenNebula;
import io.telcofactory.opennebula.backend.OpenNebulaBackend;
import io.telcofactory.opennebula.flow.OneFlow;
import io.telcofactory.testkit.VirtualTime;
import io.telcofactory.testkit.opennebula.FakeOpenNebula;
import io.telcofactory.testkit.steering.FakeNef;
import io.telcofactory.upf.NefClient;
import io.telcofactory.upf.connection.ClientCredentials;
import io.telcofactory.upf.connection.ConnectionSettings;
import io.telcofactory.upf.steering.NefSteering;
import io.telcofactory.upf.steering.RouteProfiles;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/** The systems of one schedule, with what others have on them, and the processes that work there. */
final class Arena implements AutoCloseable {
    static final String FACTORY = "lisbon-oss";
    static final String AF_ID = "oss";

    private static final Site SITE = Site.read(Job.shipped("site.yaml"));
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final String ADMIN = FakeOpenNebula.ADMIN + ":opennebula";
    private static final String CLIENT_ID = "torture";
    private static final String CLIENT_SECRET = "not a secret";

    final Time time;
    final FakeOpenNebula cloud;
    final FakeNef nef;
    final List<String> foreign = new ArrayList<>();
    private final Consumer<Duration> passing;

    /** Systems on virtual time. */
    Arena(VirtualTime time) {
        this(time, time::advance);
    }

    /**
     * Systems on any time.
     *
     * @param time what they live on
     * @param passing lets some of it pass
     */
    Arena(Time time, Consumer<Duration> passing) {
        this.time = time;
        this.passing = passing;
        this.cloud = FakeOpenNebula.builder()
                .time(time)
                .systemDatastore("system-dummy", "default")
                .imageDatastore("images-dummy", "default")
                .image("stream-framer", "images-dummy", 8)
                .image("defect-detector", "images-dummy", 12)
                .host("mig-1", "default", true)
                .host("std-1", "default", false)
                .build();
        this.nef = FakeNef.start(time).requireToken(CLIENT_ID, CLIENT_SECRET, Duration.ofMinutes(5));
        theirs("one.group.info", "one.group.allocate", "acme");
        theirs(
                "one.secgroup.info",
                "one.secgroup.allocate",
                "NAME=\"shopfloor\" RULE=[PROTOCOL=\"ALL\",RULE_TYPE=\"outbound\"]");
        theirs("one.template.info", "one.template.allocate", "NAME=\"inference\" CPU=\"1\" MEMORY=\"128\"");
        theirs("one.document.info", "one.document.allocate", "NAME=\"acme\"", 1100);
        theirs(
                "one.vn.info",
                "one.vn.allocate",
                "NAME=\"shopfloor\" VN_MAD=\"dummy\" BRIDGE=\"br7\" AR=[TYPE=\"IP4\",IP=\"10.60.0.10\",SIZE=\"20\"]",
                0);
        foreign.add("subscription " + nef.seed(AF_ID, """
                {"anyUeInd":true,"afTransId":"theirs","trafficFilters":[{"flowId":1,"flowDescriptions":\
                ["permit out ip from 192.0.2.0/24 to assigned"]}],"trafficRoutes":[{"dnai":"x","routeProfId":"x"}]}"""));
        passing.accept(Duration.ofSeconds(10));
    }

    private void theirs(String info, String allocate, Object... arguments) {
        foreign.add(info + " " + cloud.rpc(allocate, arguments));
    }

    /**
     * Starts a process: nothing of it is shared with any other but the servers.
     *
     * @param ways how it gets to them
     * @param clock what it takes for the time
     */
    static AiFactory process(Ways ways, Time clock) {
        Credentials user = Credentials.parse(ADMIN);
        ClientSettings toCloud =
                ClientSettings.builder().transport(ways.toCloud()).time(clock).build();
        OpenNebula one = OpenNebula.connect(ways.oned(), user, toCloud);
        OneFlow flow = OneFlow.connect(ways.flow(), user, toCloud);
        ConnectionSettings toNef = ConnectionSettings.builder()
                .transport(ways.toNef())
                .time(clock)
                .authorization(ClientCredentials.builder()
                        .tokenUri(ways.nef().resolve("/oauth2/token"))
                        .clientId(CLIENT_ID)
                        .secret(() -> CLIENT_SECRET)
                        .build())
                .build();
        return AiFactory.builder()
                .id(FACTORY)
                .time(clock)
                .backend(OpenNebulaBackend.builder()
                        .client(one)
                        .flow(flow)
                        .site(SITE)
                        .random(new Random(1))
                        .deadline(PATIENCE)
                        .build())
                .backend(NefSteering.of(NefClient.of(ways.nef(), AF_ID, toNef), RouteProfiles.namedAsDnai()))
                .build();
    }

    /** The ways in memory. */
    Ways inMemory() {
        return new Ways(cloud.endpoint(), cloud.flowEndpoint(), nef.apiRoot(), cloud.transport(), nef.transport());
    }

    /** Lets the people of the site help, and everything come to rest. */
    void mend() {
        cloud.mend();
        nef.mend();
        passing.accept(Duration.ofMinutes(2));
    }

    /** Lets services rest after their scaling. */
    void rest() {
        passing.accept(Duration.ofSeconds(10));
    }

    @Override
    public void close() {
        cloud.close();
        nef.close();
    }
}
