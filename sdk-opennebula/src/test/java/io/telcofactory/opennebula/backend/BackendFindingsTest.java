package io.telcofactory.opennebula.backend;

import static org.assertj.core.api.Assertions.assertThat;

import io.telcofactory.api.Finding;
import io.telcofactory.api.compute.DataSize;
import io.telcofactory.api.service.AiService;
import io.telcofactory.api.service.HostFailure;
import io.telcofactory.api.site.Inventory;
import io.telcofactory.api.site.Site;
import io.telcofactory.api.spi.Proposal;
import io.telcofactory.opennebula.backend.render.NameLengths;
import io.telcofactory.opennebula.model.OneTemplate;
import io.telcofactory.testkit.Faults;
import io.telcofactory.testkit.opennebula.FakeOpenNebula;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What only this backend finds wrong. */
class BackendFindingsTest {
    private static final int LONGEST = 128;

    private final FakeSite fake = new FakeSite();

    @Test
    void observe_siteAsItIs_findsNothing() {
        assertThat(observe(Samples.site("default", "system-dummy"))).isEmpty();
    }

    @Test
    void observe_siteWithAndWithoutOneGate_tellsWhetherGuestsReport() {
        FakeOpenNebula hearing = FakeOpenNebula.builder()
                .time(fake.time)
                .oneGate()
                .systemDatastore("system-dummy", "default")
                .build();
        OpenNebulaBackend backend = OpenNebulaBackend.builder()
                .client(fake.client(hearing.transport()))
                .flow(fake.flow(hearing.transport()))
                .site(Samples.SITE)
                .build();

        assertThat(backend.observe(Samples.SCOPE).inventory().guestsReport()).isTrue();
        assertThat(fake.backend(Faults.create())
                        .observe(Samples.SCOPE)
                        .inventory()
                        .guestsReport())
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "ERROR, ft/host_error.rb, $TEMPLATE -m -p 5, RESTART",
        "ERROR, ft/host_error.rb, $TEMPLATE -r, RESTART",
        "ERROR, ft/host_error.rb, $TEMPLATE -d,",
        "ERROR, own.sh, -m,",
        "DISABLED, ft/host_error.rb, $TEMPLATE -m, LEAVE"
    })
    void observe_hooksForHosts_tellWhatBecomesOfMachines(
            String state, String command, String arguments, HostFailure expected) {
        fake.client()
                .hooks()
                .create(OneTemplate.builder()
                        .set("NAME", "host-hook")
                        .set("TYPE", "state")
                        .set("RESOURCE", "HOST")
                        .set("STATE", state)
                        .set("COMMAND", command)
                        .set("ARGUMENTS", arguments)
                        .build());

        assertThat(fake.backend(Faults.create())
                        .observe(Samples.SCOPE)
                        .inventory()
                        .hostFailure())
                .isEqualTo(Optional.ofNullable(expected));
    }

    @ParameterizedTest
    @CsvSource({
        "lisbon.acme.cameras, true",
        "lisbon.acme.chat.llm, true",
        "lisbon.acme, false",
        "lisbon.Acme Corp.cameras, false",
        "lisbonne.acme.cameras, false"
    })
    void observe_nameOfOursWithoutStamp_isTold(String name, boolean told) {
        OneTemplate template = OneTemplate.builder().set("NAME", name).build();
        fake.client().templates().create(template);
        int group = fake.client().securityGroups().create(template);

        assertThat(observe(Samples.SITE))
                .filteredOn(finding -> finding.message().startsWith("security group " + group))
                .extracting(Finding::code)
                .isEqualTo(told ? List.of("name-without-stamp") : List.of());
    }

    @Test
    void observe_nameOfOursThatBelongsToAnother_isNotTold() {
        int group = fake.client()
                .securityGroups()
                .create(OneTemplate.builder().set("NAME", "lisbon.acme.cameras").build());
        fake.client().securityGroups().chown(group, 1, -1);

        assertThat(observe(Samples.SITE)).isEmpty();
    }

    @Test
    void observe_clusterThatIsNotThere_isAnError() {
        assertThat(observe(Samples.site("defaults", "system-dummy")))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.code()).isEqualTo("site-unknown-cluster");
                    assertThat(finding.message()).endsWith("cluster 'defaults'");
                });
    }

    @Test
    void observe_imageDatastoreAsSystemDatastore_isAnError() {
        assertThat(observe(Samples.site("default", "images-dummy")))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.code()).isEqualTo("site-unknown-datastore");
                    assertThat(finding.message()).endsWith("system datastore: images-dummy");
                });
    }

    @Test
    void examine_templateNameOfOneCharacterTooMany_isAnError() {
        String name = "s".repeat(40);
        String role = "r"
                .repeat(LONGEST
                        - Samples.SCOPE.nativeName(service(name, "r").ref()).length()
                        - 1);

        assertThat(examine(service(name, role))).isEmpty();
        assertThat(examine(service(name, role + "r"))).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("name-too-long");
            assertThat(finding.message()).contains("a name of 129 characters, the server takes 128");
        });
    }

    private List<Finding> observe(Site site) {
        return fake.backend(Faults.create(), site).observe(Samples.SCOPE).findings();
    }

    private static List<Finding> examine(AiService service) {
        return new NameLengths()
                .examine(new Proposal(Samples.SCOPE, List.of(service), Map.of(), List.of(), Inventory.empty()));
    }

    private static AiService service(String name, String role) {
        return AiService.builder(name)
                .tenant("t".repeat(40))
                .role(role, r -> r.image("any").vcpus(1).memory(DataSize.gibibytes(1)))
                .build();
    }
}
