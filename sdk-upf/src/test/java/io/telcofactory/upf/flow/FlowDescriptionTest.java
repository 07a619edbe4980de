package io.telcofactory.upf.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FlowDescriptionTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "permit out ip from any to assigned",
                "permit out ip from 10.60.0.0/24 to assigned",
                "permit out tcp from 10.60.0.7/32 8554 to assigned",
                "permit out udp from 10.60.0.0/24 8000-8010 to 10.45.0.0/16",
                "permit out 132 from 2001:db8::/32 to assigned",
                "permit out 1 from any to 10.45.0.0/16 "
            })
    void parse_commonForm_printsTheSame(String text) {
        assertThat(FlowDescription.parse(text)).hasToString(text.strip());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    permit in ip from any to assigned            | 'in' where 'out'
                    deny out ip from any to assigned             | 'deny' where 'permit'
                    permit out ip from 10.60.0.1/24 to assigned  | host bits set: write 10.60.0.0/24
                    permit out ip from 10.60.0.0/33 to assigned  | prefix length of 0 to 32
                    permit out ip from 10.60.00.1 to assigned    | must be an IPv4 or IPv6 address
                    permit out ip from assigned to any           | only after 'to'
                    permit out ip from 10.0.0.0/8 80 to assigned | has ports, which protocol 'ip' does not have
                    permit out tcp from any 0 to assigned        | port
                    permit out tcp from any 90-80 to assigned    | port
                    permit out tcp from any 80,90 to assigned    | list of ports
                    permit out 256 from any to assigned          | 0 for every protocol
                    permit out hopopt from any to assigned       | must be ip, icmp
                    permit out ip from !10.0.0.0/8 to assigned   | inverts
                    permit out ip from 10.0.0.0/8 to ::/0        | same address family
                    permit out ip from any to assigned frag      | 'frag' at its end
                    permit out ip from any                       | ends where 'to' must follow
                    """)
    void parse_anythingElse_namesTheRule(String text, String rule) {
        assertThatThrownBy(() -> FlowDescription.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(rule);
    }

    @Test
    void split_portLists_oneDescriptionForEachPair() {
        assertThat(FlowDescription.split("permit out tcp from 10.60.0.0/24 80,8080-8090 to assigned 1000,2000"))
                .map(FlowDescription::toString)
                .containsExactly(
                        "permit out tcp from 10.60.0.0/24 80 to assigned 1000",
                        "permit out tcp from 10.60.0.0/24 80 to assigned 2000",
                        "permit out tcp from 10.60.0.0/24 8080-8090 to assigned 1000",
                        "permit out tcp from 10.60.0.0/24 8080-8090 to assigned 2000");
    }

    @Test
    void split_uplinkDirection_swapsTheSides() {
        assertThat(FlowDescription.split("permit in udp from 10.45.0.9 to 10.60.0.77/24 53"))
                .map(FlowDescription::toString)
                .containsExactly("permit out udp from 10.60.0.0/24 53 to 10.45.0.9/32");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ip from any                  | tcp from 10.60.0.0/24 80    | true  | true
                    tcp from 10.60.0.0/24        | tcp from 10.60.0.9/32 80    | true  | true
                    tcp from 10.60.0.0/24 80     | tcp from 10.60.0.0/25       | false | true
                    tcp from 10.60.0.0/24 80     | tcp from 10.60.0.0/24 81-90 | false | false
                    tcp from 10.60.0.0/24        | udp from 10.60.0.0/24       | false | false
                    ip from 10.60.0.0/24         | ip from 10.61.0.0/24        | false | false
                    """)
    void containsAndOverlaps_pairs_areDecidedByEveryPart(String one, String two, boolean contains, boolean overlaps) {
        FlowDescription a = FlowDescription.parse("permit out " + one + " to assigned");
        FlowDescription b = FlowDescription.parse("permit out " + two + " to assigned");
        assertThat(a.contains(b)).isEqualTo(contains);
        assertThat(a.overlaps(b)).isEqualTo(overlaps).isEqualTo(b.overlaps(a));
    }
}
