package io.telcofactory.api.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.telcofactory.api.compute.DataSize;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses, ranges, rates and networks: what they read and print, and what can't be built. */
class NetworkValuesTest {

    @ParameterizedTest
    @CsvSource({
        "::, ::",
        "::1, ::1",
        "2001:DB8::1, 2001:db8::1",
        "2001:db8:0:0:1:0:0:1, 2001:db8::1:0:0:1",
        "2001:0db8:0000:0000:0000:0000:0000:0000, 2001:db8::",
        "1:2:3:4:5:6:7:8, 1:2:3:4:5:6:7:8",
        "1:0:3:4:5:6:7:8, 1:0:3:4:5:6:7:8",
        "1:0:0:4:5:0:0:0, 1:0:0:4:5::",
        "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff, ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff"
    })
    void ipv6_printed_isCanonicalAndReadAgain(String text, String canonical) {
        Ipv6 address = Ipv6.parse(text);

        assertThat(address).hasToString(canonical);
        assertThat(IpAddress.parse(canonical)).isEqualTo(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1:2:3:4:5:6:7",
                "1:2:3:4:5:6:7:8:9",
                "1::2::3",
                "1:2:3:4::5:6:7:8",
                ":1:2:3:4:5:6:7",
                ":::",
                "12345::",
                "g::",
                "::10.0.0.1",
                "fe80::1%eth0"
            })
    void ipv6_malformed_isRefused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> IpAddress.parse(text))
                .withMessageContaining("IPv6 address = '" + text + "' must be eight groups");
    }

    @Test
    void addresses_ofBothFamilies_areOrderedByFamilyAndNumber() {
        assertThat(Stream.of("::1", "255.255.255.255", "ffff::", "10.0.0.1", "9.0.0.0")
                        .map(IpAddress::parse)
                        .sorted())
                .extracting(IpAddress::toString)
                .containsExactly("9.0.0.0", "10.0.0.1", "255.255.255.255", "::1", "ffff::");
    }

    @ParameterizedTest
    @CsvSource({
        "2001:db8::/64, 2001:db8::ffff:ffff:ffff:ffff, ffff:ffff:ffff:ffff::",
        "2001:db8::8/126, 2001:db8::b, ffff:ffff:ffff:ffff:ffff:ffff:ffff:fffc",
        "::/0, ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff, ::"
    })
    void cidr_ofIpv6_knowsItsBounds(String text, String last, String mask) {
        Cidr range = Cidr.parse(text);

        assertThat(range).hasToString(text);
        assertThat(range.last()).hasToString(last);
        assertThat(range.mask()).hasToString(mask);
        assertThat(range.contains(range.last())).isTrue();
        assertThat(range.contains(Ipv4.parse("10.0.0.1"))).isFalse();
        assertThat(range.overlaps(Cidr.parse("0.0.0.0/0"))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "1 bit/s, 1, 1 bit/s",
        "8kbit/s, 8000, 8 kbit/s",
        "2500 Mbit/s, 2500000000, 2500 Mbit/s",
        "1000 Mbit/s, 1000000000, 1 Gbit/s",
        "5000 Gbit/s, 5000000000000, 5000 Gbit/s"
    })
    void bitrate_units_areDecimal(String text, long bits, String printed) {
        assertThat(Bitrate.parse(text).bitsPerSecond()).isEqualTo(bits);
        assertThat(Bitrate.parse(text)).hasToString(printed);
    }

    @Test
    void network_withBothFamilies_beginsAtTheSameDistance() {
        TenantNetwork usual =
                network().subnet("10.60.0.0/24").subnet("2001:db8:60::/64").build();
        TenantNetwork later =
                usual.toBuilder().firstAddress("2001:db8:60::64").addresses(50).build();

        assertThat(usual.subnets().stream().map(usual::firstIn))
                .extracting(Object::toString)
                .containsExactly("10.60.0.10", "2001:db8:60::a");
        assertThat(usual.addresses()).isEqualTo(245);
        assertThat(later.subnets().stream().map(later::firstIn))
                .extracting(Object::toString)
                .containsExactly("10.60.0.100", "2001:db8:60::64");
        assertThat(later.lastIn(later.subnets().get(0))).hasToString("10.60.0.149");
    }

    @Test
    void network_withoutSubnets_hasEthernetAddressesOnly() {
        TenantNetwork ethernet = network().build();

        assertThat(ethernet.subnets()).isEmpty();
        assertThat(ethernet.addresses()).isEqualTo(1024);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("brokenRules")
    void build_brokenRule_isRefusedByFieldValueAndRule(String message, ThrowingCallable build) {
        assertThatIllegalArgumentException().isThrownBy(build).withMessage(message);
    }

    static Stream<Arguments> brokenRules() {
        return Stream.of(
                broken("prefix length = '129' must be 0 to 128", () -> Cidr.parse("::/129")),
                broken(
                        "IP range = '2001:db8::1/64' has bits set after its prefix; did you mean 2001:db8::/64?",
                        () -> Cidr.parse("2001:db8::1/64")),
                broken(
                        "route.nextHop = '10.0.0.1' must be of the same family as the destination ::/0",
                        () -> new Route(Cidr.parse("::/0"), Ipv4.parse("10.0.0.1"))),
                broken("bit rate in bit/s = '0' must be at least 1", () -> Bitrate.parse("0 Gbit/s")),
                broken(
                        "bit rate = '1 GB/s' must be a whole number and a unit: bit/s, kbit/s, Mbit/s or Gbit/s",
                        () -> Bitrate.parse("1 GB/s")),
                broken(
                        "bandwidth.average = '1 kbit/s' must be a multiple of 8 kbit/s",
                        () -> Bandwidth.of(Bitrate.parse("1 kbit/s"))),
                broken(
                        "bandwidth.peak = '1 Mbit/s' must not be below the average 2 Mbit/s",
                        () -> new Bandwidth(Bitrate.megabits(2), Optional.of(Bitrate.megabits(1)), Optional.empty())),
                broken(
                        "bandwidth.burst = '1 B' must be whole KiB",
                        () -> new Bandwidth(Bitrate.megabits(2), Optional.empty(), Optional.of(new DataSize(1)))),
                broken(
                        "security rule peer = '::/0' is of another family than ICMP",
                        () -> SecurityRule.inbound()
                                .protocol(Protocol.ICMP)
                                .peer(Cidr.parse("::/0"))
                                .build()),
                broken(
                        "match.destination = '10.0.0.0/8' is of another family than ICMPV6",
                        () -> TrafficMatch.builder()
                                .protocol(Protocol.ICMPV6)
                                .destination(Cidr.parse("10.0.0.0/8"))
                                .build()),
                broken(
                        "network.vlan = '7' needs type VLAN, not VXLAN",
                        () -> network().type(NetworkType.VXLAN).vlan(7).build()),
                broken(
                        "network.vni = '7' needs type VXLAN, not VLAN",
                        () -> network().vni(7).build()),
                broken(
                        "network.vni = '16777216' must be 1 to 16777215",
                        () -> network().type(NetworkType.VXLAN).vni(1 << 24).build()),
                broken(
                        "network.mtu = '1279' must be 1280 to 9216",
                        () -> network().mtu(1279).build()),
                broken(
                        "network.subnet = '::/16' must be an IPv4 range",
                        () -> network().subnet(Cidr.parse("::/16")).build()),
                broken(
                        "network.subnet6 prefix length = '127' must be 32 to 126",
                        () -> network().subnet("2001:db8::/127").build()),
                broken(
                        "network.gateway = '10.60.0.1' needs a subnet of its family",
                        () -> network().gateway("10.60.0.1").build()),
                broken(
                        "network.gateway6 = '2001:db8::1' must lie in the subnet 10.60.0.0/24",
                        () -> network()
                                .subnet("10.60.0.0/24")
                                .gateway("2001:db8::1")
                                .build()),
                broken(
                        "network.firstAddress = '2001:db8::4' must lie in the subnet 2001:db8::/126",
                        () -> network()
                                .subnet("10.60.0.0/24")
                                .subnet("2001:db8::/126")
                                .firstAddress("10.60.0.4")
                                .build()),
                broken(
                        "breakout.uePools = '10.45.7.0/24' overlaps 10.45.0.0/16 of the same breakout",
                        () -> breakout().uePool("10.45.7.0/24").build()),
                broken(
                        "breakout.uePools = '' must name at least one range of device addresses",
                        () -> breakout().uePools(List.of()).build()),
                broken(
                        "breakout.matches = '' must name at least one destination, unless dnn or application say which"
                                + " traffic is meant",
                        () -> breakout().matches(List.of()).build()),
                broken(
                        "breakout.mode = 'ETHERNET' hands over frames: leave matches, uePools and next hops out",
                        () -> breakout().mode(N6Mode.ETHERNET).build()),
                broken(
                        "latency.limit = 'PT0S' must be whole microseconds, more than 0",
                        () -> new LatencyBudget(Duration.ZERO, List.of(part("radio")))),
                broken(
                        "latency.parts = '' must name at least one part",
                        () -> new LatencyBudget(Duration.ofMillis(20), List.of())),
                broken(
                        "latency.parts.time = 'PT0.0000005S' must be whole microseconds, more than 0",
                        () -> new LatencyPart("radio", Duration.ofNanos(500), LatencyPart.Basis.ASSUMED)),
                broken(
                        "latency.parts.name = 'radio' stands twice; names must differ",
                        () -> new LatencyBudget(Duration.ofMillis(20), List.of(part("radio"), part("radio")))));
    }

    @Test
    void breakout_withoutMatches_meansAllOfItsDnnOrApplication() {
        assertThat(breakout().matches(List.of()).dnn("factory.acme").build().matches())
                .isEmpty();
        assertThat(breakout().matches(List.of()).application("vision").build().matches())
                .isEmpty();
    }

    @Test
    void returnRoutes_leadBackByTheNextHopOfTheirFamilyUnlessNatHidesTheDevices() {
        N6Breakout routed =
                breakout().uePool("2001:db8:45::/48").nextHop("2001:db8:60::1").build();

        assertThat(routed.returnRoutes())
                .extracting(Route::toString)
                .containsExactly("10.45.0.0/16 via 10.60.0.1", "2001:db8:45::/48 via 2001:db8:60::1");
        assertThat(routed.toBuilder().mode(N6Mode.NAT).build().returnRoutes()).isEmpty();
        assertThat(breakout().uePool("2001:db8:45::/48").build().returnRoutes())
                .as("the site may know the other")
                .hasSize(1);
    }

    private static N6Breakout.Builder breakout() {
        return N6Breakout.builder("b")
                .tenant("acme")
                .network("n")
                .dnai("edge")
                .match(TrafficMatch.destination("10.60.0.0/24"))
                .uePool("10.45.0.0/16")
                .nextHop("10.60.0.1");
    }

    private static LatencyPart part(String name) {
        return new LatencyPart(name, Duration.ofMillis(8), LatencyPart.Basis.ASSUMED);
    }

    private static Arguments broken(String message, ThrowingCallable build) {
        return Arguments.of(message, build);
    }

    private static TenantNetwork.Builder network() {
        return TenantNetwork.builder("n").tenant("acme");
    }
}
