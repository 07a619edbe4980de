package io.telcofactory.testkit.opennebula.internal.rpc;

import io.telcofactory.testkit.opennebula.internal.access.Kind;

/** A call that oned refuses: becomes the five-element answer, with the method's name in front of the text. */
public final class OneError extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ErrorCode code;
    private final int objectId;

    public OneError(ErrorCode code, String text) {
        this(code, text, -1);
    }

    public OneError(ErrorCode code, String text, int objectId) {
        super(text, null, false, false);
        this.code = code;
        this.objectId = objectId;
    }

    public static OneError action(String text) {
        return new OneError(ErrorCode.ACTION, text);
    }

    public static OneError internal(String text) {
        return new OneError(ErrorCode.INTERNAL, text);
    }

    public static OneError api(String text) {
        return new OneError(ErrorCode.RPC_API, text);
    }

    /** A missing object; the id -1 is reported as a missing pool, as oned does. */
    public static OneError missing(Kind kind, int id) {
        return id == -1
                ? new OneError(ErrorCode.NO_EXISTS, "Error getting " + kind.label() + " Pool.")
                : new OneError(ErrorCode.NO_EXISTS, "Error getting " + kind.label() + " [" + id + "].", id);
    }

    /** A failed creation in the pools whose failures carry ALLOCATE and a prefix. */
    public static OneError allocate(Kind kind, String reason) {
        return new OneError(ErrorCode.ALLOCATE, "Error allocating a new " + kind.label() + ". " + reason);
    }

    public ErrorCode code() {
        return code;
    }

    public int objectId() {
        return objectId;
    }

    public String text() {
        return String.valueOf(getMessage());
    }
}
