package io.telcofactory.benchmarks.plan;

import io.telcofactory.api.Blueprint;
import io.telcofactory.api.Resource;
import io.telcofactory.api.compute.DataSize;
import io.telcofactory.api.compute.EpaProfile;
import io.telcofactory.api.compute.PinPolicy;
import io.telcofactory.api.compute.Timing;
import io.telcofactory.api.gpu.GpuClaim;
import io.telcofactory.api.network.Cidr;
import io.telcofactory.api.network.N6Breakout;
import io.telcofactory.api.network.SecurityRule;
import io.telcofactory.api.network.TenantNetwork;
import io.telcofactory.api.network.TrafficMatch;
import io.telcofactory.api.network.VirtualRouter;
import io.telcofactory.api.nf.InterfaceName;
import io.telcofactory.api.nf.NetworkFunction;
import io.telcofactory.api.nf.NetworkFunctionType;
import io.telcofactory.api.nf.Redundancy;
import io.telcofactory.api.service.AiService;
import io.telcofactory.api.tenant.Tenant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** A blueprint of equal tenants, each with resources of all kinds. */
final class Fleet {
    private static final List<NetworkFunctionType> TYPES = List.of(NetworkFunctionType.values());
    static final int RESOURCES_OF_TENANT = 100;
    private static final int NETWORKS = 20;
    private static final int BREAKOUTS = 10;
    private static final int ROUTERS = 2;
    private static final int FUNCTIONS = 6;
    private static final int SERVICES = RESOURCES_OF_TENANT - 1 - NETWORKS - BREAKOUTS - ROUTERS - FUNCTIONS;

    private Fleet() {}

    static Blueprint of(int tenants) {
        return Blueprint.of(
                "fleet",
                IntStream.range(0, tenants)
                        .boxed()
                        .flatMap(i -> tenant(i).stream())
                        .toList());
    }

    private static List<Resource> tenant(int number) {
        Tenant tenant = Tenant.builder("tenant-" + number)
                .quota(quota -> quota.vms(1000).vcpus(4000).memory(DataSize.gibibytes(16_000)))
                .addProviderNetworks(Grounds.UPLINK)
                .build();
        List<Resource> resources = new ArrayList<>(List.of(tenant));
        List<TenantNetwork> networks = IntStream.range(0, NETWORKS)
                .mapToObj(i -> network(tenant, number, i))
                .toList();
        resources.addAll(networks);
        List<N6Breakout> breakouts = IntStream.range(0, BREAKOUTS)
                .mapToObj(i -> breakout(tenant, number, i, networks.get(i)))
                .toList();
        resources.addAll(breakouts);
        for (int i = 0; i < ROUTERS; i++) {
            resources.add(router(tenant, i, networks.get(i)));
        }
        for (int i = 0; i < FUNCTIONS; i++) {
            resources.add(function(tenant, i, breakouts.get(i), networks.get(BREAKOUTS + i)));
        }
        for (int i = 0; i < SERVICES; i++) {
            resources.add(service(tenant, i, breakouts.get(i % BREAKOUTS), networks.get(i % NETWORKS)));
        }
        return resources;
    }

    private static TenantNetwork network(Tenant tenant, int number, int i) {
        return TenantNetwork.builder("net-" + i)
                .tenant(tenant)
                .subnet("10." + (100 + number) + "." + i + ".0/24")
                .addSecurityRules(SecurityRule.allowOutbound())
                .build();
    }

    private static N6Breakout breakout(Tenant tenant, int number, int i, TenantNetwork network) {
        return N6Breakout.builder("cameras-" + i)
                .tenant(tenant)
                .dnn("factory-" + i + "." + tenant.name())
                .dnai("edge-" + i)
                .match(TrafficMatch.destination(network.subnet().orElseThrow().toString())
                        .tcp(8554))
                .addUePools(Cidr.parse("172." + (16 + number % 16) + "." + i + ".0/24"))
                .network(network)
                .nextHop("10." + (100 + number) + "." + i + ".2")
                .build();
    }

    private static VirtualRouter router(Tenant tenant, int i, TenantNetwork network) {
        return VirtualRouter.builder("router-" + i)
                .tenant(tenant)
                .image(Grounds.ROUTER)
                .uplink(Grounds.UPLINK)
                .connect(network)
                .build();
    }

    /** The UPFs, DUs and CUs of a private network, every other one with a standby. */
    private static NetworkFunction function(Tenant tenant, int i, N6Breakout breakout, TenantNetwork access) {
        NetworkFunctionType type = TYPES.get(i % TYPES.size());
        NetworkFunction.Builder function = NetworkFunction.builder("function-" + i)
                .tenant(tenant)
                .type(type)
                .image(Grounds.FUNCTION)
                .vcpus(4)
                .memory(DataSize.gibibytes(8))
                .addTiming(Timing.PTP)
                .redundancy(i % 2 == 0 ? Redundancy.ACTIVE_STANDBY : Redundancy.SINGLE)
                .attach(InterfaceName.MANAGEMENT, access.ref());
        if (type == NetworkFunctionType.UPF) {
            function.attach(InterfaceName.N6, breakout.ref());
        }
        return function.build();
    }

    private static AiService service(Tenant tenant, int i, N6Breakout breakout, TenantNetwork network) {
        return AiService.builder("service-" + i)
                .tenant(tenant)
                .role(
                        "mediation",
                        role -> role.image("stream-framer")
                                .vcpus(2)
                                .memory(DataSize.gibibytes(4))
                                .attach(breakout))
                .role("inference", role -> {
                    role.image("defect-detector")
                            .dependsOn("mediation")
                            .vcpus(4)
                            .memory(DataSize.gibibytes(8))
                            .instances(1, 2)
                            .epa(EpaProfile.builder()
                                    .pinning(PinPolicy.CORE)
                                    .hugepages(DataSize.gibibytes(1))
                                    .build())
                            .putContext("MODEL", "defects-v" + i)
                            .attach(network);
                    if (i % 10 == 0) {
                        role.gpu(GpuClaim.migSlice(Grounds.H100, Grounds.SLICE));
                    }
                })
                .build();
    }
}
