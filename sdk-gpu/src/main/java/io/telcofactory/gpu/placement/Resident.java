package io.telcofactory.gpu.placement;

import org.jspecify.annotations.Nullable;

/** A booking with the numbers by which the tables know it. */
final class Resident {
    final Booking booking;
    final int gpu;
    final int slot;
    final int tenant;

    /** The next GPU of the same claim. */
    @Nullable Resident sibling;

    Resident(Booking booking, int gpu, int slot, int tenant) {
        this.booking = booking;
        this.gpu = gpu;
        this.slot = slot;
        this.tenant = tenant;
    }

    Claim claim() {
        return booking.claim();
    }
}
