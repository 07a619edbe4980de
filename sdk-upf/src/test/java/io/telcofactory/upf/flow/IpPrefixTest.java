package io.telcofactory.upf.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IpPrefixTest {

    @ParameterizedTest
    @CsvSource({
        "0.0.0.0/0, 0.0.0.0/0",
        "255.255.255.255, 255.255.255.255/32",
        "2001:DB8:0:0:1:0:0:1, 2001:db8::1:0:0:1/128",
        "::, ::/128",
        "::/0, ::/0",
        "fe80::1, fe80::1/128",
        "2001:db8:0:1:1:1:1:1, 2001:db8:0:1:1:1:1:1/128",
        "1::/16, 1::/16",
        "2001:db8:8000::/33, 2001:db8:8000::/33",
        "2001:db8:0:0:8000::/65, 2001:db8:0:0:8000::/65"
    })
    void parse_anyForm_printsCanonically(String text, String canonical) {
        assertThat(IpPrefix.parse(text)).hasToString(canonical);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "10.0.0",
                "10.0.0.256",
                "10.0.0.01",
                "1:2:3",
                "1::2::3",
                "g::",
                "::1/129",
                "10.0.0.0/",
                "::ffff:10.0.0.1"
            })
    void parse_noAddress_isRefused(String text) {
        assertThatThrownBy(() -> IpPrefix.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void around_hostBits_areCleared() {
        assertThat(IpPrefix.around("10.60.3.7/22")).hasToString("10.60.0.0/22");
        assertThat(IpPrefix.around("2001:db8::ffff/112")).hasToString("2001:db8::/112");
    }

    @Test
    void contains_familiesAndLengths_areRespected() {
        IpPrefix wide = IpPrefix.parse("10.0.0.0/8");
        assertThat(wide.contains(IpPrefix.parse("10.255.0.0/16"))).isTrue();
        assertThat(wide.contains(IpPrefix.parse("11.0.0.0/16"))).isFalse();
        assertThat(IpPrefix.parse("10.255.0.0/16").contains(wide)).isFalse();
        assertThat(IpPrefix.parse("0.0.0.0/0").contains(IpPrefix.parse("::1"))).isFalse();
        assertThat(IpPrefix.parse("2001:db8::/64").overlaps(IpPrefix.parse("2001:db8::1")))
                .isTrue();
    }

    @Test
    void compareTo_prefixes_widerStandsBeforeWhatItContains() {
        assertThat(Stream.of("10.0.0.0/16", "::/0", "10.0.0.0/8", "9.0.0.0/8", "200.0.0.0/8")
                        .map(IpPrefix::parse)
                        .sorted())
                .map(IpPrefix::toString)
                .containsExactly("9.0.0.0/8", "10.0.0.0/8", "10.0.0.0/16", "200.0.0.0/8", "::/0");
    }

    @ParameterizedTest
    @CsvSource({
        "10.60.0.0/24,       10.60.0.255/32",
        "0.0.0.0/0,          255.255.255.255/32",
        "10.60.0.7/32,       10.60.0.7/32",
        "2001:db8::/32,      2001:db8:ffff:ffff:ffff:ffff:ffff:ffff/128",
        "2001:db8::/64,      2001:db8::ffff:ffff:ffff:ffff/128",
        "2001:db8::/120,     2001:db8::ff/128",
        "::/0,               ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff/128"
    })
    void last_prefix_isItsHighestAddress(String prefix, String last) {
        assertThat(IpPrefix.parse(prefix).last()).hasToString(last);
    }
}
