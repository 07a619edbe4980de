package io.telcofactory.api.site;

import io.telcofactory.api.internal.Checks;

/**
 * Names a kind of PCI device by its identification numbers.
 *
 * @param vendor four lower-case hexadecimal digits, for example {@code 10de}
 * @param device four lower-case hexadecimal digits, for example {@code 2330}
 * @param deviceClass four lower-case hexadecimal digits, for example {@code 0302}
 * @since 0.1
 */
public record PciSelector(String vendor, String device, String deviceClass) {

    /** Checks the digits. */
    public PciSelector {
        hex("vendor", vendor);
        hex("device", device);
        hex("class", deviceClass);
    }

    private static void hex(String field, String value) {
        Checks.require(
                value.matches("[0-9a-f]{4}"), value, "pci." + field, "must be four lower-case hexadecimal digits");
    }

    /** Returns {@code 10de:2330:0302}. */
    @Override
    public String toString() {
        return vendor + ":" + device + ":" + deviceClass;
    }
}
