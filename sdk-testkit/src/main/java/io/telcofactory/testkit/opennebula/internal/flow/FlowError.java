package io.telcofactory.testkit.opennebula.internal.flow;

import com.fasterxml.jackson.databind.node.TextNode;
import io.telcofactory.testkit.opennebula.internal.rpc.OneError;

/** A refusal of OneFlow: a status and mostly a plain text. */
public final class FlowError extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;

    public FlowError(int status, String text) {
        super(text, null, false, false);
        this.status = status;
    }

    /** Turns a refusal of oned into what OneFlow makes of it: 401 for every missing right, 404, otherwise 500. */
    static FlowError of(String method, OneError refused) {
        int status = switch (refused.code()) {
            case AUTHORIZATION, AUTHENTICATION -> 401;
            case NO_EXISTS -> 404;
            default -> 500;
        };
        return new FlowError(status, "[" + method + "] " + refused.text());
    }

    /** An exception that nobody caught in OneFlow. */
    static FlowError uncaught(String reason) {
        return new FlowError(
                500, "{\"message\":\"Internal server error\",\"reason\":" + TextNode.valueOf(reason) + "}");
    }

    /** A method that a value does not have; Ruby adds the line of the source, of which the fake shows that it is there. */
    static FlowError missingKey(String method, String of) {
        return uncaught("undefined method `" + method + "' for " + of + "\n");
    }

    static FlowError wrongState(String sentence, FlowState state) {
        return new FlowError(500, sentence + " in state: " + state);
    }

    int status() {
        return status;
    }

    public String text() {
        return String.valueOf(getMessage());
    }
}
