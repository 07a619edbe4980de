package io.telcofactory.opennebula.backend;

import io.telcofactory.api.site.Site;
import io.telcofactory.api.spi.Execution;
import io.telcofactory.opennebula.OpenNebula;
import io.telcofactory.opennebula.flow.OneFlow;
import java.util.random.RandomGenerator;

/**
 * The surroundings of the work on one resource.
 *
 * @param one the administrator's client
 * @param flow the administrator's client of OneFlow
 * @param site what differs from site to site
 * @param stamps tells ours from theirs
 * @param execution the engine's side
 * @param patience waits
 * @param random makes passwords
 */
record Job(
        OpenNebula one,
        OneFlow flow,
        Site site,
        Stamps stamps,
        Execution execution,
        Patience patience,
        RandomGenerator random) {

    /** Looks at the server anew. */
    Pools pools() {
        return new Pools(one, flow, stamps.scope().factory());
    }

    /** The zone of the front-end. */
    int zone() {
        return one.frontEnd().configuration().integer("FEDERATION/ZONE_ID", 0);
    }
}
