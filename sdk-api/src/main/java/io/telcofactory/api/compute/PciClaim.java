package io.telcofactory.api.compute;

import io.telcofactory.api.internal.Checks;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A PCI device that an instance gets for itself, beside those of its GPU claim: by what it is, or by where it is. Source: OpenNebula 7.4,
 * vector PCI.
 *
 * @since 0.1
 */
public sealed interface PciClaim {

    /**
     * Returns a claim for the first free device of a kind; at least one of the three must be given.
     *
     * @param vendor four lower-case hexadecimal digits, or empty for any
     * @param device four lower-case hexadecimal digits, or empty for any
     * @param deviceClass four lower-case hexadecimal digits, or empty for any
     * @return the claim
     */
    static PciClaim ofKind(Optional<String> vendor, Optional<String> device, Optional<String> deviceClass) {
        return new OfKind(vendor, device, deviceClass);
    }

    /**
     * Returns a claim for the device in one place. On hosts that differ this is another device on each.
     *
     * @param address as {@code lspci} prints it, for example {@code 9a:00.0}
     * @return the claim
     */
    static PciClaim at(String address) {
        return new At(address);
    }

    /**
     * Any device of a kind.
     *
     * @param vendor the vendor, or empty for any
     * @param device the device, or empty for any
     * @param deviceClass the class, or empty for any
     */
    record OfKind(Optional<String> vendor, Optional<String> device, Optional<String> deviceClass) implements PciClaim {
        private static final Pattern HEX = Pattern.compile("[0-9a-f]{4}");

        /** Checks the digits. */
        public OfKind {
            vendor.ifPresent(digits -> hex("vendor", digits));
            device.ifPresent(digits -> hex("device", digits));
            deviceClass.ifPresent(digits -> hex("class", digits));
            Checks.require(
                    vendor.isPresent() || device.isPresent() || deviceClass.isPresent(),
                    "",
                    "devices",
                    "must name vendor, device, class or address");
        }

        private static void hex(String field, String digits) {
            Checks.require(
                    HEX.matcher(digits).matches(),
                    digits,
                    "devices." + field,
                    "must be four lower-case hexadecimal digits");
        }

        /** Returns {@code 15b3:1016:*}. */
        @Override
        public String toString() {
            return vendor.orElse("*") + ":" + device.orElse("*") + ":" + deviceClass.orElse("*");
        }
    }

    /**
     * The device in one place.
     *
     * @param address as {@code lspci} prints it
     */
    record At(String address) implements PciClaim {
        private static final Pattern ADDRESS = Pattern.compile("([0-9a-f]{4}:)?[0-9a-f]{2}:[0-9a-f]{2}\\.[0-7]");

        /** Checks the address. */
        public At {
            Checks.require(
                    ADDRESS.matcher(address).matches(),
                    address,
                    "devices.address",
                    "must look like 9a:00.0, in lower case");
        }

        /** Returns {@code at 9a:00.0}. */
        @Override
        public String toString() {
            return "at " + address;
        }
    }
}
