package io.telcofactory.opennebula.transport;

import java.io.IOException;

/**
 * Carries one call to OpenNebula and brings the answer back as a stream. It makes one attempt; repeating is the business of
 * the client above it.
 *
 * <p>Threads: safe for concurrent use.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface RpcTransport extends AutoCloseable {

    /**
     * Sends a call.
     *
     * @param request what to send
     * @return the answer, to be closed by the caller
     * @throws HttpStatusException if something else than OpenNebula answered
     * @throws io.telcofactory.opennebula.xml.MalformedXmlException if the answer isn't one
     * @throws java.io.EOFException if the answer is cut short
     * @throws IOException as {@link io.telcofactory.api.spi.HttpTransport#exchange} does
     */
    RpcAnswer call(RpcRequest request) throws IOException;

    /** Releases what the transport itself opened. */
    @Override
    default void close() {}
}
