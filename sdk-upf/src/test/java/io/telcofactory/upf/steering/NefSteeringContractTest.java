package io.telcofactory.upf.steering;

import io.telcofactory.api.network.N6Breakout;
import io.telcofactory.api.network.Snssai;
import io.telcofactory.api.network.TenantNetwork;
import io.telcofactory.api.network.TrafficMatch;
import io.telcofactory.api.tenant.Tenant;
import io.telcofactory.testkit.Faults;
import io.telcofactory.testkit.VirtualTime;
import io.telcofactory.testkit.contract.BackendContract;
import io.telcofactory.testkit.contract.BackendUnderTest;
import io.telcofactory.testkit.steering.FakeNef;
import io.telcofactory.upf.NefClient;
import io.telcofactory.upf.connection.ConnectionSettings;
import io.telcofactory.upf.nef.FlowInfo;
import io.telcofactory.upf.nef.Merge;
import io.telcofactory.upf.nef.TrafficInfluSubPatch;
import java.util.List;
import java.util.stream.Collectors;

/** What every backend promises, by the one for a NEF. */
class NefSteeringContractTest extends BackendContract {
    private static final Tenant ACME = Tenant.builder("acme").build();
    private static final TenantNetwork NETWORK =
            TenantNetwork.builder("cameras").tenant(ACME).subnet("10.60.0.0/24").build();
    private static final N6Breakout CAMERAS = N6Breakout.builder("cameras")
            .tenant("acme")
            .network("cameras")
            .dnn("factory.acme")
            .snssai(Snssai.of(1, "0a0b0c"))
            .dnai("edge-lisbon")
            .match(TrafficMatch.destination("10.60.0.0/24").tcp(8554))
            .uePool("10.45.0.0/16")
            .nextHop("10.60.0.1")
            .build();

    @Override
    protected BackendUnderTest subject() {
        VirtualTime time = VirtualTime.create();
        FakeNef nef = FakeNef.start(time);
        return BackendUnderTest.builder(
                        faults -> NefSteering.of(client(nef, faults, time), RouteProfiles.namedAsDnai()))
                .resources(ACME, NETWORK, CAMERAS)
                .change("data network", CAMERAS.toBuilder().dnn("other.acme").build())
                .change("slice", CAMERAS.toBuilder().snssai(Snssai.of(2)).build())
                .change("place", CAMERAS.toBuilder().dnai("edge-porto").build())
                .change(
                        "traffic",
                        CAMERAS.toBuilder()
                                .matches(List.of(
                                        TrafficMatch.destination("10.60.0.0/24").udp(5004)))
                                .build())
                .change(
                        "application",
                        CAMERAS.toBuilder().application("vision.acme").build())
                .change(
                        "UE addresses",
                        CAMERAS.toBuilder().uePool("10.46.0.0/16").build())
                .change(
                        "next hop, which the network does not see",
                        CAMERAS.toBuilder().nextHop("10.60.0.2").build())
                .constant("ues") // any UE: its addresses stand in the filters
                .drift("filters", CAMERAS.ref(), () -> patch(nef, time, filters()), "trafficFilters")
                .foreign(
                        "attribute",
                        () -> patch(
                                nef,
                                time,
                                TrafficInfluSubPatch.builder()
                                        .appReloInd(Merge.set(true))
                                        .build()),
                        () -> nef.subscriptions("af").toString().contains("\"appReloInd\":true"))
                .snapshot(() -> snapshot(nef))
                .time(time)
                .build();
    }

    private static NefClient client(FakeNef nef, Faults faults, VirtualTime time) {
        ConnectionSettings settings = ConnectionSettings.builder()
                .transport(faults.on(nef.transport()))
                .time(time)
                .build();
        return NefClient.of(nef.apiRoot(), "af", settings);
    }

    private static TrafficInfluSubPatch filters() {
        return TrafficInfluSubPatch.builder()
                .addTrafficFilters(FlowInfo.builder()
                        .flowId(1)
                        .addFlowDescriptions("permit out ip from 203.0.113.0/24 to assigned")
                        .build())
                .build();
    }

    private static void patch(FakeNef nef, VirtualTime time, TrafficInfluSubPatch patch) {
        String id = nef.subscriptions("af").keySet().iterator().next();
        client(nef, Faults.create(time), time).trafficInfluence().patch(id, patch);
    }

    private static String snapshot(FakeNef nef) {
        return nef.subscriptions("af").values().stream()
                        .map(subscription -> subscription.replaceAll("\"self\":\"[^\"]*\"", ""))
                        .sorted()
                        .collect(Collectors.joining("\n"))
                + nef.applications();
    }
}
