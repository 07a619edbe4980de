package io.telcofactory.examples.torture;

import io.telcofactory.api.AiFactory;
import io.telcofactory.api.Blueprint;
import io.telcofactory.api.Plan;
import io.telcofactory.api.Ref;
import io.telcofactory.api.compute.DataSize;
import io.telcofactory.api.network.Ipv4;
import io.telcofactory.api.network.SecurityRule;
import io.telcofactory.api.network.TenantNetwork;
import io.telcofactory.api.service.AiService;
import io.telcofactory.api.tenant.Tenant;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The blueprints that are tortured, with what each act makes of them. */
enum Job {
    /** Real-Time Industrial Analytics. */
    MAIN("main job", "industrial-analytics.yaml") {
        @Override
        Blueprint changed(Blueprint base) {
            Tenant tenant = find(base, "tenant/acme", Tenant.class);
            TenantNetwork network = find(base, "network/acme/shopfloor", TenantNetwork.class);
            return base.with(tenant.toBuilder()
                            .quota(q -> q.vms(8)
                                    .vcpus(32)
                                    .memory(DataSize.gibibytes(64))
                                    .gpus(3))
                            .build())
                    .with(network.toBuilder().gateway(Ipv4.parse("10.60.0.3")).build());
        }

        @Override
        Blueprint scaled(Blueprint base) {
            return twoInstances(base, "service/acme/defect-detection", "inference");
        }
    },
    /** One blueprint with two tenants. */
    TWO_TENANTS("two tenants", "two-tenants.yaml") {
        @Override
        Blueprint changed(Blueprint base) {
            Tenant tenant = find(base, "tenant/globex", Tenant.class);
            TenantNetwork network = find(base, "network/acme/floor", TenantNetwork.class);
            return base.with(tenant.toBuilder()
                            .quota(q -> q.vms(5).vcpus(10).memory(DataSize.gibibytes(8)))
                            .build())
                    .with(network.toBuilder()
                            .securityRules(List.of())
                            .addSecurityRules(SecurityRule.inbound().build())
                            .build());
        }

        @Override
        Blueprint scaled(Blueprint base) {
            return twoInstances(twoInstances(base, "service/acme/frames", "framer"), "service/globex/frames", "framer");
        }
    };

    private final String words;
    private final Blueprint base;

    Job(String words, String file) {
        this.words = words;
        this.base = Blueprint.read(shipped(file));
    }

    abstract Blueprint changed(Blueprint base);

    abstract Blueprint scaled(Blueprint base);

    /** What shall be after an act; nothing after the last one. */
    Optional<Blueprint> wanted(Act act) {
        return switch (act) {
            case APPLY -> Optional.of(base);
            case CHANGE -> Optional.of(changed(base));
            case SCALE -> Optional.of(scaled(base));
            case DESTROY -> Optional.empty();
        };
    }

    /** Plans an act. */
    Plan plan(AiFactory factory, Act act) {
        return wanted(act).map(factory::plan).orElseGet(() -> factory.planDestroy(base.name()));
    }

    private static <R> R find(Blueprint blueprint, String ref, Class<R> type) {
        return type.cast(blueprint.find(Ref.parse(ref)).orElseThrow());
    }

    private static Blueprint twoInstances(Blueprint blueprint, String ref, String name) {
        AiService service = find(blueprint, ref, AiService.class);
        return blueprint.with(service.toBuilder()
                .roles(service.roles().stream()
                        .map(role -> role.name().equals(name)
                                ? role.toBuilder().instances(2).build()
                                : role)
                        .toList())
                .build());
    }

    /** The shipped documents lie in the module; the program may be started in it or in the root above it. */
    static Path shipped(String file) {
        Path path = Path.of("blueprints", file);
        return Files.exists(path) ? path : Path.of("examples").resolve(path);
    }

    @Override
    public String toString() {
        return words;
    }
}
