package io.telcofactory.testkit.opennebula.internal.rpc;

/** A call that never reaches oned's own code: the XML-RPC library answers with a fault, in an HTTP 200. */
public final class RpcFault extends RuntimeException {

    public static final int INTERNAL = -500;
    static final int TYPE = -501;
    static final int INDEX = -502;
    static final int PARSE = -503;
    public static final int NO_SUCH_METHOD = -506;

    private static final long serialVersionUID = 1L;

    private final int code;

    public RpcFault(int code, String text) {
        super(text, null, false, false);
        this.code = code;
    }

    public int code() {
        return code;
    }

    public String text() {
        return String.valueOf(getMessage());
    }
}
