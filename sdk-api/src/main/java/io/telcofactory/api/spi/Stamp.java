package io.telcofactory.api.spi;

import io.telcofactory.api.Ref;
import io.telcofactory.api.Resource;
import io.telcofactory.api.internal.Checks;
import io.telcofactory.api.internal.document.Documents;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * The mark on what the SDK makes: whose it is, and the value that was applied last. It holds no secret. A stamp alone proves nothing,
 * since tenants may copy it; see {@link Backend}.
 *
 * @param factory id of the factory, a DNS label of at most 40 characters
 * @param blueprint name of the blueprint, a DNS label of at most 40 characters
 * @param value what was applied, of a kind that documents know
 * @since 0.1
 */
public record Stamp(String factory, String blueprint, Resource value) {

    /** Checks both names. */
    public Stamp {
        Checks.name("factory id", factory);
        Checks.name("blueprint name", blueprint);
    }

    /**
     * Returns which resource is marked.
     *
     * @return the value's reference
     */
    public Ref ref() {
        return value.ref();
    }

    /**
     * Writes the stamp so that no server rewrites it.
     *
     * @return letters, digits, '-' and '_' only; the same for equal stamps
     * @throws IllegalArgumentException if documents do not know the value's kind
     */
    public String encode() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Documents.toJson(this).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Reads a stamp.
     *
     * @param text any text
     * @return the stamp, or empty if the text is none or one of a later release that this one can't understand
     */
    public static Optional<Stamp> decode(String text) {
        byte[] json;
        try {
            json = Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        return Documents.stamp(new String(json, StandardCharsets.UTF_8));
    }
}
