package io.telcofactory.api.spi;

import java.util.List;

/**
 * Something that somebody else made and that may become a resource of this factory.
 *
 * @param nativeId its id on the server
 * @param found how it looks as that resource, without a value that was applied
 * @param steps native names of the calls that make it ours, in their order; what else differs is set as in any update
 * @since 0.1
 */
public record Adoption(String nativeId, Owned found, List<String> steps) {

    /** Keeps the list unmodifiable. */
    public Adoption {
        steps = List.copyOf(steps);
    }
}
