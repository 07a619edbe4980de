package io.telcofactory.testkit.steering;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Decides where a packet leaves a network that is steered by CAMARA intents. Only packets to an instance at the edge can
 * leave there, since an intent names an application and no address; among the intents that apply, one for a single device
 * goes before one for all, and then the newest, which overrides those before it. Guarded by the lock of its server.
 */
final class IntentPaths {
    private final IntentStore intents;

    IntentPaths(IntentStore intents) {
        this.intents = intents;
    }

    PacketPath route(Packet packet) {
        List<EdgeInstance> targets = intents.instances.stream()
                .filter(instance -> IpText.same(instance.address(), packet.destination()))
                .toList();
        if (targets.isEmpty()) {
            return PacketPath.central(packet.destination() + " is no instance of an application at the edge");
        }
        EdgeInstance target = targets.get(0);
        List<IntentStore.Entry> applying = new ArrayList<>();
        List<String> misses = new ArrayList<>();
        for (IntentStore.Entry entry : intents.all()) {
            Optional<String> reason = whyNot(entry, target, packet);
            if (reason.isEmpty()) {
                applying.add(0, entry);
            } else {
                misses.add("intent " + entry.id() + " " + reason.get());
            }
        }
        return applying.stream()
                .min(Comparator.comparing(entry -> entry.device().isEmpty()))
                .map(entry -> local(entry, target))
                .orElseGet(
                        () -> PacketPath.central(misses.isEmpty() ? "there is no intent" : String.join("; ", misses)));
    }

    private static PacketPath local(IntentStore.Entry entry, EdgeInstance target) {
        String who = entry.device().isPresent() ? "this device" : "all devices";
        return PacketPath.local(
                target.zone(),
                entry.id(),
                "intent " + entry.id() + " for " + who + " brings application " + target.appId() + " to instance "
                        + target.appInstanceId());
    }

    private Optional<String> whyNot(IntentStore.Entry entry, EdgeInstance target, Packet packet) {
        if (!entry.state().equals("active")) {
            return Optional.of("is " + entry.state());
        }
        if (intents.chosen(entry).noneMatch(target::equals)) {
            return Optional.of("is for another application, zone or region");
        }
        if (entry.device().filter(address -> !address.equals(packet.ue())).isPresent()) {
            return Optional.of("is for another device");
        }
        JsonNode source = entry.content().path("sourceTrafficFilters").path("sourcePort");
        JsonNode destination = entry.content().path("destinationTrafficFilters");
        if (!isPort(source, packet.sourcePort())
                || !isPort(destination.path("destinationPort"), packet.destinationPort())) {
            return Optional.of("is for other ports");
        }
        return isProtocol(destination.path("destinationProtocol"), packet)
                ? Optional.empty()
                : Optional.of("is for another protocol");
    }

    private static boolean isPort(JsonNode wanted, int port) {
        return wanted.isMissingNode() || wanted.asInt() == port;
    }

    private static boolean isProtocol(JsonNode wanted, Packet packet) {
        return wanted.isMissingNode()
                || switch (wanted.asText().toUpperCase(Locale.ROOT)) {
                    case "ICMP" -> packet.protocol() == 1;
                    case "TCP" -> packet.protocol() == 6;
                    case "UDP" -> packet.protocol() == 17;
                    default -> false;
                };
    }
}
