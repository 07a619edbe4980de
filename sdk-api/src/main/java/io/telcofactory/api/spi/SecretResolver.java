package io.telcofactory.api.spi;

import io.telcofactory.api.SecretRef;
import java.util.Optional;

/**
 * Looks up secrets, for example in a vault; given to a factory by {@link io.telcofactory.api.AiFactory.Builder#secrets}. It is asked
 * while a plan is applied, once for each place that a change names, before anything is changed.
 *
 * <p>Threads: asked from one at a time. Errors: an exception that it throws ends the apply.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface SecretResolver {

    /**
     * Looks up a secret.
     *
     * @param place where it should be
     * @return the secret, or empty if it is not there or the scheme is not this resolver's
     */
    Optional<String> find(SecretRef place);
}
