package io.telcofactory.api.tenant;

import io.telcofactory.api.SecretRef;
import io.telcofactory.api.internal.Checks;
import io.telcofactory.api.internal.ValueStyle;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A person or program that works on a tenant. On the server it is called {@code FACTORY.TENANT.NAME}: that is the name to log in with.
 *
 * <p>With the driver {@code core} the server keeps the password, and a secret says what it is. With all others, such as {@code ssh},
 * {@code x509} or {@code ldap}, it asks somebody else, and the SDK gives no secret; a public key or subject can stand in
 * {@link #identity}.
 *
 * @since 0.1
 */
@Value.Immutable
@ValueStyle
public sealed interface TenantUser permits ImmutableTenantUser {
    /** The driver with which the server keeps the passwords itself. */
    String CORE = "core";

    /**
     * Returns the user's name.
     *
     * @return a DNS label of at most 40 characters, unique in the tenant
     */
    String name();

    /**
     * Returns what the user does.
     *
     * @return an end user by default
     */
    @Value.Default
    default Persona persona() {
        return Persona.END_USER;
    }

    /**
     * Returns how the server tells that it is this user.
     *
     * @return the server's name of an authentication driver, {@code core} by default
     */
    @Value.Default
    default String driver() {
        return CORE;
    }

    /**
     * Returns where the password is.
     *
     * @return the place with the driver {@code core}, empty with all others
     */
    Optional<SecretRef> password();

    /**
     * Returns by what another driver knows the user.
     *
     * @return a public key for {@code ssh}, a subject for {@code x509}; empty with the driver {@code core}
     */
    Optional<String> identity();

    /** Checks that the driver gets what it needs. */
    @Value.Check
    default void check() {
        Checks.name("user.name", name());
        Checks.require(
                driver().matches("[a-z][a-z0-9_-]{0,31}"),
                driver(),
                "user.driver",
                "must be a driver's name: lower-case letters, digits, '-' or '_'");
        boolean core = driver().equals(CORE);
        Checks.require(
                password().isPresent() == core,
                name(),
                "user.password",
                core
                        ? "must say where the password is, such as env:NAME or file:PATH"
                        : "must be absent: with driver '" + driver() + "' the server keeps no password");
        Checks.require(
                !core || identity().isEmpty(),
                identity().orElse(""),
                "user.identity",
                "must be absent: with driver 'core' a user has a password");
        identity()
                .ifPresent(text -> Checks.require(
                        text.matches("\\S{1,16384}"),
                        text,
                        "user.identity",
                        "must be a public key or subject as the server keeps it, without blanks"));
    }

    /**
     * Starts a user.
     *
     * @param name a DNS label of at most 40 characters
     * @return a builder; without another driver the password must be given
     */
    static Builder builder(String name) {
        return new Builder().name(name);
    }

    /** Collects the attributes of a user. */
    final class Builder extends ImmutableTenantUser.Builder {
        Builder() {}
    }
}
