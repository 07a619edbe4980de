package io.telcofactory.opennebula.backend;

import io.telcofactory.api.site.Site;
import io.telcofactory.api.spi.Execution;
import io.telcofactory.opennebula.OpenNebula;
import io.telcofactory.opennebula.backend.read.Pools;
import io.telcofactory.opennebula.backend.read.Snapshot;
import io.telcofactory.opennebula.backend.render.Stamps;
import io.telcofactory.opennebula.flow.OneFlow;
import io.telcofactory.opennebula.model.Vm;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * The surroundings of the work on one resource.
 *
 * @param one the administrator's client
 * @param flow the administrator's client of OneFlow
 * @param site what differs from site to site
 * @param execution the engine's side
 * @param patience waits
 * @param random makes passwords
 * @param snapshot the server as far as this apply looked at it
 */
record Job(
        OpenNebula one,
        OneFlow flow,
        Site site,
        Execution execution,
        Patience patience,
        RandomGenerator random,
        Snapshot snapshot) {

    /** What this piece of work sees of the server. */
    Pools pools() {
        return new Pools(snapshot);
    }

    /** Tells ours from theirs. */
    Stamps stamps() {
        return snapshot.stamps();
    }

    /** All virtual machines that have not ended by now, those of others as well. */
    List<Vm> machines() {
        try (Stream<Vm> vms = one.vms().list()) {
            return vms.toList();
        }
    }

    /** The zone of the front-end. */
    int zone() {
        return snapshot.zone();
    }
}
