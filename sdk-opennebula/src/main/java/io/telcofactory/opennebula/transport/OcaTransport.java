package io.telcofactory.opennebula.transport;

import java.io.IOException;
import java.util.List;

/**
 * Sends calls through the OpenNebula client that a program already holds, mostly an {@code org.opennebula.client.Client} of
 * the official Java binding. That client brings its own credentials and has no time-outs; it drops the error codes, so that
 * errors are classified by their text alone.
 *
 * <pre>{@code
 * new OcaTransport((method, arguments) -> {
 *     OneResponse response = client.call(method, arguments);
 *     return response.isError() ? OcaReply.refused(response.getErrorMessage()) : OcaReply.accepted(response.getMessage());
 * })
 * }</pre>
 *
 * @since 0.1
 */
public final class OcaTransport implements RpcTransport {
    private final OcaCall oca;

    /**
     * Makes a transport.
     *
     * @param oca calls the program's own client
     */
    public OcaTransport(OcaCall oca) {
        this.oca = oca;
    }

    @Override
    public RpcAnswer call(RpcRequest request) throws IOException {
        Object[] arguments =
                request.arguments().stream().map(OcaTransport::toOca).toArray();
        OcaReply reply = oca.call(request.method(), arguments);
        if (!reply.success()) {
            return new RpcAnswer.Failure(0, reply.text(), -1, -1);
        }
        return RpcAnswer.Text.of(reply.text());
    }

    private static Object toOca(Object argument) {
        return argument instanceof List<?> list ? list.toArray() : argument;
    }

    /**
     * Calls the program's own client.
     *
     * @since 0.1
     */
    @FunctionalInterface
    public interface OcaCall {

        /**
         * Makes one call.
         *
         * @param method full name, for example {@code one.vm.info}
         * @param arguments what follows the session string
         * @return what came back
         * @throws IOException if the exchange failed
         */
        OcaReply call(String method, Object[] arguments) throws IOException;
    }

    /**
     * What the program's own client got.
     *
     * @param success whether the server accepted
     * @param text the answer or the error message
     * @since 0.1
     */
    public record OcaReply(boolean success, String text) {

        /**
         * The server accepted.
         *
         * @param text XML, or an id as text
         * @return the reply
         */
        public static OcaReply accepted(String text) {
            return new OcaReply(true, text);
        }

        /**
         * The server refused.
         *
         * @param message its words
         * @return the reply
         */
        public static OcaReply refused(String message) {
            return new OcaReply(false, message);
        }
    }
}
