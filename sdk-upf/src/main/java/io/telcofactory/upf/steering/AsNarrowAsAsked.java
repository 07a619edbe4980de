package io.telcofactory.upf.steering;

import io.telcofactory.api.Finding;
import io.telcofactory.api.network.N6Breakout;
import io.telcofactory.api.spi.Check;
import io.telcofactory.api.spi.Proposal;
import java.util.List;

/** Tells when a target can say a breakout only for more traffic than it wants. */
final class AsNarrowAsAsked implements Check {
    private final BreakoutCompiler<?> compiler;

    AsNarrowAsAsked(BreakoutCompiler<?> compiler) {
        this.compiler = compiler;
    }

    @Override
    public String title() {
        return "no breakout moves more traffic than it wants";
    }

    @Override
    public List<Finding> examine(Proposal proposal) {
        return proposal.desired(N6Breakout.class)
                .flatMap(breakout -> compiler.compile(breakout).notes().stream()
                        .filter(note -> note.kind() == Note.Kind.WIDER)
                        .map(note -> Finding.warning(
                                "wider-breakout",
                                breakout.ref(),
                                note.text(),
                                "name a DNN or a slice that only these devices use")))
                .toList();
    }
}
