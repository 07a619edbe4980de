package io.telcofactory.gpu.sizing;

import io.telcofactory.gpu.catalogue.Catalogue;
import io.telcofactory.gpu.catalogue.GpuBoard;
import io.telcofactory.gpu.catalogue.MemoryKind;
import io.telcofactory.gpu.catalogue.MigProfile;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Works out the memory of a model that serves a load, and where it fits.
 *
 * <p><i>Source</i>: the memory profile of vLLM (paged cache, {@code gpu_memory_utilization}) and published model shapes.
 *
 * @since 0.1
 */
public final class Sizing {
    private static final double GIB = 1L << 30;
    private static final int PAGE = 16;
    private static final double LEAST_ACTIVATIONS = 1.0;
    private static final double GRAPHS = 0.5;
    private static final double CONTEXT = 0.5;

    private Sizing() {}

    /**
     * A place a model fits into.
     *
     * @param board the board
     * @param profile the slice, or empty for the whole GPU
     * @param budget the memory there
     * @param need what the model needs of it
     */
    public record Fit(GpuBoard board, Optional<MigProfile> profile, MemoryBudget budget, MemoryNeed need) {

        /** Returns the place and the need. */
        @Override
        public String toString() {
            return board + " " + profile.map(MigProfile::toString).orElse("whole")
                    + (budget.estimated() ? " (memory estimated)" : "") + ": " + need;
        }
    }

    /**
     * A model that runs in a given memory.
     *
     * @param model the model
     * @param longestContext tokens that each conversation may have
     */
    public record Carried(ModelShape model, int longestContext) {

        /** Returns the model and its context. */
        @Override
        public String toString() {
            return model + " up to " + longestContext + " tokens";
        }
    }

    /**
     * Works out what a model needs, per GPU if several share it.
     *
     * @param model the model
     * @param settings how the engine is set
     * @param load what it serves
     * @return the memory with its parts
     */
    public static MemoryNeed need(ModelShape model, EngineSettings settings, Load load) {
        double weights = model.parameters() * settings.weights().bytes() / settings.tensorParallel() / GIB;
        double cache = load.sequences() * cacheBytes(model, settings, load.tokens()) / GIB;
        double step =
                (double) settings.maxBatchedTokens() * (2.0 * model.hiddenSize() + model.intermediateSize()) * 2 / GIB;
        return new MemoryNeed(
                weights, cache, Math.max(LEAST_ACTIVATIONS, step), settings.eager() ? 0 : GRAPHS, CONTEXT);
    }

    /**
     * Tells whether a need is met.
     *
     * @param need the need
     * @param budget the memory of the slice or GPU
     * @param settings how the engine is set; it takes its part of the memory only
     * @return true if it fits
     */
    public static boolean fits(MemoryNeed need, MemoryBudget budget, EngineSettings settings) {
        return need.totalGib() <= settings.utilization() * budget.gib();
    }

    /**
     * Finds, on each board, the smallest slice that carries a model, or the whole GPU where no slice does. Boards with
     * unified memory are left out: their memory depends on the host.
     *
     * @param catalogue the boards
     * @param model the model
     * @param settings how the engine is set
     * @param load what it serves
     * @return one fit for each board that can carry it, in the order of the catalogue
     */
    public static List<Fit> smallest(Catalogue catalogue, ModelShape model, EngineSettings settings, Load load) {
        MemoryNeed need = need(model, settings, load);
        List<Fit> fits = new ArrayList<>();
        for (GpuBoard board : catalogue.boards()) {
            if (board.memoryKind() != MemoryKind.UNIFIED) {
                smallest(board, need, settings).ifPresent(fits::add);
            }
        }
        return List.copyOf(fits);
    }

    /**
     * Finds the smallest slice of a board that meets a need, or the whole GPU where no slice does.
     *
     * @param board the board, with memory of its own
     * @param need the need
     * @param settings how the engine is set
     * @return the fit, or empty if the board is too small
     */
    public static Optional<Fit> smallest(GpuBoard board, MemoryNeed need, EngineSettings settings) {
        Optional<Fit> slice = settings.tensorParallel() > 1
                ? Optional.empty()
                : board.profiles().stream()
                        .filter(profile -> profile.name().attributes().isEmpty())
                        .sorted(Comparator.comparingDouble(
                                        (MigProfile p) -> MemoryBudget.of(p).gib())
                                .thenComparing(MigProfile::computeSlices))
                        .map(p -> new Fit(board, Optional.of(p), MemoryBudget.of(p), need))
                        .filter(fit -> fits(need, fit.budget(), settings))
                        .findFirst();
        return slice.or(() -> Optional.of(new Fit(board, Optional.empty(), MemoryBudget.whole(board), need))
                .filter(fit -> fits(need, fit.budget(), settings)));
    }

    /**
     * Finds which models run in a given memory, and at which context.
     *
     * @param models the models to choose from, for example {@link Models#builtIn()}
     * @param settings how the engine is set
     * @param least what they must be able to serve
     * @param budget the memory
     * @return those that fit, the one with the most parameters first
     */
    public static List<Carried> carried(
            Collection<ModelShape> models, EngineSettings settings, Load least, MemoryBudget budget) {
        return models.stream()
                .map(model -> new Carried(model, longestContext(model, settings, least.sequences(), budget)))
                .filter(carried -> carried.longestContext() >= least.tokens())
                .sorted(Comparator.comparingDouble(
                                (Carried carried) -> carried.model().parameters())
                        .reversed())
                .toList();
    }

    /**
     * Finds the longest context with which a model runs in a given memory.
     *
     * @param model the model
     * @param settings how the engine is set
     * @param sequences conversations at once
     * @param budget the memory
     * @return tokens of each conversation, a multiple of the page of 16 or what the model was made for; 0 if not even one
     *     page fits
     */
    public static int longestContext(ModelShape model, EngineSettings settings, int sequences, MemoryBudget budget) {
        double free = settings.utilization() * budget.gib() * GIB
                - need(model, settings, new Load(1, 1)).withoutKvCache() * GIB;
        int low = 0;
        int high = 1 << 26;
        while (low < high) {
            int pages = (low + high + 1) >>> 1;
            boolean fits = sequences * cacheBytes(model, settings, (long) pages * PAGE) <= free;
            low = fits ? pages : low;
            high = fits ? high : pages - 1;
        }
        int most = model.maxContext() == 0 ? Integer.MAX_VALUE : model.maxContext();
        return (int) Math.min(most, (long) low * PAGE);
    }

    /** Returns the bytes one sequence keeps: whole pages, and no more than the window in layers that have one. */
    private static double cacheBytes(ModelShape model, EngineSettings settings, long tokens) {
        long all = pages(tokens);
        long windowed = model.windowedLayers() == 0 ? 0 : pages(Math.min(tokens, model.window()));
        double layersTimesTokens =
                (double) (model.layers() - model.windowedLayers()) * all + (double) model.windowedLayers() * windowed;
        return layersTimesTokens
                * model.kvNumbersPerLayer(settings.tensorParallel())
                * settings.kvCache().bytes();
    }

    private static long pages(long tokens) {
        return (tokens + PAGE - 1) / PAGE * PAGE;
    }
}
