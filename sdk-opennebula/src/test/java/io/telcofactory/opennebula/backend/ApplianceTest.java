package io.telcofactory.opennebula.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.telcofactory.api.error.CapacityException;
import io.telcofactory.api.error.NotFoundException;
import io.telcofactory.api.service.AiService;
import io.telcofactory.api.site.Inventory;
import io.telcofactory.api.site.Site;
import io.telcofactory.api.site.UserInput;
import io.telcofactory.opennebula.OpenNebula;
import io.telcofactory.opennebula.model.Datastore;
import io.telcofactory.opennebula.model.Image;
import io.telcofactory.opennebula.model.VmTemplate;
import io.telcofactory.opennebula.xml.MalformedXmlException;
import io.telcofactory.opennebula.xml.XmlReader;
import io.telcofactory.testkit.Faults;
import io.telcofactory.testkit.opennebula.FakeOpenNebula;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Apps of a marketplace, from their description to the machine that runs. */
class ApplianceTest {
    private static final String IMAGE = "lisbon.appliance.Vllm";

    private final FakeSite fake = new FakeSite();

    @Test
    void observe_marketplace_tellsWhatAppsAskFor() {
        Inventory.App app = fake.backend(Faults.create()).observe(Samples.SCOPE).inventory().apps().stream()
                .filter(found -> found.name().equals("Vllm"))
                .findFirst()
                .orElseThrow();

        assertThat(app.usable()).isTrue();
        assertThat(app.inputs())
                .contains(
                        new UserInput("ONEAPP_VLLM_MODEL_ID", true, UserInput.Type.TEXT, List.of(), Optional.empty()),
                        new UserInput(
                                "ONEAPP_VLLM_MODEL_QUANTIZATION",
                                false,
                                UserInput.Type.LIST,
                                List.of("0", "4"),
                                Optional.of("0")),
                        new UserInput(
                                "ONEAPP_VLLM_GPU_MEMORY_UTILIZATION",
                                false,
                                UserInput.Type.DECIMAL_RANGE,
                                List.of("0.1", "1.0"),
                                Optional.of("0.9")));
    }

    @Test
    void ensure_appliance_runsWithParametersAndDefaultsAndStaysSo() {
        BackendDriver driver = driver();
        driver.ensure(Samples.ACME);
        driver.ensure(Samples.CHAT);

        assertThat(driver.differences(Samples.CHAT)).isEmpty();
        assertThat(context("lisbon.acme.assistant.llm"))
                .containsEntry("ONEAPP_VLLM_MODEL_ID", "Qwen/Qwen2.5-1.5B-Instruct")
                .containsEntry("ONEAPP_VLLM_MODEL_MAX_LENGTH", "4096")
                .containsEntry("ONEAPP_VLLM_GPU_MEMORY_UTILIZATION", "0.85")
                .containsEntry("ONEAPP_VLLM_ENFORCE_EAGER", "YES")
                .containsEntry("ONEAPP_VLLM_API_PORT", "8000")
                .containsEntry("SSH_PUBLIC_KEY", "$USER[SSH_PUBLIC_KEY]")
                .containsEntry("EXTRA", "1")
                .doesNotContainKey("ONEAPP_VLLM_MODEL_TOKEN");
        assertThat(template("lisbon.acme.assistant.llm").tree().text("TEMPLATE/OS/FIRMWARE"))
                .contains("UEFI");
        assertThat(template("lisbon.acme.assistant.llm").tree().find("TEMPLATE/USER_INPUTS"))
                .isEmpty();
        BackendDriver second = driver();
        second.ensure(Samples.CHAT);
        assertThat(second.steps()).isEmpty();
    }

    @Test
    void ensure_twoServicesOfOneApp_fetchItsImageOnceAndLeaveIt() {
        BackendDriver driver = driver();
        driver.ensure(Samples.ACME);
        driver.ensure(Samples.CHAT);
        AiService other = Samples.CHAT.toBuilder().name("other").build();
        BackendDriver second = driver();
        second.ensure(other);

        assertThat(second.steps()).doesNotContain("one.image.allocate");
        assertThat(images()).containsExactly(IMAGE);
        driver.remove(Samples.CHAT.ref());
        driver.remove(other.ref());
        assertThat(images()).containsExactly(IMAGE);
    }

