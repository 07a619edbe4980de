package io.telcofactory.testkit.steering;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The devices that a fake CAMARA gateway knows, and who a request is about. Guarded by the lock of its server. */
final class CamaraDevices {
    private final Map<String, UeSession> byAddress = new LinkedHashMap<>();
    /** Tokens that a user gave, by the number of the device. */
    final Map<String, String> namedByToken = new LinkedHashMap<>();

    /** Returns the number of the device that the token names, empty for a token of the client itself. */
    Optional<String> ofToken(FakeRequest request) {
        return request.header("authorization")
                .map(header -> header.replaceFirst("(?i)^Bearer ", ""))
                .map(namedByToken::get);
    }

    /** Returns the session that a request is about, or refuses it as the interface says. */
    UeSession subject(FakeRequest request, JsonNode body) {
        Optional<String> named = ofToken(request);
        boolean given = body.hasNonNull("device");
        if (named.isPresent() && given) {
            throw refused(422, "UNNECESSARY_IDENTIFIER", "the device is already identified by the access token");
        }
        if (named.isEmpty() && !given) {
            throw refused(422, "MISSING_IDENTIFIER", "the device cannot be identified");
        }
        Optional<UeSession> session =
                named.map(number -> find(hasNumber(number))).orElseGet(() -> find(named(body.path("device"))));
        return session.orElseThrow(() -> refused(404, "IDENTIFIER_NOT_FOUND", "device identifier not found"));
    }

    void add(UeSession session) {
        byAddress.put(IpText.canonical(session.address()), session);
    }

    Optional<UeSession> at(String address) {
        return Optional.ofNullable(byAddress.get(IpText.canonical(address)));
    }

    private Optional<UeSession> find(Predicate<UeSession> wanted) {
        return byAddress.values().stream().filter(wanted).findFirst();
    }

    private static Predicate<UeSession> hasNumber(String number) {
        return session -> session.gpsi().equals(Optional.of("msisdn-" + number.substring(1)));
    }

    private static Predicate<UeSession> named(JsonNode device) {
        if (device.has("phoneNumber")) {
            return hasNumber(device.path("phoneNumber").asText());
        }
        if (device.has("ipv4Address")) {
            JsonNode address = device.path("ipv4Address");
            JsonNode known =
                    address.has("privateAddress") ? address.path("privateAddress") : address.path("publicAddress");
            return session -> IpText.same(session.address(), known.asText());
        }
        if (device.has("ipv6Address")) {
            return session ->
                    IpText.same(session.address(), device.path("ipv6Address").asText());
        }
        return session -> session.gpsi()
                .equals(Optional.of(
                        "extid-" + device.path("networkAccessIdentifier").asText()));
    }

    private static Refused refused(int status, String code, String message) {
        return new Refused(ErrorForm.error(status, code, message));
    }
}
