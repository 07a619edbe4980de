package io.telcofactory.opennebula.transport;

import java.io.IOException;

/**
 * The answer's HTTP status says that no OpenNebula answered.
 *
 * @since 0.1
 */
public final class HttpStatusException extends IOException {
    private static final long serialVersionUID = 1L;

    private final int status;

    /**
     * Makes an exception.
     *
     * @param status the HTTP status
     * @param body the beginning of the body
     */
    public HttpStatusException(int status, String body) {
        super("HTTP " + status + (body.isBlank() ? "" : ": " + body.strip()));
        this.status = status;
    }

    /**
     * Returns the HTTP status.
     *
     * @return 100 to 599
     */
    public int status() {
        return status;
    }
}
