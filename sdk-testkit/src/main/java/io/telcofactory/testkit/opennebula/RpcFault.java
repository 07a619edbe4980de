package io.telcofactory.testkit.opennebula;

/** A call that never reaches oned's own code: the XML-RPC library answers with a fault, in an HTTP 200. */
final class RpcFault extends RuntimeException {

    static final int INTERNAL = -500;
    static final int TYPE = -501;
    static final int INDEX = -502;
    static final int PARSE = -503;
    static final int NO_SUCH_METHOD = -506;

    private static final long serialVersionUID = 1L;

    private final int code;

    RpcFault(int code, String text) {
        super(text, null, false, false);
        this.code = code;
    }

    int code() {
        return code;
    }

    String text() {
        return String.valueOf(getMessage());
    }
}
