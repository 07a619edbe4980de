package io.telcofactory.opennebula.transport;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * What the server said to one call. Closing it before the end of a text closes the connection.
 *
 * @since 0.1
 */
public sealed interface RpcAnswer extends AutoCloseable {

    @Override
    void close() throws IOException;

    /**
     * The call succeeded with a number, mostly the id of an object.
     *
     * @param value 64 bits, although only internal calls use more than 32
     * @since 0.1
     */
    record Numeric(long value) implements RpcAnswer {
        @Override
        public void close() {}
    }

    /**
     * The call succeeded with a text, mostly an XML document.
     *
     * @param utf8 the text in UTF-8, perhaps still on its way; throws {@link java.io.EOFException} when it is cut short
     * @since 0.1
     */
    record Text(InputStream utf8) implements RpcAnswer {

        /**
         * Makes an answer from a text in memory.
         *
         * @param text the text
         * @return the answer
         */
        public static Text of(String text) {
            return new Text(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        }

        @Override
        public void close() throws IOException {
            utf8.close();
        }
    }

    /**
     * The server refused the call.
     *
     * @param code OpenNebula's error code, for example 1024; 0 when the transport does not know it
     * @param message the server's words
     * @param objectId the object concerned, or -1
     * @param replicationIndex index in the replicated log, or -1
     * @since 0.1
     */
    record Failure(int code, String message, int objectId, long replicationIndex) implements RpcAnswer {
        @Override
        public void close() {}
    }

    /**
     * The server could not even read the call as one of its methods.
     *
     * @param code code of the XML-RPC library, for example -506
     * @param message the server's words
     * @since 0.1
     */
    record Fault(int code, String message) implements RpcAnswer {

        /** Code of a method that the server does not know. */
        public static final int NO_SUCH_METHOD = -506;

        @Override
        public void close() {}
    }
}
