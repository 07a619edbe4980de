package io.telcofactory.gpu.placement;

import java.util.List;

/**
 * What became of a claim. A refusal is an answer, no error; {@link Fleet#explain} tells its reasons and what would fit.
 *
 * @param claim the claim
 * @param bookings what it got: one booking for a slice, one for each whole GPU, none if it was refused
 * @since 0.1
 */
public record Decision(Claim claim, List<Booking> bookings) {

    /** Keeps the list unmodifiable. */
    public Decision {
        bookings = List.copyOf(bookings);
    }

    /**
     * Tells whether the claim was accepted.
     *
     * @return true if it holds something now
     */
    public boolean accepted() {
        return !bookings.isEmpty();
    }

    /** Returns the bookings, or that there are none. */
    @Override
    public String toString() {
        return accepted() ? bookings.toString() : claim + " refused";
    }
}
