package io.telcofactory.api;

import java.util.Set;

/**
 * Anything a blueprint describes: an immutable value with a reference, which may name other resources.
 *
 * @since 0.1
 */
public interface Resource {

    /**
     * Returns what names this resource.
     *
     * @return kind, tenant and name
     */
    Ref ref();

    /**
     * Returns the resources that must exist before this one, and that it must be gone before.
     *
     * @return references, without this resource's own
     */
    Set<Ref> references();

    /**
     * Returns where the secrets are that making this resource needs.
     *
     * @return places, none by default
     */
    default Set<SecretRef> secrets() {
        return Set.of();
    }
}
