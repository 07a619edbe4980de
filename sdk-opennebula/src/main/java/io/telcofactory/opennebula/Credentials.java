package io.telcofactory.opennebula;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * User and password, or user and login token, as OpenNebula expects them in each call. Immutable; never printed.
 *
 * @since 0.1
 */
public final class Credentials {
    private final String user;
    private final String secret;

    private Credentials(String user, String secret) {
        this.user = user;
        this.secret = secret;
    }

    /**
     * Makes credentials from their parts.
     *
     * @param user name of the user, without a colon
     * @param secret password or login token; may hold colons
     * @return the credentials
     */
    public static Credentials of(String user, String secret) {
        if (user.isEmpty() || user.indexOf(':') >= 0) {
            throw new IllegalArgumentException("The user's name must be present and hold no colon, was '" + user + "'");
        }
        if (secret.isEmpty()) {
            throw new IllegalArgumentException("The secret of user '" + user + "' is empty");
        }
        return new Credentials(user, secret);
    }

    /**
     * Makes credentials from the form used by OpenNebula's own tools.
     *
     * @param session {@code user:password} or {@code user:token}
     * @return the credentials
     */
    public static Credentials parse(String session) {
        int colon = session.indexOf(':');
        if (colon < 1) {
            throw new IllegalArgumentException("Credentials must have the form user:password");
        }
        return of(session.substring(0, colon), session.substring(colon + 1));
    }

    /**
     * Reads credentials from a file.
     *
     * @param file holds {@code user:password} in its first line
     * @return the credentials
     */
    public static Credentials fromFile(Path file) {
        try (var lines = Files.lines(file)) {
            return parse(lines.findFirst()
                    .map(String::strip)
                    .orElseThrow(() -> new IllegalArgumentException("The credentials file " + file + " is empty")));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the credentials file " + file, e);
        }
    }

    /**
     * Finds credentials where OpenNebula's own tools do: in the file named by {@code ONE_AUTH}, else in {@code
     * ~/.one/one_auth}. When {@code ONE_AUTH} holds {@code user:password} itself, that is taken.
     *
     * @return the credentials
     */
    public static Credentials fromEnvironment() {
        return fromEnvironment(System.getenv(), Path.of(System.getProperty("user.home")));
    }

    static Credentials fromEnvironment(Map<String, String> environment, Path home) {
        String named = environment.getOrDefault("ONE_AUTH", "");
        if (named.isEmpty()) {
            return fromFile(home.resolve(".one").resolve("one_auth"));
        }
        boolean inline = named.indexOf(':') > 0 && !named.startsWith("/");
        return inline ? parse(named) : fromFile(Path.of(named));
    }

    /**
     * Returns the user's name.
     *
     * @return without the secret
     */
    public String user() {
        return user;
    }

    /**
     * Returns the secret; for transports only.
     *
     * @return password or token
     */
    public String secret() {
        return secret;
    }

    /**
     * Returns the session string; for transports only.
     *
     * @return {@code user:secret}
     */
    public String session() {
        return user + ":" + secret;
    }

    /** Returns the user's name, and stars for the secret. */
    @Override
    public String toString() {
        return user + ":****";
    }
}
