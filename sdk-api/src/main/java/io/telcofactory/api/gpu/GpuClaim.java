package io.telcofactory.api.gpu;

import io.telcofactory.api.internal.Checks;
import java.util.regex.Pattern;

/**
 * What one instance of a role asks of GPUs. How it shows as a PCI device is said by the site document.
 *
 * @since 0.1
 */
public sealed interface GpuClaim {

    /**
     * Returns the board's model, as the site document names it.
     *
     * @return for example {@code H100-SXM-80GB}
     */
    String model();

    /**
     * Returns how many devices each instance gets.
     *
     * @return 1 to 16
     */
    int count();

    /**
     * Claims whole GPUs.
     *
     * @param model the board's model
     * @param count 1 to 16
     * @return the claim
     */
    static GpuClaim whole(String model, int count) {
        return new Whole(model, count);
    }

    /**
     * Claims one MIG slice.
     *
     * @param model the board's model
     * @param profile the slice as NVIDIA names it, for example {@code 1g.10gb}
     * @return the claim
     */
    static GpuClaim migSlice(String model, String profile) {
        return new MigSlice(model, profile);
    }

    /**
     * Claims a vGPU.
     *
     * @param model the board, as the site document names it
     * @param type the vGPU type as NVIDIA names it, for example {@code L40S-8Q}
     * @return the claim
     */
    static GpuClaim virtualGpu(String model, String type) {
        return new VirtualGpu(model, type);
    }

    /**
     * Whole GPUs passed through.
     *
     * @param model the board's model
     * @param count 1 to 16
     */
    record Whole(String model, int count) implements GpuClaim {
        /** Checks the parts. */
        public Whole {
            Models.check(model);
            Checks.range("gpu.count", count, 1, 16);
        }

        /** Returns {@code 2 x H100-SXM-80GB}. */
        @Override
        public String toString() {
            return count + " x " + model;
        }
    }

    /**
     * A vGPU: a part of a card that is shared in time.
     *
     * @param model the board
     * @param type the vGPU type
     */
    record VirtualGpu(String model, String type) implements GpuClaim {
        private static final Pattern TYPE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9-]{0,39}");

        /** Checks the parts. */
        public VirtualGpu {
            Models.check(model);
            Checks.require(TYPE.matcher(type).matches(), type, "gpu.vgpu", "must look like L40S-8Q");
        }

        @Override
        public int count() {
            return 1;
        }

        /** Returns {@code vGPU L40S-8Q of L40S}. */
        @Override
        public String toString() {
            return "vGPU " + type + " of " + model;
        }
    }

    /**
     * One MIG slice. Source: NVIDIA MIG user guide, profile names.
     *
     * @param model the board's model
     * @param profile for example {@code 1g.10gb}, {@code 1g.10gb+me} or {@code 1g.24gb-me}
     */
    record MigSlice(String model, String profile) implements GpuClaim {
        private static final Pattern PROFILE = Pattern.compile("\\d{1,2}g\\.\\d{1,4}gb([+-][a-z.]{1,10})*");

        /** Checks the parts. */
        public MigSlice {
            Models.check(model);
            Checks.require(PROFILE.matcher(profile).matches(), profile, "gpu.slice", "must look like 1g.10gb");
        }

        @Override
        public int count() {
            return 1;
        }

        /** Returns {@code 1g.10gb of H100-SXM-80GB}. */
        @Override
        public String toString() {
            return profile + " of " + model;
        }
    }
}