    @Test
    void ensure_appThatLeftTheMarketplace_keepsWhatRuns() {
        BackendDriver driver = driver();
        driver.ensure(Samples.ACME);
        driver.ensure(Samples.CHAT);
        OpenNebula one = fake.client();
        try (var apps = one.marketplaceApps().list()) {
            apps.toList().forEach(app -> one.marketplaceApps().delete(app.id()));
        }

        BackendDriver second = driver();
        second.ensure(Samples.CHAT);
        assertThat(second.steps()).isEmpty();
        assertThat(second.differences(Samples.CHAT)).isEmpty();
        AiService lost = Samples.CHAT.toBuilder()
                .name("lost")
                .roles(List.of(Samples.CHAT.role("llm").toBuilder()
                        .appliance("Lost", app -> {})
                        .build()))
                .build();
        assertThatThrownBy(() -> driver.ensure(lost))
                .isInstanceOf(NotFoundException.class)
                .hasMessageContaining("Appliance 'Lost' is in no marketplace");
    }

    @Test
    void ensure_siteWithoutThatImageDatastore_saysSo() {
        BackendDriver driver = driver(fake, "elsewhere");
        driver.ensure(Samples.ACME);

        assertThatThrownBy(() -> driver.ensure(Samples.CHAT))
                .isInstanceOf(NotFoundException.class)
                .hasMessageContaining("has no image datastore elsewhere");
    }

    @Test
    void ensure_imageLargerThanTheDatastore_namesBothAndTheirSizes() {
        FakeSite small = new FakeSite(time -> FakeOpenNebula.builder()
                .time(time)
                .systemDatastore("system", "default")
                .imageDatastore("nvme", "default")
                .marketplaceApp("Vllm", 30_000, "CPU=1\nMEMORY=1024")
                .host("std-1", "default", false)
                .build());
        BackendDriver driver = driver(small, "nvme");
        driver.ensure(Samples.ACME);

        assertThatThrownBy(() -> driver.ensure(Samples.CHAT))
                .isInstanceOf(CapacityException.class)
                .hasMessageContaining("The image of appliance 'Vllm' of 30000 MiB does not fit into image datastore 101"
                        + " 'nvme', of which 20480 MiB are free; free some, or name another one by imageDatastore");
    }

    @Test
    void roomiest_datastores_isTheOneWithMostRoomAndOfEqualOnesTheOldest() throws MalformedXmlException {
        Datastore full = datastore(1, 0);
        Datastore old = datastore(101, 20_480);
        Datastore young = datastore(102, 20_480);

        assertThat(SiteParts.roomiest(Stream.of(full, young, old))).contains(old);
        assertThat(SiteParts.roomiest(Stream.of(full))).contains(full);
        assertThat(SiteParts.roomiest(Stream.of())).isEmpty();
    }

    private static Datastore datastore(int id, long freeMb) throws MalformedXmlException {
        return new Datastore(
                XmlReader.parse("<DATASTORE><ID>" + id + "</ID><FREE_MB>" + freeMb + "</FREE_MB></DATASTORE>"));
    }

    private static BackendDriver driver(FakeSite there, String imageDatastore) {
        Site site = Site.builder("edge")
                .physicalDevice("ens1f0")
                .imageDatastore(imageDatastore)
                .build();
        return new BackendDriver(there.backend(Faults.create(), site), Samples.SCOPE, there.time);
    }

    private BackendDriver driver() {
        return new BackendDriver(fake.backend(Faults.create()), Samples.SCOPE, fake.time);
    }

    private List<String> images() {
        try (Stream<Image> images = fake.client().images().list()) {
            return images.map(Image::name)
                    .filter(name -> name.startsWith("lisbon."))
                    .toList();
        }
    }

    private VmTemplate template(String name) {
        try (Stream<VmTemplate> templates = fake.client().templates().list()) {
            return templates
                    .filter(found -> found.name().equals(name))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private Map<String, String> context(String name) {
        return template(name).template().vectors("CONTEXT").get(0);
    }
}
