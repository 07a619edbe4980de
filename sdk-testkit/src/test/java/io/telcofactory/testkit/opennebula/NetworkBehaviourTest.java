package io.telcofactory.testkit.opennebula;

import static org.assertj.core.api.Assertions.assertThat;

import io.telcofactory.testkit.VirtualTime;
import java.time.Duration;
import org.junit.jupiter.api.Test;

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

    private String pool() {
        return admin.ok("one.vnpool.info", -2, -1, -1).body();
    }
}
