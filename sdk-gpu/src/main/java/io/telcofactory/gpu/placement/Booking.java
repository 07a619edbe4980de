package io.telcofactory.gpu.placement;

import io.telcofactory.gpu.geometry.SlicePlacement;
import java.util.Optional;

/**
 * What a claim holds on one GPU.
 *
 * @param claim the claim
 * @param gpu the GPU
 * @param slice the slice at its place, or empty when the claim holds the GPU whole
 * @since 0.1
 */
public record Booking(Claim claim, Gpu gpu, Optional<SlicePlacement> slice) {

    /** Returns claim, GPU and place, for example {@code chat: 3g.40gb@4 of lisbon/node3/0}. */
    @Override
    public String toString() {
        return claim.name() + ": " + slice.map(SlicePlacement::toString).orElse("all") + " of " + gpu;
    }
}
