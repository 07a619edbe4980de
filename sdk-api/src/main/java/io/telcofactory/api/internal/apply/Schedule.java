package io.telcofactory.api.internal.apply;

import io.telcofactory.api.error.CancelledException;
import io.telcofactory.api.error.ErrorContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
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

    /** Which pieces wait for which, and which are ready. Each piece is looked at once, and once for each that it waits for. */
    private static final class Progress {
        private final Map<Work.Key, Waiting> waiting = new LinkedHashMap<>();
        private final Map<Work.Key, List<Waiting>> needing = new HashMap<>();
        private final PriorityQueue<Waiting> ready = new PriorityQueue<>(Comparator.comparingInt(one -> one.place));
        private final BiConsumer<Work, Work.Key> skipped;

        Progress(List<Work> pieces, BiConsumer<Work, Work.Key> skipped) {
            this.skipped = skipped;
            pieces.forEach(piece -> waiting.put(piece.key(), new Waiting(piece, waiting.size())));
            for (Waiting one : waiting.values()) {
                for (Work.Key before : one.piece.after()) {
                    if (waiting.containsKey(before)) {
                        needing.computeIfAbsent(before, key -> new ArrayList<>())
                                .add(one);
                        one.missing++;
                    }
                }
            }
            waiting.values().stream().filter(one -> one.missing == 0).forEach(ready::add);
        }

        /** The first in the order of the plan that may begin. */
        Optional<Work> next() {
            Optional<Waiting> first = Optional.ofNullable(ready.poll());
            first.ifPresent(one -> waiting.remove(one.piece.key()));
            return first.map(one -> one.piece);
        }

        void ended(Work piece, boolean succeeded) {
            if (!succeeded) {
                skipAllThatNeed(piece.key());
                return;
            }
            for (Waiting one : needing.getOrDefault(piece.key(), List.of())) {
                if (--one.missing == 0) {
                    ready.add(one);
                }
            }
        }

        /** What needs a piece that failed has never become ready. */
        private void skipAllThatNeed(Work.Key failed) {
            for (Waiting one : needing.getOrDefault(failed, List.of())) {
                if (waiting.remove(one.piece.key()) != null) {
                    skipped.accept(one.piece, failed);
                    skipAllThatNeed(one.piece.key());
                }
            }
        }
    }

    /** A piece that waits. */
    private static final class Waiting {
        private final Work piece;
        private final int place;
        private int missing;

        Waiting(Work piece, int place) {
            this.piece = piece;
            this.place = place;
        }
    }
}
