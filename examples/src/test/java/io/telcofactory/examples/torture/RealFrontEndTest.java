package io.telcofactory.examples.torture;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.telcofactory.api.AiFactory;
import io.telcofactory.api.Blueprint;
import io.telcofactory.api.Ref;
import io.telcofactory.api.error.SdkException;
import io.telcofactory.api.network.TenantNetwork;
import io.telcofactory.api.site.Site;
import io.telcofactory.api.spi.HttpTransport;
import io.telcofactory.api.tenant.Tenant;
import io.telcofactory.opennebula.Credentials;
import io.telcofactory.opennebula.OpenNebula;
import io.telcofactory.opennebula.backend.OpenNebulaBackend;
import io.telcofactory.opennebula.flow.OneFlow;
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
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Network faults between the SDK and a real front-end, when {@code ONE_XMLRPC} names one: a tenant with a network is made and taken
 * away through a proxy that disturbs the exchanges, then in peace. Another way to the server than the SDK's says that nothing is left.
 * {@code -Dreal.schedules=N}, 100 by default, {@code -Dreal.seed=S}.
 */
@EnabledIfEnvironmentVariable(named = "ONE_XMLRPC", matches = "http.*")
class RealFrontEndTest {
    private static final String FACTORY = "torture";
    private static final List<Fault> FAULTS = List.of(Fault.values()).stream()
            .filter(fault -> fault.kind() == Fault.Kind.EXCHANGE)
            .filter(fault -> fault != Fault.SLOW && fault != Fault.TIMED_OUT)
            .toList();
    private static final List<String> POOLS = List.of("group", "user", "vdc", "vn", "secgroup", "template", "document");

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
        Blueprint blueprint = blueprint("t" + seed);
        List<String> struck = disturbed(
                random, factory -> factory.apply(factory.plan(blueprint)).orThrow());
        calm(factory -> {
            factory.apply(factory.plan(blueprint)).orThrow();
            assertThat(factory.plan(blueprint).isEmpty()).as("%s", struck).isTrue();
        });
        assertThat(left("." + "t" + seed)).as("%s", struck).isNotEmpty();

        List<String> more = disturbed(
                random,
                factory -> factory.apply(factory.planDestroy(blueprint.name())).orThrow());
        calm(factory -> factory.apply(factory.planDestroy(blueprint.name())).orThrow());
        calm(factory -> factory.apply(factory.planDestroy(blueprint.name())).orThrow());

        assertThat(left("." + "t" + seed)).as("%s %s", struck, more).isEmpty();
    }

    private static Blueprint blueprint(String tenant) {
        Tenant owner = Tenant.builder(tenant).quota(q -> q.vms(1)).build();
        TenantNetwork network = TenantNetwork.builder("floor")
                .tenant(owner)
                .subnet("10.77.0.0/24")
                .build();
        return Blueprint.of("torture-" + tenant, owner, network);
    }

    private List<String> disturbed(SplittableRandom random, Work work) throws IOException {
        Faults faults = Faults.create();
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            faults.strike(FAULTS.get(random.nextInt(FAULTS.size())), Calls.number(1 + random.nextInt(60)));
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

    /** What of the factory is in any pool, by XML-RPC written by hand. */
    private Map<String, String> left(String name) throws IOException, InterruptedException {
        Map<String, String> found = new TreeMap<>();
        for (String pool : POOLS) {
            String answer = ask(pool);
            if (answer.contains(FACTORY + name)) {
                found.put(pool, FACTORY + name);
            }
        }
        return found;
    }

    private String ask(String pool) throws IOException, InterruptedException {
        String range = List.of("vn", "secgroup", "template").contains(pool)
                ? ints(-2, -1, -1)
                : pool.equals("document") ? ints(-2, -1, -1, 1100) : "";
        String method = "one." + pool + "pool.info";
        String call = "<?xml version=\"1.0\"?><methodCall><methodName>" + method + "</methodName><params><param><value>"
                + "<string>" + credentials.session() + "</string></value></param>" + range + "</params></methodCall>";
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

    private static String ints(int... values) {
        return Arrays.stream(values)
                .mapToObj(value -> "<param><value><i4>" + value + "</i4></value></param>")
                .collect(Collectors.joining());
    }

    /** What is done with a factory. */
    private interface Work {
        void on(AiFactory factory);
    }
}
