package io.telcofactory.api.site;

import io.telcofactory.api.compute.HostTuning;
import io.telcofactory.api.internal.Checks;
import io.telcofactory.api.internal.HostNames;
import java.util.Set;

/**
 * Hosts that are prepared for work with deadlines.
 *
 * @param tuning how, at least one
 * @param hosts a host name in which {@code *} stands for any characters
 * @since 0.1
 */
public record TunedHosts(Set<HostTuning> tuning, String hosts) {

    /** Checks that something is declared, and that the host pattern can stand in a server's expression. */
    public TunedHosts {
        tuning = Set.copyOf(tuning);
        Checks.require(!tuning.isEmpty(), hosts, "hostTuning.tuning", "must be at least one");
        HostNames.check("hostTuning.hosts", hosts);
    }
}
