package io.telcofactory.api.spi;

import io.telcofactory.api.Finding;
import io.telcofactory.api.site.Inventory;
import java.util.List;
import java.util.Map;

/**
 * What a backend found, read in bulk: the calls it takes grow with the number of pools, not with what is in them.
 *
 * @param owned every resource of the factory, of all its blueprints
 * @param inventory capacity and external things
 * @param externals resolves symbols of external things: {@code image:stream-framer} to {@code 3}; unknown and ambiguous ones are absent
 * @param findings what is wrong whatever is asked, for example two objects with one stamp; such objects are never changed
 * @since 0.1
 */
public record Observation(
        List<Owned> owned, Inventory inventory, Map<String, String> externals, List<Finding> findings) {

    /** Keeps the collections unmodifiable. */
    public Observation {
        owned = List.copyOf(owned);
        externals = Map.copyOf(externals);
        findings = List.copyOf(findings);
    }
}
