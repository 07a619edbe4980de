package io.telcofactory.testkit.opennebula;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Which site a test gets. */
@WithFakeCloud(WithFakeCloud.Site.RAN)
class FakeCloudSitesTest {

    @Test
    void site_namedByTheClass_isMade(FakeOpenNebula cloud) {
        assertThat(cloud.names()).contains("du-1", "fronthaul");
    }

    @Nested
    class InAnotherClass {

        @Test
        void site_namedByTheClassAround_isMade(FakeOpenNebula cloud) {
            assertThat(cloud.names()).contains("du-1");
        }
    }
}
