package io.telcofactory.api.spi;

import io.telcofactory.api.Ref;
import io.telcofactory.api.internal.Checks;

/**
 * Whose resources are meant: only those of the same factory and blueprint may be changed or deleted.
 *
 * @param factory id of the factory, a DNS label of at most 40 characters
 * @param blueprint name of the blueprint, a DNS label of at most 40 characters
 * @since 0.1
 */
public record Scope(String factory, String blueprint) {

    /** Checks both names. */
    public Scope {
        Checks.name("factory id", factory);
        Checks.name("blueprint name", blueprint);
    }

    /**
     * Returns the name a resource has on a server: names hold no dot, so that no two resources of all factories share one.
     *
     * @param ref the resource
     * @return {@code FACTORY.TENANT} for a tenant, else {@code FACTORY.TENANT.NAME}
     */
    public String nativeName(Ref ref) {
        return ref.isTenant() ? factory + "." + ref.name() : factory + "." + ref.tenant() + "." + ref.name();
    }
}
