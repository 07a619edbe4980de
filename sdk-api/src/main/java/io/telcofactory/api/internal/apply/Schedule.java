package io.telcofactory.api.internal.apply;

import io.telcofactory.api.error.CancelledException;
import io.telcofactory.api.error.ErrorContext;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/** Works through pieces of work in the order they demand, several at a time; skips what needs a piece that failed. */
final class Schedule {
    private final int concurrency;
    private final String threadName;

    Schedule(int concurrency, String threadName) {
        this.concurrency = concurrency;
        this.threadName = threadName;
    }

    /**
     * Works through everything.
     *
     * @param pieces the work
     * @param task does one piece, true if it succeeded; an exception or error ends the schedule at once
     * @param skipped hears of a piece that is not tried, and which failed one it needs
     */
    void run(List<Work> pieces, Predicate<Work> task, BiConsumer<Work, Work.Key> skipped) {
        Progress progress = new Progress(pieces, skipped);
        if (concurrency == 1) {
            for (Optional<Work> next = progress.next(); next.isPresent(); next = progress.next()) {
                progress.ended(next.get(), task.test(next.get()));
            }
        } else {
            runConcurrently(progress, task);
        }
    }

    private void runConcurrently(Progress progress, Predicate<Work> task) {
        ExecutorService threads = Executors.newFixedThreadPool(concurrency, runnable -> {
            Thread thread = new Thread(runnable, threadName);
            thread.setDaemon(true);
            return thread;
        });
        try {
            CompletionService<Ended> running = new ExecutorCompletionService<>(threads);
            int underway = submitReady(progress, task, running);
            while (underway > 0) {
                Ended ended = running.take().get();
                progress.ended(ended.piece(), ended.succeeded());
                underway += submitReady(progress, task, running) - 1;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException(
                    ErrorContext.of("factory", "apply", ""),
                    "Interrupted; what is done stays done, apply again to go on",
                    e);
        } catch (ExecutionException e) {
            throw rethrown(e);
        } finally {
            threads.shutdownNow();
        }
    }

    private static int submitReady(Progress progress, Predicate<Work> task, CompletionService<Ended> running) {
        int count = 0;
        for (Optional<Work> next = progress.next(); next.isPresent(); next = progress.next()) {
            Work piece = next.get();
            running.submit(() -> new Ended(piece, task.test(piece)));
            count++;
        }
        return count;
    }

    private static RuntimeException rethrown(ExecutionException e) {
        if (e.getCause() instanceof Error error) {
            throw error;
        }
        return e.getCause() instanceof RuntimeException runtime ? runtime : new IllegalStateException(e);
    }

    /** How one piece ended. */
    private record Ended(Work piece, boolean succeeded) {}

    /** Which pieces wait, which are done, which failed. */
    private static final class Progress {
        private final Map<Work.Key, Work> waiting = new LinkedHashMap<>();
        private final Set<Work.Key> unfinished = new HashSet<>();
        private final BiConsumer<Work, Work.Key> skipped;

        Progress(List<Work> pieces, BiConsumer<Work, Work.Key> skipped) {
            pieces.forEach(piece -> waiting.put(piece.key(), piece));
            unfinished.addAll(waiting.keySet());
            this.skipped = skipped;
        }

        Optional<Work> next() {
            Optional<Work> ready = waiting.values().stream()
                    .filter(piece -> piece.after().stream().noneMatch(unfinished::contains))
                    .findFirst();
            ready.ifPresent(piece -> waiting.remove(piece.key()));
            return ready;
        }

        void ended(Work piece, boolean succeeded) {
            if (succeeded) {
                unfinished.remove(piece.key());
            } else {
                skipAllThatNeed(piece.key());
            }
        }

        private void skipAllThatNeed(Work.Key failed) {
            List<Work> hopeless = new ArrayList<>(waiting.values().stream()
                    .filter(piece -> piece.after().contains(failed))
                    .toList());
            for (Work piece : hopeless) {
                if (waiting.remove(piece.key()) != null) {
                    skipped.accept(piece, failed);
                    skipAllThatNeed(piece.key());
                }
            }
        }
    }
}
