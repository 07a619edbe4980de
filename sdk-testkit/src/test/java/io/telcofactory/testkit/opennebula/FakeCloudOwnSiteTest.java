package io.telcofactory.testkit.opennebula;

import static org.assertj.core.api.Assertions.assertThat;

import io.telcofactory.testkit.VirtualTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A site of the test's own, told to the extension. */
class FakeCloudOwnSiteTest {

    @RegisterExtension
    static final FakeCloudExtension FAKE = FakeCloudExtension.of(time ->
            FakeOpenNebula.builder().time(time).host("lab-1", host -> {}).build());

    @Test
    void site_ofItsOwn_livesOnTheTestsClock(FakeOpenNebula cloud, VirtualTime time) {
        assertThat(cloud.names()).contains("lab-1").doesNotContain("du-1", "mig-1");
        assertThat(cloud.time()).isSameAs(time);
    }
}
