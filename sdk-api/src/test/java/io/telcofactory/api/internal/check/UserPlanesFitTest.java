package io.telcofactory.api.internal.check;

import static io.telcofactory.api.internal.check.Situation.breakout;
import static io.telcofactory.api.internal.check.Situation.network;
import static org.assertj.core.api.Assertions.assertThat;

import io.telcofactory.api.Finding;
import io.telcofactory.api.Ref;
import io.telcofactory.api.Resource;
import io.telcofactory.api.compute.DataSize;
import io.telcofactory.api.network.Handoff;
import io.telcofactory.api.network.N6Breakout;
import io.telcofactory.api.network.N6Mode;
import io.telcofactory.api.network.TenantNetwork;
import io.telcofactory.api.nf.InterfaceName;
import io.telcofactory.api.nf.NetworkFunction;
import io.telcofactory.api.nf.NetworkFunctionType;
import io.telcofactory.api.nf.NetworkInterface;
import io.telcofactory.api.nf.Vrf;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class UserPlanesFitTest {
    private static final TenantNetwork CAMERAS = network("cameras", "10.60.0.0/24", 101);
    private static final TenantNetwork ROBOTS = network("robots", "10.61.0.0/24", 102);
    private static final Ref TRUNK = network("trunk", "10.62.0.0/24", 103).ref();
    private static final N6Breakout CAMERA = breakout("camera", CAMERAS, "10.60.0.2");
    private static final N6Breakout ROBOT = breakout("robot", ROBOTS, "10.61.0.2");

    @Test
    void examine_spoofCheckAtN6_dropsWhatHasOtherSenders() {
        assertThat(examine(CAMERAS, CAMERA, checked(Handoff.virtio())))
                .extracting(Finding::toString)
                .containsExactly(
                        "ERROR function/operator/upf: its N6 interface in network/acme/cameras has a spoof check,"
                                + " which drops the packets of the devices of breakout/acme/camera: they have other"
                                + " senders than the function -> leave spoofCheck out of this interface"
                                + " [device-traffic-dropped]");
        assertThat(examine(CAMERAS, CAMERA, checked(Handoff.sriov()))).isEmpty();
        assertThat(examine(CAMERAS, CAMERA, checked(new Handoff(Handoff.Port.VIRTIO, false, false))))
                .isEmpty();
        assertThat(examine(CAMERAS, CAMERA.toBuilder().mode(N6Mode.NAT).build(), checked(Handoff.virtio())))
                .isEmpty();
    }

    @Test
    void examine_functionsOfTwoOperators_shareNoBreakout() {
        assertThat(examine(CAMERAS.toBuilder().addGuests("operator").build(), CAMERA))
                .isEmpty();
        assertThat(examine(CAMERAS.toBuilder().addGuests("operator", "rival").build(), CAMERA))
                .extracting(Finding::code)
                .containsExactly("breakout-shared");
    }

    @Test
    void examine_trunk_keepsItsVrfsApart() {
        assertThat(examine(CAMERAS, ROBOTS, CAMERA, ROBOT, trunk(vrf("a", CAMERA), vrf("b", ROBOT))))
                .isEmpty();
        assertThat(examine(CAMERAS, ROBOTS, CAMERA, ROBOT, trunk(vrf("a", CAMERA, ROBOT))))
                .extracting(Finding::code)
                .contains("vrf-mixed");
        TenantNetwork sameVlan = ROBOTS.toBuilder().vlan(101).build();
        assertThat(examine(CAMERAS, sameVlan, CAMERA, ROBOT, trunk(vrf("a", CAMERA), vrf("b", ROBOT))))
                .extracting(Finding::toString)
                .containsExactly(
                        "ERROR function/operator/upf: VRF 'b' of its trunk in network/acme/trunk has VLAN 101, which is"
                                + " also that of VRF 'a' -> give the networks different VLANs, or carry both in one VRF"
                                + " [vrf-vlan-twice]");
        TenantNetwork automatic = TenantNetwork.builder("robots")
                .tenant("acme")
                .subnet("10.61.0.0/24")
                .build();
        assertThat(examine(CAMERAS, automatic, CAMERA, ROBOT, trunk(vrf("a", CAMERA), vrf("b", ROBOT))))
                .extracting(Finding::code)
                .containsExactly("vrf-without-vlan");
    }

    @Test
    void examine_equalDevicesInOneVrf_mustBeOfOneDnn() {
        N6Breakout other = CAMERA.toBuilder().name("other").dnn("else.acme").build();

        assertThat(examine(CAMERAS, CAMERA, other, trunk(vrf("a", CAMERA, other))))
                .extracting(Finding::code)
                .containsExactly("vrf-pools-overlap");
        assertThat(examine(
                        CAMERAS,
                        CAMERA,
                        CAMERA.toBuilder().name("other").build(),
                        trunk(vrf("a", CAMERA, CAMERA.toBuilder().name("other").build()))))
                .isEmpty();
    }

    private static NetworkFunction checked(Handoff handoff) {
        return function(NetworkInterface.builder(InterfaceName.N6, CAMERAS.ref())
                .handoff(handoff)
                .build());
    }

    private static NetworkFunction trunk(Vrf... vrfs) {
        return function(
                NetworkInterface.builder(InterfaceName.N6, TRUNK).addVrfs(vrfs).build());
    }

    private static Vrf vrf(String name, N6Breakout... breakouts) {
        return new Vrf(name, Arrays.stream(breakouts).map(N6Breakout::ref).toList());
    }

    private static NetworkFunction function(NetworkInterface link) {
        return NetworkFunction.builder("upf")
                .tenant("operator")
                .type(NetworkFunctionType.UPF)
                .image("upf")
                .vcpus(2)
                .memory(DataSize.gibibytes(4))
                .addInterfaces(link)
                .build();
    }

    private static List<Finding> examine(Resource... resources) {
        return new Situation().want(resources).examine(new UserPlanesFit());
    }
}
