package io.telcofactory.upf.internal.camara;

import io.telcofactory.upf.camara.CredentialType;
import io.telcofactory.upf.camara.Device;
import io.telcofactory.upf.camara.DeviceIpv4Address;
import io.telcofactory.upf.camara.EventType;
import io.telcofactory.upf.camara.PortsSpec;
import io.telcofactory.upf.camara.QodSession;
import io.telcofactory.upf.camara.SinkCredential;
import io.telcofactory.upf.camara.SubscriptionProtocol;
import io.telcofactory.upf.camara.SubscriptionRequest;
import io.telcofactory.upf.camara.TrafficIntent;
import io.telcofactory.upf.flow.IpPrefix;
import io.telcofactory.upf.internal.json.Violations;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The rules of CAMARA that can be seen in the message itself. They are told before anything is sent. */
public final class CamaraRules {
    private static final Pattern PHONE = Pattern.compile("\\+[1-9][0-9]{4,14}");
    private static final Pattern PROFILE = Pattern.compile("[a-zA-Z0-9_.-]{3,256}");
    private static final Pattern HTTPS = Pattern.compile("https://.+");
    private static final int LAST_PORT = 65535;

    private final Violations found;

    private CamaraRules(String specification) {
        this.found = new Violations(specification);
    }

    /**
     * Returns what is wrong with a traffic intent.
     *
     * @param intent what is to be sent
     * @return the broken rules
     */
    public static Violations broken(TrafficIntent intent) {
        CamaraRules rules = new CamaraRules("CAMARA Traffic Influence 0.10");
        rules.port("/sourceTrafficFilters/sourcePort", intent.sourcePort());
        rules.port("/destinationTrafficFilters/destinationPort", intent.destinationPort());
        intent.device().ifPresent(rules::device);
        intent.subscriptionRequest().ifPresent(rules::subscription);
        return rules.found;
    }

    /**
     * Returns what is wrong with a session.
     *
     * @param session what is to be sent
     * @return the broken rules
     */
    public static Violations broken(QodSession session) {
        CamaraRules rules = new CamaraRules("CAMARA Quality On Demand 1.1");
        session.device().ifPresent(rules::device);
        rules.found.require(
                session.applicationServer().ipv4Address().isPresent()
                        || session.applicationServer().ipv6Address().isPresent(),
                "/applicationServer has no address: it needs ipv4Address, ipv6Address or both");
        session.applicationServer()
                .ipv4Address()
                .ifPresent(a -> rules.found.attempt("/applicationServer/ipv4Address", () -> IpPrefix.around(a)));
        session.applicationServer()
                .ipv6Address()
                .ifPresent(a -> rules.found.attempt("/applicationServer/ipv6Address", () -> IpPrefix.around(a)));
        session.devicePorts().ifPresent(ports -> rules.ports("/devicePorts", ports));
        session.applicationServerPorts().ifPresent(ports -> rules.ports("/applicationServerPorts", ports));
        rules.found.match(
                "/qosProfile", Optional.of(session.qosProfile()), PROFILE, "3 to 256 letters, digits, '_', '.' or '-'");
        rules.lasting("/duration", session.duration());
        session.sink().ifPresent(sink -> rules.sink("/sink", sink));
        session.sinkCredential().ifPresent(credential -> rules.credential("/sinkCredential", credential));
        rules.found.require(
                session.sinkCredential().isEmpty() || session.sink().isPresent(),
                "/sink is missing: sinkCredential belongs to it");
        return rules.found;
    }

    /**
     * Returns what is wrong with a request for more time.
     *
     * @param more what is to be asked for
     * @return the broken rules
     */
    public static Violations broken(Duration more) {
        CamaraRules rules = new CamaraRules("CAMARA Quality On Demand 1.1");
        rules.lasting("/requestedAdditionalDuration", more);
        return rules.found;
    }

