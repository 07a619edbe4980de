package io.telcofactory.opennebula.transport;

import io.telcofactory.opennebula.Credentials;
import java.time.Duration;
import java.util.List;

/**
 * One call, ready to be sent.
 *
 * @param method full name, for example {@code one.vm.info}
 * @param credentials who calls
 * @param arguments what follows the session string: Integer, Long, Boolean, String, or a List of Integer
 * @param timeout the longest time up to the answer's first byte, and for each pause in it
 * @since 0.1
 */
public record RpcRequest(String method, Credentials credentials, List<Object> arguments, Duration timeout) {

    /** Keeps arguments unmodifiable. */
    public RpcRequest {
        arguments = List.copyOf(arguments);
    }

    /** Returns the method only: arguments may hold secrets. */
    @Override
    public String toString() {
        return method;
    }
}
