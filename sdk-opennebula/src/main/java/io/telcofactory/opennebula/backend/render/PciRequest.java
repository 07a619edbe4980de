package io.telcofactory.opennebula.backend.render;

import io.telcofactory.api.compute.PciClaim;
import io.telcofactory.api.gpu.GpuClaim;
import io.telcofactory.api.service.Role;
import io.telcofactory.api.site.GpuOffer;
import io.telcofactory.api.site.PciSelector;
import io.telcofactory.opennebula.model.OneTemplate;
import io.telcofactory.opennebula.xml.XmlNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One PCI device that a VM template asks for, in lower-case hexadecimal digits.
 *
 * @param text how it reads: vendor, device and class, and the vGPU profile if there is one
 * @param attributes how it is asked
 */
public record PciRequest(String text, List<Attribute> attributes) {

    private static final String ANY = "*";

    /** A key of the vector {@code PCI}. */
    record Attribute(String key, String value) {}

    /** The devices of a role: those of its GPU claim, then the others in their order. */
    static List<PciRequest> of(Role role, Optional<GpuOffer> offer) {
        List<PciRequest> all =
                new ArrayList<>(role.gpu().map(claim -> of(claim, offer)).orElse(List.of()));
        role.devices().forEach(claim -> all.add(of(claim)));
        return all;
    }

    private static PciRequest of(PciClaim claim) {
        if (claim instanceof PciClaim.OfKind kind) {
            return of(
                    kind.vendor().orElse(ANY),
                    kind.device().orElse(ANY),
                    kind.deviceClass().orElse(ANY),
                    "");
        }
        return at(((PciClaim.At) claim).address());
    }

    /** Any device with these numbers. */
    static PciRequest of(PciSelector pci) {
        return of(pci.vendor(), pci.device(), pci.deviceClass(), "");
    }

    /** What the site does not have: it reads as such and asks for nothing. */
    static PciRequest nothing(String text) {
        return new PciRequest(text, List.of());
    }

    static PciRequest at(String address) {
        return new PciRequest("at " + address, List.of(new Attribute("SHORT_ADDRESS", address)));
    }

    /** The devices of a claim. A claim that the site does not offer reads as such and asks for nothing. */
    static List<PciRequest> of(GpuClaim claim, Optional<GpuOffer> offer) {
        PciRequest request = offer.map(found -> of(
                        found.pci().vendor(),
                        found.pci().device(),
                        found.pci().deviceClass(),
                        found.profile().orElse("")))
                .orElse(nothing("not on offer at the site: " + claim));
        return Collections.nCopies(claim.count(), request);
    }

    /** The device of a vector {@code PCI}. */
    static PciRequest of(XmlNode pci) {
        String address = pci.text("SHORT_ADDRESS", "").strip();
        if (!address.isEmpty()) {
            return at(address);
        }
        return of(
                hex(pci, "VENDOR"),
                hex(pci, "DEVICE"),
                hex(pci, "CLASS"),
                pci.text("PROFILE", "").strip());
    }

    private static PciRequest of(String vendor, String device, String deviceClass, String profile) {
        String numbers = vendor + ":" + device + ":" + deviceClass;
        List<Attribute> attributes = List.of(
                new Attribute("VENDOR", vendor),
                new Attribute("DEVICE", device),
                new Attribute("CLASS", deviceClass),
                new Attribute("PROFILE", profile));
        return new PciRequest(profile.isEmpty() ? numbers : numbers + " profile " + profile, attributes);
    }

    void write(OneTemplate.Vector vector) {
        attributes.stream()
                .filter(attribute ->
                        !attribute.value().isEmpty() && !attribute.value().equals(ANY))
                .forEach(attribute -> vector.set(attribute.key(), attribute.value()));
    }

    private static String hex(XmlNode pci, String key) {
        return pci.text(key, ANY).strip().toLowerCase(Locale.ROOT);
    }
}