    private void lasting(String place, Duration time) {
        boolean whole = time.equals(Duration.ofSeconds(time.toSeconds()));
        found.require(
                whole && time.toSeconds() >= 1 && time.toSeconds() <= Integer.MAX_VALUE,
                place + " = " + time + " must be whole seconds, at least one");
    }

    private void device(Device device) {
        found.require(
                device.phoneNumber().isPresent()
                        || device.networkAccessIdentifier().isPresent()
                        || device.ipv4Address().isPresent()
                        || device.ipv6Address().isPresent(),
                "/device has no name: it needs phoneNumber, networkAccessIdentifier, ipv4Address or ipv6Address");
        found.match("/device/phoneNumber", device.phoneNumber(), PHONE, "+ and 5 to 15 digits, the first not 0");
        device.ipv4Address().ifPresent(this::ipv4);
        device.ipv6Address().ifPresent(a -> found.attempt("/device/ipv6Address", () -> IpPrefix.oneV6(a)));
    }

    private void ipv4(DeviceIpv4Address address) {
        found.require(
                address.publicAddress().isPresent(),
                "/device/ipv4Address/publicAddress is missing: it is always needed, equal to privateAddress where"
                        + " addresses are not translated");
        found.require(
                address.privateAddress().isPresent() || address.publicPort().isPresent(),
                "/device/ipv4Address needs privateAddress or publicPort: a public address alone names no device");
        address.publicAddress()
                .ifPresent(a -> found.attempt("/device/ipv4Address/publicAddress", () -> IpPrefix.oneV4(a)));
        address.privateAddress()
                .ifPresent(a -> found.attempt("/device/ipv4Address/privateAddress", () -> IpPrefix.oneV4(a)));
        port("/device/ipv4Address/publicPort", address.publicPort());
    }

    private void subscription(SubscriptionRequest request) {
        sink("/subscriptionRequest/sink", request.sink());
        found.require(
                request.protocol().equals(SubscriptionProtocol.HTTP),
                "/subscriptionRequest/protocol = " + request.protocol() + " must be HTTP");
        found.require(
                request.types().equals(List.of(EventType.TRAFFIC_INFLUENCE_CHANGE)),
                "/subscriptionRequest/types = " + request.types() + " must be " + EventType.TRAFFIC_INFLUENCE_CHANGE);
        found.between(
                "/subscriptionRequest/config/subscriptionMaxEvents",
                request.subscriptionMaxEvents(),
                1,
                Integer.MAX_VALUE);
        request.sinkCredential().ifPresent(c -> credential("/subscriptionRequest/sinkCredential", c));
    }

    private void sink(String place, URI sink) {
        found.match(place, Optional.of(sink.toString()), HTTPS, "an https address");
    }

    private void credential(String place, SinkCredential credential) {
        found.require(
                credential.credentialType().equals(CredentialType.ACCESSTOKEN),
                place + "/credentialType = " + credential.credentialType() + " must be ACCESSTOKEN");
        found.require(
                credential.accessToken().isPresent()
                        && credential.accessTokenExpiresUtc().isPresent()
                        && credential.accessTokenType().equals(Optional.of("bearer")),
                place + " needs accessToken, accessTokenExpiresUtc and accessTokenType 'bearer'");
    }

    private void ports(String place, PortsSpec spec) {
        found.require(
                !spec.ports().isEmpty() || !spec.ranges().isEmpty(),
                place + " names no port: leave it away for all ports");
        spec.ports().forEach(port -> port(place + "/ports", Optional.of(port)));
        spec.ranges().forEach(range -> {
            port(place + "/ranges/from", Optional.of(range.from()));
            port(place + "/ranges/to", Optional.of(range.to()));
            found.require(
                    range.from() <= range.to(),
                    place + "/ranges " + range.from() + " to " + range.to() + " ends before it begins");
        });
    }

    private void port(String place, Optional<Integer> port) {
        found.between(place, port, 0, LAST_PORT);
    }
}
