package io.telcofactory.api.spi;

import io.telcofactory.api.Ref;
import io.telcofactory.api.Resource;
import io.telcofactory.api.site.Inventory;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What checks look at.
 *
 * @param scope factory and blueprint
 * @param desired what shall be, with everything the blueprint implies
 * @param owned what the factory owns now, by reference, of all its blueprints
 * @param replaced which of them will be removed or made again, so that their capacity becomes free first
 * @param inventory what was found at the site
 * @since 0.1
 */
public record Proposal(
        Scope scope, Collection<Resource> desired, Map<Ref, Owned> owned, List<Ref> replaced, Inventory inventory) {

    /**
     * Returns the desired resources of one type.
     *
     * @param <R> the type
     * @param type the value's interface
     * @return those resources, in the blueprint's order
     */
    public <R extends Resource> Stream<R> desired(Class<R> type) {
        return desired.stream().filter(type::isInstance).map(type::cast);
    }
}
