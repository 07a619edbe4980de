package io.telcofactory.gpu.transition;

import io.telcofactory.gpu.geometry.SlicePlacement;

/**
 * One thing to do to a GPU. Each step can be undone by another.
 *
 * @since 0.1
 */
public sealed interface Step {

    /**
     * Returns the slice it is about.
     *
     * @return the slice
     */
    SlicePlacement slice();

    /**
     * Returns the step that undoes this one.
     *
     * @return the inverse
     */
    Step inverse();

    /**
     * Stops what runs on a slice.
     *
     * @param slice the slice
     * @param workload what runs on it
     */
    record Drain(SlicePlacement slice, String workload) implements Step {
        @Override
        public Step inverse() {
            return new Start(slice, workload);
        }

        /** Returns the step in words. */
        @Override
        public String toString() {
            return "drain " + workload + " from " + slice;
        }
    }

    /**
     * Removes an idle slice.
     *
     * @param slice the slice
     */
    record Destroy(SlicePlacement slice) implements Step {
        @Override
        public Step inverse() {
            return new Create(slice);
        }

        /** Returns the step in words. */
        @Override
        public String toString() {
            return "destroy " + slice;
        }
    }

    /**
     * Makes a slice on free units.
     *
     * @param slice the slice
     */
    record Create(SlicePlacement slice) implements Step {
        @Override
        public Step inverse() {
            return new Destroy(slice);
        }

        /** Returns the step in words. */
        @Override
        public String toString() {
            return "create " + slice;
        }
    }

    /**
     * Starts something on an idle slice. The slice has a new UUID if it was created since: pass it on.
     *
     * @param slice the slice
     * @param workload what to start
     */
    record Start(SlicePlacement slice, String workload) implements Step {
        @Override
        public Step inverse() {
            return new Drain(slice, workload);
        }

        /** Returns the step in words. */
        @Override
        public String toString() {
            return "start " + workload + " on " + slice;
        }
    }
}
