package io.telcofactory.testkit.opennebula;

import static org.assertj.core.api.Assertions.assertThat;

import io.telcofactory.testkit.VirtualTime;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Networks, their ranges and leases as they were seen on a real 7.4. */
class NetworkBehaviourTest {

    private final VirtualTime time = VirtualTime.create();
    private final FakeOpenNebula cloud = FakeOpenNebula.edgeSite(time);
    private final RawClient admin =
            new RawClient(cloud.transport(), cloud.endpoint(), cloud.flowEndpoint(), cloud.adminCredentials());

    private int network(String template) {
        int network = admin.ok("one.vn.allocate", template, 0).id();
        time.advance(Duration.ofSeconds(1));
        return network;
    }

    @Test
    void reservationThatEnds_isSeenInEachRangeOfItsParent() {
        int parent = network("NAME=wide\nVN_MAD=bridge\nAR=[TYPE=IP4,IP=10.0.0.1,SIZE=8]\nAR=[TYPE=ETHER,SIZE=4]");
        int reservation =
                admin.ok("one.vn.reserve", parent, "NAME=part\nSIZE=2\nAR_ID=0").id();
        String untouched = "<AR><AR_ID><![CDATA[1]]>";
        assertThat(pool()).contains("<ALLOCATED><![CDATA[ 0 ").contains(untouched);

        admin.ok("one.vn.delete", reservation);
        time.advance(Duration.ofSeconds(1));

        assertThat(pool())
                .contains("<ALLOCATED><![CDATA[]]></ALLOCATED><AR_ID><![CDATA[0]]>")
                .contains("<ALLOCATED><![CDATA[]]></ALLOCATED><AR_ID><![CDATA[1]]>");
    }

