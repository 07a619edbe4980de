package io.telcofactory.api;

import java.util.Optional;

/**
 * What a check found.
 *
 * @param code stable name of this kind of finding, for example {@code quota-too-small}
 * @param severity whether it stops the apply
 * @param ref the resource it is about, or empty if it is about the whole
 * @param message what is wrong, with the values
 * @param remedy what to do about it
 * @since 0.1
 */
public record Finding(String code, Severity severity, Optional<Ref> ref, String message, String remedy) {

    /** How bad it is. */
    public enum Severity {
        /** The plan can't be applied. */
        ERROR,
        /** The plan can be applied; somebody should know. */
        WARNING
    }

    /**
     * Makes a finding that stops the apply.
     *
     * @param code stable name
     * @param ref the resource it is about
     * @param message what is wrong, with the values
     * @param remedy what to do about it
     * @return the finding
     */
    public static Finding error(String code, Ref ref, String message, String remedy) {
        return new Finding(code, Severity.ERROR, Optional.of(ref), message, remedy);
    }

    /**
     * Makes a finding that does not stop the apply.
     *
     * @param code stable name
     * @param ref the resource it is about
     * @param message what is wrong, with the values
     * @param remedy what to do about it
     * @return the finding
     */
    public static Finding warning(String code, Ref ref, String message, String remedy) {
        return new Finding(code, Severity.WARNING, Optional.of(ref), message, remedy);
    }

    /** Returns the finding in one line. */
    @Override
    public String toString() {
        return severity + " " + ref.map(r -> r + ": ").orElse("") + message + " -> " + remedy + " [" + code + "]";
    }
}
