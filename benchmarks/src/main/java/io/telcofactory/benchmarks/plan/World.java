package io.telcofactory.benchmarks.plan;

import io.telcofactory.api.AiFactory;
import io.telcofactory.api.Blueprint;
import io.telcofactory.api.Change;
import io.telcofactory.api.Plan;
import io.telcofactory.api.Ref;
import io.telcofactory.api.Resource;
import io.telcofactory.api.site.Inventory;
import io.telcofactory.api.spi.Backend;
import io.telcofactory.api.spi.Field;
import io.telcofactory.api.spi.HttpTransport;
import io.telcofactory.api.spi.Owned;
import io.telcofactory.api.spi.Scope;
import io.telcofactory.opennebula.ClientSettings;
import io.telcofactory.opennebula.Credentials;
import io.telcofactory.opennebula.OpenNebula;
import io.telcofactory.opennebula.backend.OpenNebulaBackend;
import io.telcofactory.opennebula.flow.OneFlow;
import io.telcofactory.upf.NefClient;
import io.telcofactory.upf.connection.ConnectionSettings;
import io.telcofactory.upf.steering.NefSteering;
import io.telcofactory.upf.steering.RouteProfiles;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A factory of which nearly everything is as its blueprint says: of each tenant one resource in a hundred is missing or was changed by
 * somebody. Planning reads nothing and makes everything else: it renders with the real backends, compares, checks and writes JSON.
 */
public final class World {
    static final Map<String, String> EXTERNALS = Map.of(
            "image:stream-framer",
            "1",
            "image:defect-detector",
            "2",
            "image:" + Grounds.ROUTER,
            "3",
            "image:" + Grounds.FUNCTION,
            "4",
            "network:" + Grounds.UPLINK,
            "1");
    private static final String FACTORY = "lisbon-oss";
    private static final Pattern SYMBOL = Pattern.compile("\\$\\{([^{}]+)}");
    private static final Set<String> OUTPUTS = Set.of("id", "group", "vdc", "user", "vlan", "bridge", "securityGroup");

    private final Blueprint blueprint;
    private final AiFactory factory;

    /**
     * Makes a world.
     *
     * @param tenants how many tenants with 100 resources each
     * @param hosts how many servers
     */
    public World(int tenants, int hosts) {
        this.blueprint = Fleet.of(tenants);
        Inventory inventory = Grounds.inventory(hosts);
        this.factory = factory(inventory, owned(factory(inventory, List.of()).plan(blueprint)));
    }

    /**
     * Plans and writes the plan.
     *
     * @return the length of the JSON document
     * @throws IllegalStateException if the plan is not the one expected
     */
    public long plan() {
        Plan plan = factory.plan(blueprint);
        int expected = blueprint.resources().size() / Fleet.RESOURCES_OF_TENANT;
        if (plan.changes().size() != expected || !plan.errors().isEmpty()) {
            throw new IllegalStateException("expected " + expected + " changes and no error, not "
                    + plan.changes().size() + " changes and " + plan.errors());
        }
        return plan.toJson().length();
    }

    private static AiFactory factory(Inventory inventory, List<Owned> owned) {
        AiFactory.Builder factory = AiFactory.builder().id(FACTORY);
        backends().forEach(backend -> factory.backend(new Observed(backend, inventory, owned)));
        return factory.build();
    }

    private static List<Backend> backends() {
        HttpTransport nowhere = call -> {
            throw new UnsupportedOperationException("planning calls nobody: " + call);
        };
        URI endpoint = URI.create("http://nowhere.invalid/");
        Credentials credentials = Credentials.of("oneadmin", "secret");
        ClientSettings settings = ClientSettings.builder().transport(nowhere).build();
        return List.of(
                OpenNebulaBackend.builder()
                        .client(OpenNebula.connect(endpoint, credentials, settings))
                        .flow(OneFlow.connect(endpoint, credentials, settings))
                        .site(Grounds.site())
                        .build(),
                NefSteering.of(
                        NefClient.of(
                                endpoint,
                                FACTORY,
                                ConnectionSettings.builder().transport(nowhere).build()),
                        RouteProfiles.namedAsDnai()));
    }

    /** What would be there after the plan of everything, but for one resource of each tenant. */
    private static List<Owned> owned(Plan creation) {
        Scope scope = new Scope(FACTORY, creation.blueprint());
        List<Owned> owned = new ArrayList<>();
        for (Change change : creation.changes()) {
            Resource resource = change.desired().orElseThrow();
            Map<String, String> fields = live(resource, scope);
            if (!spoil(change.ref(), fields)) {
                owned.add(Owned.builder()
                        .ref(change.ref())
                        .blueprint(scope.blueprint())
                        .applied(resource)
                        .fields(fields)
                        .outputs(outputs())
                        .putInstances("mediation", 1)
                        .putInstances("inference", 1)
                        .build());
            }
        }
        return owned;
    }

    private static Map<String, String> outputs() {
        Map<String, String> outputs = new LinkedHashMap<>();
        OUTPUTS.forEach(output -> outputs.put(output, "7"));
        return outputs;
    }

    private static Map<String, String> live(Resource resource, Scope scope) {
        Map<String, String> fields = new LinkedHashMap<>();
        Backend renderer = backends().stream()
                .filter(backend -> backend.kinds().contains(resource.ref().kind()))
                .findFirst()
                .orElseThrow();
        for (Field field : renderer.render(resource, scope).fields()) {
            fields.put(field.path(), SYMBOL.matcher(field.value()).replaceAll(symbol -> value(symbol.group(1))));
        }
        return fields;
    }

    private static String value(String symbol) {
        return Matcher.quoteReplacement(EXTERNALS.getOrDefault(symbol, "7"));
    }

    /** One resource of each tenant, another kind from tenant to tenant; returns whether it is missing. */
    private static boolean spoil(Ref ref, Map<String, String> fields) {
        int tenant = Integer.parseInt(ref.tenant().substring(ref.tenant().indexOf('-') + 1));
        List<String> victims = List.of(ref.tenant(), "net-3", "cameras-3", "service-3", "service-4");
        String victim = victims.get(tenant % victims.size());
        if (!ref.name().equals(victim)) {
            return false;
        }
        String field = new ArrayList<>(fields.keySet()).get(fields.size() - 1);
        fields.put(field, "something else");
        return victim.equals("service-4");
    }
}
