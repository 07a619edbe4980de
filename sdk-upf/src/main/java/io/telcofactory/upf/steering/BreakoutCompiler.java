package io.telcofactory.upf.steering;

import io.telcofactory.api.network.N6Breakout;

/**
 * Says a breakout in the words of one target; a pure function, that tells what the target can't say as the breakout says
 * it.
 *
 * <p><b>Threads:</b> immutable.
 *
 * @param <T> type of the target's request
 * @since 0.1
 */
public sealed interface BreakoutCompiler<T> permits NefCompiler, MecCompiler, CamaraCompiler {

    /**
     * Compiles a breakout.
     *
     * @param breakout what is wanted
     * @return what to ask of the target, and what had to be said otherwise
     */
    Compiled<T> compile(N6Breakout breakout);
}
