package io.telcofactory.api.internal.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.telcofactory.api.Finding;
import io.telcofactory.api.compute.PciClaim;
import io.telcofactory.api.site.Site;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class IommuGroupsWholeTest {
    private static final Site SITE = Site.builder("lisbon")
            .physicalDevice("ens1f0")
            .addIommuGroups(Set.of("9a:00.0", "9a:00.1"))
            .build();

    @Test
    void examine_partOfAGroup_isAnError() {
        assertThat(claiming("9a:00.1", "18:00.0"))
                .extracting(Finding::toString)
                .containsExactly("ERROR service/acme/defects: role inference claims a part of the IOMMU group 9a:00.0,"
                        + " 9a:00.1 and not 9a:00.0; its devices can't be given to different machines -> claim 9a:00.0"
                        + " as well, or none of the group [iommu-group-split]");
    }

    @Test
    void examine_wholeGroupOrNoneOfIt_isWell() {
        assertThat(claiming("9a:00.1", "9a:00.0")).isEmpty();
        assertThat(claiming("18:00.0")).isEmpty();
        assertThat(examine(List.of(PciClaim.ofKind(Optional.of("10de"), Optional.empty(), Optional.empty()))))
                .isEmpty();
    }

    private static List<Finding> claiming(String... addresses) {
        return examine(Stream.of(addresses).map(PciClaim::at).toList());
    }

    private static List<Finding> examine(List<PciClaim> devices) {
        return new Situation()
                .inventory(inventory -> inventory.site(SITE))
                .want(Situation.single(role -> role.devices(devices)))
                .examine(new IommuGroupsWhole());
    }
}
