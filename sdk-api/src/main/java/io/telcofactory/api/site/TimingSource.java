package io.telcofactory.api.site;

import io.telcofactory.api.compute.Timing;
import io.telcofactory.api.internal.HostNames;

/**
 * Hosts whose clocks are kept by something.
 *
 * @param timing by what
 * @param hosts a host name in which {@code *} stands for any characters
 * @since 0.1
 */
public record TimingSource(Timing timing, String hosts) {

    /** Checks that the host pattern can stand in a server's expression. */
    public TimingSource {
        HostNames.check("timing.hosts", hosts);
    }
}
