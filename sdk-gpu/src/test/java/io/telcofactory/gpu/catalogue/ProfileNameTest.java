package io.telcofactory.gpu.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.telcofactory.api.error.InvalidRequestException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProfileNameTest {
    @Test
    void parse_computeInstanceWithAttributes_isTakenApart() {
        ProfileName name = ProfileName.parse("MIG 1c.2g.48gb+me.all");
        assertThat(name.computeSlices()).hasValue(1);
        assertThat(name.gpuSlices()).isEqualTo(2);
        assertThat(name.memoryGb()).isEqualTo(48);
        assertThat(name.attributes()).containsExactly("+me.all");
        assertThat(name).hasToString("1c.2g.48gb+me.all");
        assertThat(name.gpuInstance()).hasToString("2g.48gb+me.all");
    }

    @Test
    void parse_fullComputeInstance_isTheSlice() {
        assertThat(ProfileName.parse("3c.3g.40gb")).isEqualTo(ProfileName.parse("3g.40gb"));
    }

    @Test
    void configKey_attributes_readBack() {
        for (String name : new String[] {"1g.10gb+me", "1g.24gb-me", "1g.24gb+me.all", "4g.96gb+gfx", "7g.80gb"}) {
            ProfileName parsed = ProfileName.parse(name);
            assertThat(ProfileName.parseConfigKey(parsed.configKey())).isEqualTo(parsed);
        }
        assertThat(ProfileName.parse("1g.10gb+me").configKey()).isEqualTo("1g.10gb.me");
        assertThat(ProfileName.parse("1g.24gb-me").configKey()).isEqualTo("1g.24gb-me");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "1g", "g.10gb", "0g.10gb", "1g.10GiB", "4c.3g.40gb", "0c.1g.5gb", "1g.10gb+xy", "1g.10gb+"})
    void parse_otherGrammar_saysWhatIsExpected(String text) {
        assertThatThrownBy(() -> ProfileName.parse(text))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("'" + text + "' is not a MIG profile");
    }

    @ParameterizedTest
    @ValueSource(strings = {"H100XM", "H100XM-1-10Q", "-1-10C", "H100XM-1-C"})
    void parse_vgpuTypeOfOtherGrammar_isRefused(String text) {
        assertThatThrownBy(() -> VgpuType.parse(text)).isInstanceOf(InvalidRequestException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "1g.34gb, 1g.35gb, true",
        "3g.93gb, 3g.95gb, true",
        "1g.10gb, 1g.10gb, true",
        "1g.5gb, 1g.6gb, false",
        "1g.10gb, 1g.20gb, false",
        "1g.10gb, 1g.10gb+me, false",
        "1g.20gb, 2g.20gb, false",
        "1c.3g.40gb, 3g.40gb, false"
    })
    void matches_memoryRoundedByAnotherDriver_isTheSameProfile(String one, String other, boolean same) {
        assertThat(ProfileName.parse(one).matches(ProfileName.parse(other))).isEqualTo(same);
        assertThat(ProfileName.parse(other).matches(ProfileName.parse(one))).isEqualTo(same);
    }
}
