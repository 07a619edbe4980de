package io.telcofactory.testkit.contract;

import io.telcofactory.api.network.TenantNetwork;
import io.telcofactory.api.tenant.Tenant;
import io.telcofactory.testkit.VirtualTime;
import java.util.function.Function;

/** The suite on the smallest backend, without a transport: processes die between steps. */
class MapBackendTest extends BackendContract {
    static final Tenant ACME =
            Tenant.builder("acme").quota(quota -> quota.vms(8)).build();
    static final TenantNetwork CAMERAS = TenantNetwork.builder("cameras")
            .tenant(ACME)
            .subnet("10.60.0.0/24")
            .mtu(1500)
            .build();

    @Override
    protected BackendUnderTest subject() {
        return subject(MapBackend::new);
    }

    static BackendUnderTest subject(Function<MapSystem, MapBackend> backend) {
        MapSystem system = new MapSystem();
        String network = "contract.acme.cameras";
        return BackendUnderTest.builder(faults -> backend.apply(system))
                .resources(ACME, CAMERAS)
                .change(
                        "smaller quota",
                        Tenant.builder("acme").quota(quota -> quota.vms(3)).build())
                .change("no quota", Tenant.builder("acme").build())
                .change("larger frames", CAMERAS.toBuilder().mtu(9000).build())
                .change(
                        "another subnet",
                        CAMERAS.toBuilder().subnet("10.61.0.0/24").build())
                .drift("frames", CAMERAS.ref(), () -> system.set(system.find(network), "mtu", "576"), "mtu")
                .foreign(
                        "label",
                        () -> system.set(system.find(network), "label", "theirs"),
                        () -> system.get(system.find(network), "label").equals("theirs"))
                .snapshot(system::snapshot)
                .time(VirtualTime.create())
                .build();
    }
}
