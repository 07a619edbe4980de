package io.telcofactory.api.spi;

import java.io.IOException;

/**
 * Carries one HTTP exchange. It is the seam below every client of the SDK: OkHttp in production, a fake in memory in
 * tests, or whatever HTTP stack the embedding program already has.
 *
 * <p>An implementation makes one attempt and follows no redirect; repeating is the business of the client above it.
 * Threads: safe for concurrent use.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface HttpTransport extends AutoCloseable {

    /**
     * Sends the call and returns the answer as soon as its headers are there. The caller closes the answer.
     *
     * @param call what to send
     * @return status, headers and the body as a stream
     * @throws java.net.ConnectException if the request was certainly not sent
     * @throws java.net.UnknownHostException if the request was certainly not sent
     * @throws javax.net.ssl.SSLException if TLS failed; final, never repeated
     * @throws java.net.SocketTimeoutException if the call's time-out passed
     * @throws IOException if the exchange broke off: the other side may have acted or not
     */
    HttpAnswer exchange(HttpCall call) throws IOException;

    /** Releases what the transport itself opened; never a client that the embedding program gave. */
    @Override
    default void close() {}
}
