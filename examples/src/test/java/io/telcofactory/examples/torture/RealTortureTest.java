package io.telcofactory.examples.torture;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.telcofactory.api.AiFactory;
import io.telcofactory.api.Blueprint;
import io.telcofactory.api.Ref;
import io.telcofactory.api.error.SdkException;
import io.telcofactory.api.site.Site;
import io.telcofactory.api.spi.HttpTransport;
import io.telcofactory.opennebula.Credentials;
import io.telcofactory.opennebula.OpenNebula;
import io.telcofactory.opennebula.backend.OpenNebulaBackend;
import io.telcofactory.opennebula.flow.OneFlow;
import io.telcofactory.opennebula.model.OneTemplate;
import io.telcofactory.opennebula.transport.OkHttpTransport;
import io.telcofactory.testkit.Calls;
import io.telcofactory.testkit.Fault;
import io.telcofactory.testkit.FaultProxy;
import io.telcofactory.testkit.Faults;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Network faults between the SDK and a real front-end, when {@code ONE_XMLRPC} names one: a tenant with a network, and by turns with a
 * service, a network function or a virtual router in it, is made and taken away through a proxy that disturbs the exchanges, then in
 * peace. Another way to the server than the SDK's says that nothing is left. {@code -Dreal.schedules=N}, 100 by default,
 * {@code -Dreal.seed=S}.
 */
@EnabledIfEnvironmentVariable(named = "ONE_XMLRPC", matches = "http.*")
class RealTortureTest {
    private static final String FACTORY = "torture";
    private static final List<Fault> FAULTS = List.of(Fault.values()).stream()
            .filter(fault -> fault.kind() == Fault.Kind.EXCHANGE)
            .filter(fault -> fault != Fault.SLOW && fault != Fault.TIMED_OUT)
            .toList();

    /** Faults strike among so many calls of an act; what only polls comes after them. */
    private static final int CALLS = 100;

    private static final String TENANT = """
            blueprint: torture-%1$s
            tenants:
              - {name: %1$s, quota: {vms: 2}, providerNetworks: [torture-uplink]}
            networks:
              - {name: floor, tenant: %1$s, subnet: 10.77.0.0/24}
            """;

    /** What stands in the network, by turns. */
    private static final List<String> INHABITANTS = List.of("", """
            services:
              - name: frames
                tenant: %1$s
                cooldown: 5s
                roles:
                  - {name: framer, image: stream-framer, vcpus: 1, memory: 512 MiB, attachments: [network/%1$s/floor]}
            """, """
            functions:
              - name: upf
                tenant: %1$s
                type: upf
                image: stream-framer
                vcpus: 2
                memory: 1 GiB
                interfaces:
                  - {name: n6, to: network/%1$s/floor}
            """, """
            routers:
              - name: edge
                tenant: %1$s
                image: stream-framer
                uplink: torture-uplink
                interfaces: [{network: network/%1$s/floor}]
            """);

    /** What asks for a pool, with the arguments that it takes: everybody's objects, all ids, all machines but those done, one type. */
    private static final List<String> POOLS = List.of(
            "grouppool",
            "userpool",
            "vdcpool",
            "vnpool -2 -1 -1",
            "secgrouppool -2 -1 -1",
            "templatepool -2 -1 -1",
            "vmgrouppool -2 -1 -1",
            "vrouterpool -2 -1 -1",
            "vmpool -2 -1 -1 -1",
            "documentpool -2 -1 -1 100",
            "documentpool -2 -1 -1 101",
            "documentpool -2 -1 -1 1100");

    private static int uplink;

    private final URI endpoint = URI.create(System.getenv().getOrDefault("ONE_XMLRPC", ""));
    private final URI flowEndpoint =
            URI.create(System.getenv().getOrDefault("ONEFLOW_URL", "http://" + endpoint.getHost() + ":2474"));
    private final Credentials credentials = Credentials.fromEnvironment();

