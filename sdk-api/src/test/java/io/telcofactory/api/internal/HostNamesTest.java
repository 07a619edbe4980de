package io.telcofactory.api.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostNamesTest {

    @ParameterizedTest
    @CsvSource({
        "*, ran-1",
        "ran-1, ran-1",
        "ran-*, ran-1",
        "ran-*, ran-",
        "*-1, ran-1",
        "r*n-*, ran-1",
        "*a*n*, ran-1",
        "r**1, ran-1",
        "*ab*b, abab",
        "*.edge.*, ran.edge.lisbon"
    })
    void fit_starsForAnyCharacters_fits(String pattern, String host) {
        assertThat(HostNames.fit(pattern, host)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "ran-1, ran-11",
        "ran-, ran-1",
        "ran-*, Ran-1",
        "*-1, ran-12",
        "ab*ba, aba",
        "*aa*aa, aaa",
        "r*x*, ran-1",
        "ran.1, ran-1",
        "ran-1*, ran"
    })
    void fit_otherCharacters_doesNotFit(String pattern, String host) {
        assertThat(HostNames.fit(pattern, host)).isFalse();
    }
}
