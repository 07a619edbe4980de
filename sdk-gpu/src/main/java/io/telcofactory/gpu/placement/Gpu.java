package io.telcofactory.gpu.placement;

import io.telcofactory.gpu.catalogue.GpuBoard;
import java.util.Objects;

/**
 * One GPU of a fleet.
 *
 * @param site where it is
 * @param host the server it is in
 * @param address what tells it from the others of the host: a PCI address or an index
 * @param numaNode the host's NUMA node it hangs on
 * @param board what kind it is
 * @since 0.1
 */
public record Gpu(String site, String host, String address, int numaNode, GpuBoard board) {

    /** Checks that nothing is missing. */
    public Gpu {
        Objects.requireNonNull(site, "site");
        Objects.requireNonNull(host, "host");
        Objects.requireNonNull(address, "address");
        Objects.requireNonNull(board, "board");
        if (numaNode < 0) {
            throw new IllegalArgumentException("a NUMA node is at least 0, not " + numaNode);
        }
    }

    /** Returns site, host and address, for example {@code lisbon/node3/0000:18:00.0}. */
    @Override
    public String toString() {
        return site + "/" + host + "/" + address;
    }
}
