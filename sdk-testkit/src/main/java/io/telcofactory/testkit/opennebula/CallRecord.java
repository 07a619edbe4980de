package io.telcofactory.testkit.opennebula;

import java.util.List;

/**
 * One call that reached the fake.
 *
 * @param method the XML-RPC method, or verb and path of OneFlow
 * @param user who called; never a password or token
 * @param arguments what it was called with, in the order of the parameters
 * @param outcome {@code ok}, or the code and text of the refusal
 * @since 0.1
 */
public record CallRecord(String method, String user, List<Object> arguments, String outcome) {

    /** Keeps the arguments unmodifiable. */
    public CallRecord {
        arguments = List.copyOf(arguments);
    }

    /**
     * Tells whether the call did what it was asked.
     *
     * @return true unless it was refused
     */
    public boolean isOk() {
        return outcome.equals("ok");
    }
}
