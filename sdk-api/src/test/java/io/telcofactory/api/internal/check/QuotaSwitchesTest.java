package io.telcofactory.api.internal.check;

import static io.telcofactory.api.internal.check.Situation.single;
import static org.assertj.core.api.Assertions.assertThat;

import io.telcofactory.api.Finding;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuotaSwitchesTest {

    @ParameterizedTest
    @ValueSource(strings = {"SKIP_GLOBAL_QUOTA", "VMS", "CLUSTER_ID", "PCI_DEV", "PCI_NIC", "RUNNING_MEMORY"})
    void examine_switch_isRefused(String key) {
        assertThat(new Situation()
                        .want(single(r -> r.context(Map.of(key, "YES"))))
                        .examine(new QuotaSwitches()))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.code()).isEqualTo("quota-switch");
                    assertThat(finding.message()).startsWith("context key '" + key + "' of role inference");
                });
    }

    @Test
    void examine_keysThatOnlyResembleSwitches_areWell() {
        assertThat(new Situation()
                        .want(single(r -> r.context(Map.of("SKIP_QUOTA", "1", "VMS_URL", "1", "RUNNING", "1"))))
                        .examine(new QuotaSwitches()))
                .isEmpty();
    }

    @Test
    void examine_noContext_isWell() {
        assertThat(new Situation().want(single(r -> {})).examine(new QuotaSwitches()))
                .extracting(Finding::code)
                .isEmpty();
    }
}