    static LongStream seeds() {
        long first = Long.getLong("real.seed", 1);
        return LongStream.range(first, first + Integer.getInteger("real.schedules", 100));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void applyAndDestroy_networkFaults_leaveWhatIsWantedAndThenNothing(long seed) throws Exception {
        SplittableRandom random = new SplittableRandom(seed);
        String tenant = "t" + seed;
        Blueprint blueprint = Blueprint.parse(
                (TENANT + INHABITANTS.get((int) (seed % INHABITANTS.size()))).formatted(tenant), "seed " + seed);
        List<String> struck = disturbed(
                random, factory -> factory.apply(factory.plan(blueprint)).orThrow());
        calm(factory -> {
            factory.apply(factory.plan(blueprint)).orThrow();
            assertThat(factory.plan(blueprint).isEmpty()).as("%s", struck).isTrue();
        });
        assertThat(left(tenant)).as("%s", struck).isNotEmpty();

        List<String> more = disturbed(
                random,
                factory -> factory.apply(factory.planDestroy(blueprint.name())).orThrow());
        calm(factory -> factory.apply(factory.planDestroy(blueprint.name())).orThrow());
        calm(factory -> factory.apply(factory.planDestroy(blueprint.name())).orThrow());

        assertThat(left(tenant)).as("%s %s", struck, more).isEmpty();
    }

    /** The network of the provider to which routers lead. */
    @BeforeAll
    static void makeUplink() {
        try (OpenNebula client = OpenNebula.connect(System.getenv("ONE_XMLRPC"), Credentials.fromEnvironment())) {
            uplink = client.networks()
                    .create(
                            OneTemplate.builder()
                                    .set("NAME", "torture-uplink")
                                    .set("VN_MAD", "bridge")
                                    .set("BRIDGE", "br-uplink")
                                    .add(
                                            "AR",
                                            range -> range.set("TYPE", "IP4")
                                                    .set("IP", "192.0.2.10")
                                                    .set("SIZE", 8))
                                    .build(),
                            -1);
        }
    }

    @AfterAll
    static void deleteUplink() {
        try (OpenNebula client = OpenNebula.connect(System.getenv("ONE_XMLRPC"), Credentials.fromEnvironment())) {
            client.networks().delete(uplink);
        }
    }

    private List<String> disturbed(SplittableRandom random, Work work) throws IOException {
        Faults faults = Faults.create();
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            faults.strike(FAULTS.get(random.nextInt(FAULTS.size())), Calls.number(1 + random.nextInt(CALLS)));
        }
        try (HttpTransport beyond = OkHttpTransport.create();
                FaultProxy proxy = FaultProxy.start(endpoint, beyond, faults);
                FaultProxy flow = FaultProxy.start(flowEndpoint, beyond, faults)) {
            with(proxy.address(), flow.address(), work);
        } catch (SdkException expected) {
            // that is what the faults are for; what is left is finished in peace
            return faults.struck().stream().map(Faults.Struck::toString).toList();
        }
        return faults.struck().stream().map(Faults.Struck::toString).toList();
    }

    private void calm(Work work) {
        with(endpoint, flowEndpoint, work);
    }

    private void with(URI one, URI flow, Work work) {
        try (OpenNebula client = OpenNebula.connect(one.toString(), credentials);
                OneFlow services = OneFlow.connect(flow.toString(), credentials);
                AiFactory factory = AiFactory.builder()
                        .id(FACTORY)
                        .backend(OpenNebulaBackend.builder()
                                .client(client)
                                .flow(services)
                                .site(Site.read(Job.shipped("site.yaml")))
                                .build())
                        .provided(Ref.BREAKOUT)
                        .lockLease(Duration.ofSeconds(35))
                        .build()) {
            work.on(factory);
        }
    }

    /** The pools in which something bears the tenant's name, asked by XML-RPC written by hand. */
    private List<String> left(String tenant) throws IOException, InterruptedException {
        Pattern name = Pattern.compile(Pattern.quote(FACTORY + "." + tenant) + "\\b");
        List<String> found = new ArrayList<>();
        for (String pool : POOLS) {
            if (name.matcher(ask(pool)).find()) {
                found.add(pool);
            }
        }
        return found;
    }

    private String ask(String pool) throws IOException, InterruptedException {
        String[] words = pool.split(" ");
        String method = "one." + words[0] + ".info";
        String arguments = Arrays.stream(words)
                .skip(1)
                .map(value -> "<param><value><i4>" + value + "</i4></value></param>")
                .collect(Collectors.joining());
        String call = "<?xml version=\"1.0\"?><methodCall><methodName>" + method + "</methodName><params><param><value>"
                + "<string>" + credentials.session() + "</string></value></param>" + arguments
                + "</params></methodCall>";
        HttpRequest request = HttpRequest.newBuilder(endpoint)
                .version(HttpClient.Version.HTTP_1_1)
                .header("Content-Type", "text/xml")
                .POST(HttpRequest.BodyPublishers.ofString(call))
                .build();
        HttpResponse<byte[]> answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofByteArray());
        String text = new String(answer.body(), UTF_8);
        assertThat(text).as(method).contains("<boolean>1</boolean>");
        return text;
    }

    /** What is done with a factory. */
    private interface Work {
        void on(AiFactory factory);
    }
}
