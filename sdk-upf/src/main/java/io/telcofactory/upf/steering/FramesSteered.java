package io.telcofactory.upf.steering;

import io.telcofactory.api.Finding;
import io.telcofactory.api.network.N6Breakout;
import io.telcofactory.api.network.N6Mode;
import io.telcofactory.api.spi.Check;
import io.telcofactory.api.spi.Proposal;
import java.util.List;

/** A subscription selects frames by their type only, so that a whole data network of frames can't be said. */
final class FramesSteered implements Check {

    @Override
    public String title() {
        return "the network can steer the breakouts' traffic";
    }

    @Override
    public List<Finding> examine(Proposal proposal) {
        return proposal.desired(N6Breakout.class)
                .filter(breakout -> breakout.mode() == N6Mode.ETHERNET)
                .map(breakout -> Finding.error(
                        "frames-not-steered",
                        breakout.ref(),
                        "it hands over frames, but TrafficInfluence selects frames by type and not all of a data network",
                        "have the core provisioned for it (CoreProvisioned), or choose mode routed"))
                .toList();
    }
}
