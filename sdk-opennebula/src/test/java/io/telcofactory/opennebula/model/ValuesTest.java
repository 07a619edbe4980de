package io.telcofactory.opennebula.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;

class ValuesTest {

    @Test
    void permissions_octal_isNineBits() {
        assertThat(Permissions.ofOctal("640").wireValues()).containsExactly(1, 1, 0, 1, 0, 0, 0, 0, 0);
        assertThat(Permissions.ofOctal("640").octal()).isEqualTo("640");
        assertThatThrownBy(() -> Permissions.ofOctal("68")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Permissions(8, 0, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void ranges_areSentAsTheServerCountsThem() {
        assertThat(IdRange.page(20, 10).wireValues()).containsExactly(20, -10);
        assertThat(IdRange.ids(3, 5).wireValues()).containsExactly(3, 5);
        assertThat(IdRange.from(3).wireValues()).containsExactly(3, -1);
        assertThatThrownBy(() -> IdRange.page(0, 1)).hasMessageContaining("at least 2");
        assertThat(IdSet.of(List.of(3, 1, 3)).wireValues()).containsExactly("1,3");
        assertThat(VmStateFilter.in(VmState.POWEROFF).wireValues()).containsExactly(8);
        assertThat(PoolFilter.user(7).wireValues()).containsExactly(7);
        assertThat(SampleWindow.last(Duration.ofMinutes(1)).wireValues()).containsExactly(60);
        assertThat(TimeRange.since(Instant.ofEpochSecond(5)).wireValues()).containsExactly(5, -1);
        assertThat(new MonthRange(YearMonth.of(2026, 3), null).wireValues()).containsExactly(3, 2026, -1, -1);
        assertThat(new DiskSize(1024).wireValues()).containsExactly("1024");
    }

    @Test
    void aclRule_ofTenant_hasTheRecipesNumbers() {
        AclRule rule = AclRule.builder()
                .user(5)
                .kinds(AclRule.Kind.TEMPLATE, AclRule.Kind.DOCUMENT)
                .allow(AclRule.Right.CREATE)
                .zone(0)
                .build();
        assertThat(rule.wireValues()).containsExactly("100000005", "420400000000", "8", "100000000");
        assertThatThrownBy(() -> AclRule.builder().build()).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void states_unknownCodes_areUnknown() {
        assertThat(VmState.of(99)).isEqualTo(VmState.UNKNOWN);
        assertThat(LcmState.of(16)).isEqualTo(LcmState.UNKNOWN);
        assertThat(LcmState.of(99)).isEqualTo(LcmState.UNRECOGNIZED);
        assertThat(HostState.of(2)).isEqualTo(HostState.MONITORED);
    }
}
