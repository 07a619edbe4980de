package io.telcofactory.benchmarks.gpu;

/**
 * A published rule for placing slices, written again from its description. GPUs are masks of used units; the answer is the
 * place packed as {@code gpu * 32 + index of the start}, or {@link #REFUSED}.
 */
interface Baseline {
    int REFUSED = -1;

    String name();

    int choose(int[] gpus, int profile);

    /** The first start of the first GPU: the rule of the InstaSlice operator. */
    record FirstFit(Slots slots) implements Baseline {
        @Override
        public String name() {
            return "first fit";
        }

        @Override
        public int choose(int[] gpus, int profile) {
            for (int gpu = 0; gpu < gpus.length; gpu++) {
                int start = lowest(slots, gpus[gpu], profile);
                if (start >= 0) {
                    return gpu * 32 + start;
                }
            }
            return REFUSED;
        }
    }

    /** The first start of the fullest GPU that has one. */
    record BestFit(Slots slots) implements Baseline {
        @Override
        public String name() {
            return "best fit";
        }

        @Override
        public int choose(int[] gpus, int profile) {
            int best = REFUSED;
            int least = Integer.MAX_VALUE;
            for (int gpu = 0; gpu < gpus.length; gpu++) {
                int free = slots.free(gpus[gpu]);
                int start = free < least ? lowest(slots, gpus[gpu], profile) : -1;
                if (start >= 0) {
                    best = gpu * 32 + start;
                    least = free;
                }
            }
            return best;
        }
    }

    /**
     * The order of HAMi's dynamic MIG: slices of one and three compute slices from the top of the axis, others from the
     * bottom. Which GPU comes first is a policy there; both are here.
     */
    record Hami(Slots slots, boolean fullestFirst) implements Baseline {
        @Override
        public String name() {
            return fullestFirst ? "HAMi, fullest GPU" : "HAMi, first GPU";
        }

        @Override
        public int choose(int[] gpus, int profile) {
            int best = REFUSED;
            int least = Integer.MAX_VALUE;
            for (int gpu = 0; gpu < gpus.length; gpu++) {
                int free = slots.free(gpus[gpu]);
                int start = free < least ? start(gpus[gpu], profile) : -1;
                if (start >= 0) {
                    best = gpu * 32 + start;
                    least = fullestFirst ? free : 0;
                }
            }
            return best;
        }

        private int start(int used, int profile) {
            int compute = slots.profiles.get(profile).computeSlices();
            return compute == 1 || compute == 3 ? highest(slots, used, profile) : lowest(slots, used, profile);
        }
    }

    /**
     * Fragmentation gradient descent (USENIX ATC 2023), with the distribution of the trace given to it: the place after which
     * the units that a typical claim can't use have grown least; the fuller GPU on a tie.
     */
    record FragmentationGradient(Slots slots, double[] mix) implements Baseline {
        @Override
        public String name() {
            return "fragmentation gradient";
        }

        @Override
        public int choose(int[] gpus, int profile) {
            int best = REFUSED;
            double least = Double.POSITIVE_INFINITY;
            for (int gpu = 0; gpu < gpus.length; gpu++) {
                for (int start = 0; start < slots.masks[profile].length; start++) {
                    int mask = slots.masks[profile][start];
                    if ((gpus[gpu] & mask) == 0) {
                        double growth = fragmentation(gpus[gpu] | mask)
                                - fragmentation(gpus[gpu])
                                + 1e-7 * slots.free(gpus[gpu]);
                        if (growth < least) {
                            least = growth;
                            best = gpu * 32 + start;
                        }
                    }
                }
            }
            return best;
        }

        private double fragmentation(int used) {
            double sum = 0;
            for (int profile = 0; profile < mix.length; profile++) {
                sum += mix[profile] * (slots.free(used) - slots.reachable(used, profile));
            }
            return sum;
        }
    }

    private static int lowest(Slots slots, int used, int profile) {
        for (int start = 0; start < slots.masks[profile].length; start++) {
            if ((used & slots.masks[profile][start]) == 0) {
                return start;
            }
        }
        return -1;
    }

    private static int highest(Slots slots, int used, int profile) {
        for (int start = slots.masks[profile].length - 1; start >= 0; start--) {
            if ((used & slots.masks[profile][start]) == 0) {
                return start;
            }
        }
        return -1;
    }
}
