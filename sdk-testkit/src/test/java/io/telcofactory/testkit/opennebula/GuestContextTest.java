package io.telcofactory.testkit.opennebula;

import static org.assertj.core.api.Assertions.assertThat;

import io.telcofactory.testkit.VirtualTime;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What a guest finds in its context, and what it does not. */
@WithFakeCloud(WithFakeCloud.Site.RAN)
class GuestContextTest {
    private static final String NETWORK = """
            NAME=data
            VN_MAD=bridge
            BRIDGE=br9
            NETWORK_ADDRESS=10.9.0.0
            NETWORK_MASK=255.255.255.0
            GATEWAY=10.9.0.1
            ROUTES="10.8.0.0/16 via 10.9.0.1"
            GATEWAY6="2001:db8:9::1"
            GUEST_MTU=1400
            AR=[TYPE=IP4_6_STATIC,IP=10.9.0.10,IP6="2001:db8:9::a",PREFIX_LENGTH=64,SIZE=8]
            """;

    @Test
    void context_ofAnSriovFunction_hasItsAddressesButNeitherMasksNorRoutes(FakeOpenNebula cloud, VirtualTime time) {
        int network = (Integer) cloud.rpc("one.vn.allocate", NETWORK, -1);
        time.advance(Duration.ofSeconds(1)); // until the driver is done

        int vm = (Integer) cloud.rpc(
                "one.vm.allocate",
                "NAME=du\nCPU=1\nMEMORY=128\nCONTEXT=[NETWORK=YES]\nNIC=[NETWORK_ID=" + network + "]\n"
                        + "PCI=[TYPE=NIC,NETWORK_ID=" + network + ",VENDOR=\"15b3\",CLASS=\"0200\"]",
                true);

        assertThat(cloud.contextOf(vm))
                .containsEntry("ETH0_IP", "10.9.0.10")
                .containsEntry("ETH0_MASK", "255.255.255.0")
                .containsEntry("ETH0_ROUTES", "10.8.0.0/16 via 10.9.0.1")
                .containsEntry("ETH0_IP6_GATEWAY", "2001:db8:9::1")
                .containsEntry("ETH0_IP6_PREFIX_LENGTH", "64")
                .containsEntry("ETH0_MTU", "1400")
                .containsEntry("PCI0_IP", "10.9.0.11")
                .containsEntry("PCI0_IP6", "2001:db8:9::b")
                .containsKey("PCI0_MAC")
                .doesNotContainKeys("PCI0_MASK", "PCI0_ROUTES", "PCI0_NETWORK", "PCI0_MTU")
                .doesNotContainKeys("PCI0_IP6_GATEWAY", "PCI0_IP6_PREFIX_LENGTH");
    }

    @Test
    void report_asGuest_isAnAttributeOfTheMachine(FakeOpenNebula cloud) {
        int vm = (Integer) cloud.rpc("one.vm.allocate", "NAME=du\nCPU=1\nMEMORY=128", true);

        cloud.reportAsGuest(vm, "READY", "YES");
        cloud.reportAsGuest(vm, "LOAD", "90");

        assertThat(cloud.rpc("one.vm.info", vm).toString())
                .contains("<LOAD><![CDATA[90]]></LOAD>", "<READY><![CDATA[YES]]></READY>");
    }
}
