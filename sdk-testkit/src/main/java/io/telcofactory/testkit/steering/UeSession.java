package io.telcofactory.testkit.steering;

import java.util.Optional;
import java.util.Set;

/**
 * A PDU session of a UE.
 *
 * @param address the UE's IP address
 * @param dnn the data network
 * @param snssai the slice, as {@code sst} or {@code sst-sd}
 * @param gpsi the UE's public id, if it has one
 * @param groups external groups the UE belongs to
 * @since 0.1
 */
public record UeSession(String address, String dnn, String snssai, Optional<String> gpsi, Set<String> groups) {

    /**
     * Returns a session of a UE that is in no group.
     *
     * @param address the UE's IP address
     * @param dnn the data network
     * @param snssai the slice, as {@code sst} or {@code sst-sd}
     * @return the session
     */
    public static UeSession of(String address, String dnn, String snssai) {
        return new UeSession(address, dnn, snssai, Optional.empty(), Set.of());
    }
}
