package io.telcofactory.api.internal.check;

import static io.telcofactory.api.internal.check.Situation.network;
import static org.assertj.core.api.Assertions.assertThat;

import io.telcofactory.api.Finding;
import io.telcofactory.api.network.Bandwidth;
import io.telcofactory.api.network.Bitrate;
import io.telcofactory.api.network.Handoff;
import io.telcofactory.api.network.Segment;
import io.telcofactory.api.service.AiService;
import io.telcofactory.api.service.Attachment;
import io.telcofactory.api.site.Fabric;
import io.telcofactory.api.site.PciSelector;
import io.telcofactory.api.site.Site;
import io.telcofactory.api.site.VirtualFunctions;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class InterfacesFitTest {
    private static final PciSelector CARD = new PciSelector("15b3", "101e", "0200");
    private static final PciSelector OTHER_CARD = new PciSelector("8086", "1889", "0200");

    @Test
    void examine_fabricWithoutVirtualFunctions_isAnErrorForSriovOnly() {
        Site bare = Site.builder("lisbon").physicalDevice("ens1f0").build();

        assertThat(examine(bare, attached(Handoff.sriov())))
                .extracting(Finding::toString)
                .containsExactly(
                        "ERROR service/acme/defects: role inference is attached to network/acme/cameras by SR-IOV, but"
                                + " site 'lisbon' declares no virtual functions that lead into fabric 'network' -> declare"
                                + " them under virtualFunctions in the site document, or choose virtio"
                                + " [virtual-functions-missing]");
        assertThat(examine(bare, attached(Handoff.virtio()))).isEmpty();
        assertThat(examine(site(CARD, functions -> {}, OTHER_CARD, functions -> {}), attached(Handoff.sriov())))
                .isEmpty();
    }

    @Test
    void examine_twoFabricsWithEqualCards_areToldApartByHostsOrAddresses() {
        assertThat(examine(site(CARD, functions -> {}, CARD, functions -> {}), attached(Handoff.sriov())))
                .extracting(Finding::code)
                .containsExactly("virtual-functions-alike");
        assertThat(examine(
                        site(CARD, functions -> functions.hosts("a-*"), CARD, functions -> functions.hosts("b-*")),
                        attached(Handoff.sriov())))
                .isEmpty();
        assertThat(examine(
                        site(CARD, functions -> functions.addAddresses("3b:00.2"), CARD, functions -> {}),
                        attached(Handoff.sriov())))
                .isEmpty();
    }

    @Test
    void examine_limitOnAVirtualFunction_isNotEnforced() {
        Site site = site(CARD, functions -> {}, OTHER_CARD, functions -> {});
        Attachment limited = sriov().inbound(Bandwidth.of(Bitrate.megabits(80))).build();

        assertThat(examine(site, attached(limited)))
                .extracting(Finding::code)
                .containsExactly("interface-limit-not-enforced");
        assertThat(examine(
                        site,
                        attached(limited.toBuilder().handoff(Handoff.virtio()).build())))
                .isEmpty();
    }

    private static Site site(
            PciSelector own,
            Consumer<VirtualFunctions.Builder> ownPlaces,
            PciSelector other,
            Consumer<VirtualFunctions.Builder> otherPlaces) {
        return Site.builder("lisbon")
                .physicalDevice("ens1f0")
                .virtualFunctions(functions(own, ownPlaces))
                .addFabrics(Fabric.builder("n6")
                        .physicalDevice("ens2f0")
                        .virtualFunctions(functions(other, otherPlaces))
                        .build())
                .build();
    }

    private static VirtualFunctions functions(PciSelector pci, Consumer<VirtualFunctions.Builder> places) {
        VirtualFunctions.Builder functions = VirtualFunctions.builder().pci(pci);
        places.accept(functions);
        return functions.build();
    }

    private static AiService attached(Handoff handoff) {
        return attached(sriov().handoff(handoff).build());
    }

    private static Attachment.Builder sriov() {
        return Attachment.builder(network("cameras", "10.60.0.0/24", 101).ref())
                .handoff(Handoff.sriov())
                .segment(Segment.builder().build());
    }

    private static AiService attached(Attachment attachment) {
        return Situation.single(role -> role.addAttachments(attachment));
    }

    private static List<Finding> examine(Site site, AiService service) {
        return new Situation()
                .want(service)
                .inventory(inventory -> inventory.site(site))
                .hosts(Situation.sharedHost("a-1", 8, 32), Situation.sharedHost("b-1", 8, 32))
                .examine(new InterfacesFit());
    }
}
