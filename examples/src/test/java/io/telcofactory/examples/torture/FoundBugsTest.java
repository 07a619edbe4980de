package io.telcofactory.examples.torture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each bug that the torture found in the SDK, as the schedule that found it, cut down to what matters. */
class FoundBugsTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "a service started twice runs once| main job: apply, 1 applier, seed 453; TWICE at POST"
                        + " /service_template/ID/action instantiate #1 in apply",
                "an anchor made twice stays once"
                        + "| main job: apply, 1 applier, seed 1; TWICE at one.document.allocate #1 in apply",
                "a service template made twice stays once"
                        + "| main job: apply, 1 applier, seed 1; TWICE at POST /service_template #1 in apply",
                "a subscription made twice stays once| main job: apply, 1 applier, seed 1; TWICE at POST"
                        + " /3gpp-traffic-influence/v1/oss/subscriptions #1 in apply",
                "an application taught twice is taught once| two tenants: apply, 1 applier, seed 1055; TWICE at POST"
                        + " /3gpp-pfd-management/v1/oss/transactions #1 in apply",
                "a page of HTML is no answer to a deletion| two tenants: apply + destroy, 1 applier, seed 65;"
                        + " WRONG_TYPE at DELETE /3gpp-pfd-management/v1/oss/transactions/ID #1 in destroy",
                "a service that lost a machine while it came up is made anew"
                        + "| main job: apply, 1 applier, seed 1; VM_DIES at one.vmpool.infoset #4 in apply",
                "in the fake: machines that waited for stuck images start when these are mended"
                        + "| main job: apply, 1 applier, seed 1; IMAGES_STUCK at one.imagepool.info #2 in apply",
                "in the fake: who misses the event of a machine's trouble sees it as it is later| main job: apply + scale,"
                        + " 2 appliers, seed 630008769; EVENT_LOST at GET /service/ID #10 in scale;"
                        + " BOOT_FAILS at one.vrouterpool.info #1 in scale; BOOT_FAILS at one.grouppool.info #1 in scale",
                "the lock of a dead applier on a tenant without changes goes with the next apply| two tenants: apply +"
                        + " change, 1 applier, seed 1; KILLED_BEFORE at one.secgroup.update #1 in change"
            })
    void schedule_thatFoundABug_passes(String bug, String words) {
        try (Trial trial = new Trial(Schedule.parse(words), Trial.Transport.MEMORY)) {
            assertThat(trial.run()).as(bug).isEmpty();
            assertThat(trial.covered()).as("the fault came to pass").isNotEmpty();
        }
    }
}
