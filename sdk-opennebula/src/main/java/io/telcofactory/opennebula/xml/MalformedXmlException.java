package io.telcofactory.opennebula.xml;

import java.io.IOException;

/**
 * The text is not the XML that OpenNebula writes, or it exceeds a limit.
 *
 * @since 0.1
 */
public final class MalformedXmlException extends IOException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes an exception.
     *
     * @param message what is wrong, and at which byte
     */
    public MalformedXmlException(String message) {
        super(message);
    }
}
