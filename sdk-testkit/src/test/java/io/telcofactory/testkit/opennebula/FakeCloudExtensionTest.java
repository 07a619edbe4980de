package io.telcofactory.testkit.opennebula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.telcofactory.api.spi.HttpTransport;
import io.telcofactory.testkit.VirtualTime;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The way in which a stranger's test uses the fake. */
@WithFakeCloud
class FakeCloudExtensionTest {

    private static int allocate(FakeOpenNebula cloud, String more) {
        return (Integer) cloud.rpc("one.vm.allocate", "NAME=\"probe\"\nCPU=\"1\"\nMEMORY=\"128\"\n" + more, false);
    }

    @Test
    void vm_afterTheSchedulersWindow_runs(FakeOpenNebula cloud, VirtualTime time) {
        allocate(cloud, "");
        CloudAssertions.assertThat(cloud).tenant("oneadmin").hasRunning(0).inAll();

        time.advance(Duration.ofSeconds(11));

        CloudAssertions.assertThat(cloud).tenant("oneadmin").hasRunning(1).inAll();
    }

    @Test
    void bootThatFails_leavesTheMachineInBootFailure(FakeOpenNebula cloud, VirtualTime time) {
        cloud.failBoots((vm, host) -> vm.equals("probe"));
        int vm = allocate(cloud, "");

        time.advance(Duration.ofSeconds(11));

        assertThat(cloud.rpc("one.vm.info", vm).toString()).contains("<LCM_STATE>36</LCM_STATE>");
    }

    @Test
    void contextOf_aMachineWithVariables_showsThemResolved(FakeOpenNebula cloud) {
        int vm = allocate(cloud, "SLICE=\"embb\"\nCONTEXT=[SLICE=\"$SLICE\"]");

        assertThat(cloud.contextOf(vm)).containsEntry("SLICE", "embb");
    }

    @Test
    void calls_overTheTransport_areRecordedWithUserAndOutcome(FakeOpenNebula cloud, HttpTransport transport) {
        RawClient client = new RawClient(transport, cloud.endpoint(), cloud.flowEndpoint(), cloud.adminCredentials());

        client.ok("one.group.allocate", "acme");
        client.call("one.group.allocate", "acme");

        CloudAssertions.assertThat(cloud).wasCalled("one.group.allocate");
        assertThat(cloud.calls())
                .hasSize(2)
                .allSatisfy(call -> assertThat(call.user()).isEqualTo("oneadmin"));
        assertThat(cloud.calls().get(1).outcome()).contains("NAME is already taken by GROUP 100.");
    }

    @Test
    void unknownAndUnimplementedMethods_areToldApart(FakeOpenNebula cloud) {
        assertThatThrownBy(() -> cloud.rpc("one.nope")).hasMessageContaining("Method 'one.nope' not defined");
        assertThatThrownBy(() -> cloud.rpc("one.system.sql", "SELECT 1", false))
                .hasMessageContaining("FakeOpenNebula does not implement one.system.sql (see docs/fidelity.md)");
    }

    @Test
    void assertionThatDoesNotHold_saysWhatThereIs(FakeOpenNebula cloud) {
        assertThatThrownBy(() -> CloudAssertions.assertThat(cloud).hasNothingNamed("vllm"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("there is left: [vllm, Vllm]");
    }
}
