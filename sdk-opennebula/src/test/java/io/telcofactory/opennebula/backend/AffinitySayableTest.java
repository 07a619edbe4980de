package io.telcofactory.opennebula.backend;

import static org.assertj.core.api.Assertions.assertThat;

import io.telcofactory.api.Finding;
import io.telcofactory.api.service.AiService;
import io.telcofactory.api.service.Role;
import io.telcofactory.api.site.Inventory;
import io.telcofactory.api.spi.Proposal;
import io.telcofactory.opennebula.backend.render.AffinitySayable;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AffinitySayableTest {

    @Test
    void examine_roleInRulesOfBothKinds_isAnErrorAndRolesInOneEachAreNot() {
        AiService both = Samples.PLACED.toBuilder()
                .affined("standby", "spare")
                .addRoles(spare())
                .build();

        assertThat(examine(Samples.PLACED)).isEmpty();
        assertThat(examine(both)).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("affinity-not-sayable");
            assertThat(finding.message()).startsWith("role standby stands in");
        });
    }

    private static Role spare() {
        return Samples.PLACED.role("framer").toBuilder().name("spare").build();
    }

    private static List<Finding> examine(AiService service) {
        return new AffinitySayable()
                .examine(new Proposal(Samples.SCOPE, List.of(service), Map.of(), List.of(), Inventory.empty()));
    }
}