    @Test
    void reservation_takesTheNextAddressesInARow_orThoseNamed() {
        int parent = network("NAME=wide\nVN_MAD=bridge\nAR=[TYPE=IP4,IP=10.0.0.1,SIZE=8]");
        int first = admin.ok("one.vn.reserve", parent, "NAME=a\nSIZE=2").id();
        admin.ok("one.vn.reserve", parent, "NAME=b\nSIZE=2\nAR_ID=0\nIP=10.0.0.4");
        int third = admin.ok("one.vn.reserve", parent, "NAME=c\nSIZE=2").id();

        assertThat(info(first)).contains("<IP><![CDATA[10.0.0.1]]></IP>", "<STATE><![CDATA[2]]></STATE>");
        assertThat(info(third)).contains("<IP><![CDATA[10.0.0.6]]></IP>");
        assertThat(info(parent)).contains("<NEXT_INDEX><![CDATA[7]]></NEXT_INDEX>");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SIZE=2 | NAME for reservation has to be set",
                "NAME=r SIZE=0 | Reservation SIZE must be a greater than 0",
                "NAME=r SIZE=1 IP=10.0.0.1 | AR_ID must be specified for IP/MAC based reservations",
                "NAME=r SIZE=1 AR_ID=9 | Not enough free addresses in address range 9, or it does not exist",
                "NAME=r SIZE=9 | Not enough free addresses in an address range",
                "SIZE=1 NETWORK_ID=-1 | NETWORK_ID must be equal or greater than 0",
                "SIZE=1 NETWORK_ID=0 | Cannot add a reservation from the same network",
                "SIZE=1 NETWORK_ID=1 | Cannot add reservations to a non-reservation VNET"
            })
    void reservationThatCannotBe_isRefused(String template, String refusal) {
        int parent = network("NAME=wide\nVN_MAD=bridge\nAR=[TYPE=IP4,IP=10.0.0.1,SIZE=8]");
        network("NAME=other\nVN_MAD=bridge");

        RawClient.Answer refused = admin.call("one.vn.reserve", parent, template.replace(' ', '\n'));

        assertThat(refused.body()).isEqualTo("[one.vn.reserve] " + refusal);
        assertThat(info(parent)).contains("<USED_LEASES>0</USED_LEASES>");
    }

    @Test
    void reservedRange_freed_givesItsAddressesAndItsQuotaBack() {
        int group = admin.ok("one.group.allocate", "acme").id();
        int user = admin.ok("one.user.allocate", "ann", "secret", "core", List.of(group))
                .id();
        int parent = network("NAME=wide\nVN_MAD=bridge\nAR=[TYPE=IP4,IP=10.0.0.1,SIZE=8]");
        admin.ok("one.vn.chmod", parent, 1, 1, 0, 1, 0, 0, 1, 0, 0);
        admin.ok("one.user.quota", user, "NETWORK=[ID=" + parent + ",LEASES=3]");
        RawClient ann = admin.as("ann:secret");
        int part = ann.ok("one.vn.reserve", parent, "NAME=part\nSIZE=3").id();
        time.advance(Duration.ofSeconds(1));
        assertThat(ann.call("one.vn.reserve", parent, "NETWORK_ID=" + part + "\nSIZE=1")
                        .body())
                .contains("limit of 3 reached for LEASES quota in NETWORK with ID: " + parent);

        admin.ok("one.vn.free_ar", part, 0);

        assertThat(info(parent)).contains("<USED_LEASES>0</USED_LEASES>");
        ann.ok("one.vn.reserve", parent, "NETWORK_ID=" + part + "\nSIZE=3");
    }

    @Test
    void hold_namesOneAddressOfAnyFamily() {
        int network =
                network("NAME=six\nVN_MAD=bridge\nAR=[TYPE=IP6_STATIC,IP6=\"2001:db8::1\",PREFIX_LENGTH=64,SIZE=4]\n"
                        + "AR=[TYPE=IP4,IP=10.0.0.1,SIZE=4]");
        admin.ok("one.vn.hold", network, "LEASES=[IP6=\"2001:db8::3\"]");
        assertThat(info(network)).contains("<IP6><![CDATA[2001:db8::3]]></IP6>");

        assertThat(admin.call("one.vn.hold", network, "LEASES=[AR_ID=0,IP=10.0.0.1]")
                        .body())
                .endsWith("Address is not part of the address range or in use.");
        assertThat(admin.call("one.vn.hold", network, "FOO=1").body()).endsWith("Empty lease description.");
        assertThat(admin.call("one.vn.hold", network, "LEASES=[FOO=1]").body()).endsWith("Missing MAC, IP or IP6.");
        assertThat(admin.call("one.vn.release", network, "LEASES=[IP=10.0.0.1,MAC=\"02:00:0a:00:00:01\"]")
                        .body())
                .endsWith("Only one attribute MAC, IP or IP6 can be set.");
    }

    @Test
    void leaseWithAPrefix_hasALinkLocalAddress() {
        int network = network(
                "NAME=six\nVN_MAD=bridge\nAR=[TYPE=IP6,MAC=\"02:00:0a:00:00:01\",GLOBAL_PREFIX=\"2001:db8::\",SIZE=4]");
        int vm = admin.ok("one.vm.allocate", "CPU=1\nMEMORY=64\nNIC=[NETWORK_ID=" + network + "]", true)
                .id();

        assertThat(admin.ok("one.vm.info", vm).body())
                .contains("<IP6_GLOBAL><![CDATA[2001:db8::aff:fe00:1]]></IP6_GLOBAL>")
                .contains("<IP6_LINK><![CDATA[fe80::aff:fe00:1]]></IP6_LINK>");
    }

    @Test
    void range_updated_keepsWhatItsLeasesNeed_andForgetsTheRest() {
        int network = network("NAME=wide\nVN_MAD=bridge\nAR=[TYPE=IP4,IP=10.0.0.1,SIZE=8,NOTE=old]");
        admin.ok("one.vn.hold", network, "LEASES=[IP=10.0.0.5]");

        assertThat(admin.call("one.vn.update_ar", network, "AR=[AR_ID=0,SIZE=4]")
                        .body())
                .endsWith("There are used leases that would fall outside the range.");
        assertThat(admin.call("one.vn.update_ar", network, "AR=[AR_ID=0,SIZE=x]")
                        .body())
                .endsWith("Unable to read the SIZE attribute, it must be number >= 0");
        assertThat(admin.call("one.vn.update_ar", network, "AR=[SIZE=4]").body())
                .endsWith("AR/AR_ID attribute is missing.");
        admin.ok("one.vn.update_ar", network, "AR=[AR_ID=0,IP=10.9.9.9,MORE=new]");

        assertThat(info(network))
                .contains("<IP><![CDATA[10.0.0.1]]></IP>", "<SIZE><![CDATA[8]]></SIZE>", "<MORE><![CDATA[new]]></MORE>")
                .doesNotContain("NOTE");
    }

    @Test
    void recovery_isForNetworksThatAreNotReady() {
        int network = admin.ok("one.vn.allocate", "NAME=n\nVN_MAD=bridge", 0).id();
        admin.ok("one.vn.recover", network, 0);
        assertThat(info(network)).contains("<STATE><![CDATA[5]]></STATE>", "Failure forced by user");
        admin.ok("one.vn.recover", network, 1);
        assertThat(info(network)).contains("<STATE><![CDATA[1]]></STATE>").doesNotContain("ERROR><");

        assertThat(admin.call("one.vn.recover", network, 2).body())
                .endsWith("Could not perform 'recover delete' on VN " + network + ", wrong state READY.");
        assertThat(admin.call("one.vn.recover", network, 7).code()).isEqualTo(2048);
    }

    @Test
    void tag_isFoundOnlyByDriversThatTag() {
        int network =
                network("NAME=n\nVN_MAD=ovswitch\nBRIDGE=ovs\nAUTOMATIC_VLAN_ID=YES\nAUTOMATIC_OUTER_VLAN_ID=YES");

        assertThat(info(network)).contains("<OUTER_VLAN_ID/>").doesNotContain("<VLAN_ID/>");
    }

    @Test
    void aliasOfNoInterface_isRefusedBeforeAnythingIsLeased() {
        int network = network("NAME=n\nVN_MAD=bridge\nAR=[TYPE=IP4,IP=10.0.0.1,SIZE=8]");
        String nics = "NIC=[NETWORK_ID=" + network + "]\nNIC_ALIAS=[NETWORK_ID=" + network + ",PARENT=NIC7]";

        assertThat(admin.call("one.vm.allocate", "CPU=1\nMEMORY=64\n" + nics, true)
                        .body())
                .endsWith("NIC named NIC7 not found for alias");
        assertThat(info(network)).contains("<NEXT_INDEX><![CDATA[0]]></NEXT_INDEX>");
    }

    private String info(int network) {
        return admin.ok("one.vn.info", network).body();
    }

    private String pool() {
        return admin.ok("one.vnpool.info", -2, -1, -1).body();
    }
}
