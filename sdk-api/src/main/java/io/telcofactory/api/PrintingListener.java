package io.telcofactory.api;

import java.io.PrintStream;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Prints progress; a wait prints only when its state changed. */
final class PrintingListener implements ProgressListener {
    private final PrintStream out;
    private final Map<Ref, String> waits = new ConcurrentHashMap<>();

    PrintingListener(PrintStream out) {
        this.out = out;
    }

    @Override
    public void started(Change change) {
        out.println(change.ref() + ": " + change.action().name().toLowerCase(Locale.ROOT));
    }

    @Override
    public void step(Ref ref, String step) {
        out.println(ref + ":   " + step);
    }

    @Override
    public void waiting(Ref ref, String state) {
        if (!state.equals(waits.put(ref, state))) {
            out.println(ref + ":   waiting: " + state);
        }
    }

    @Override
    public void finished(ApplyReport.Outcome outcome) {
        out.println(outcome);
    }
}
