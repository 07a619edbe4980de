package io.telcofactory.api;

import io.telcofactory.api.internal.Checks;
import java.util.regex.Pattern;

/**
 * Where a secret is found: values, documents, plans and stamps hold this instead of the secret, which is looked up while applying and
 * stays with whom it is for.
 *
 * <p>Shape: printed {@code SCHEME:LOCATION}, such as {@code env:OPERATOR_PASSWORD} or {@code file:/run/secrets/operator}. These two
 * schemes are known to every factory; others are served by the {@link io.telcofactory.api.spi.SecretResolver} given to it.
 *
 * @param scheme the kind of place: lower-case letters, digits or '-', beginning with a letter
 * @param location where it is there
 * @since 0.1
 */
public record SecretRef(String scheme, String location) implements Comparable<SecretRef> {
    /** Scheme of secrets in environment variables. */
    public static final String ENVIRONMENT = "env";

    /** Scheme of secrets in files. */
    public static final String FILE = "file";

    private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    /** Checks both parts. */
    public SecretRef {
        Checks.name("secret.scheme", scheme);
        Checks.line("secret.location", location);
        Checks.require(
                !scheme.equals(ENVIRONMENT) || VARIABLE.matcher(location).matches(),
                location,
                "secret.location",
                "must name an environment variable: letters, digits or '_', not beginning with a digit");
    }

    /**
     * Names the secret in an environment variable.
     *
     * @param variable for example {@code OPERATOR_PASSWORD}
     * @return the place
     */
    public static SecretRef environment(String variable) {
        return new SecretRef(ENVIRONMENT, variable);
    }

    /**
     * Names the secret in a file. A line end at the end of the file does not belong to it.
     *
     * @param path seen from the process that applies
     * @return the place
     */
    public static SecretRef file(String path) {
        return new SecretRef(FILE, path);
    }

    /**
     * Reads the printed form.
     *
     * @param text {@code SCHEME:LOCATION}
     * @return the place
     */
    public static SecretRef parse(String text) {
        int colon = text.indexOf(':');
        Checks.require(
                colon > 0,
                "(not shown)",
                "secret",
                "must look like env:NAME or file:PATH; a secret itself is not accepted");
        return new SecretRef(text.substring(0, colon), text.substring(colon + 1));
    }

    @Override
    public int compareTo(SecretRef other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return scheme + ":" + location;
    }
}
