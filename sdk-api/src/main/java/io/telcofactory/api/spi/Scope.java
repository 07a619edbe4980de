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
     * @return {@code FACTORY.TENANT} for a tenant, {@code FACTORY.TENANT.function.NAME} for a network function, which is made of the same
     *     things as a service, else {@code FACTORY.TENANT.NAME}
     */
    public String nativeName(Ref ref) {
        String tenant = factory + "." + ref.tenant();
        return switch (ref.kind()) {
            case Ref.TENANT -> tenant;
            case Ref.FUNCTION -> tenant + "." + Ref.FUNCTION + "." + ref.name();
            default -> tenant + "." + ref.name();
        };
    }
}
