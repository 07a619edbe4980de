package io.telcofactory.testkit.opennebula.internal.rpc;

/** The third element of a failed answer of oned. */
public enum ErrorCode {
    AUTHENTICATION(0x100),
    AUTHORIZATION(0x200),
    NO_EXISTS(0x400),
    ACTION(0x800),
    RPC_API(0x1000),
    INTERNAL(0x2000),
    ALLOCATE(0x4000);

    private final int code;

    ErrorCode(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }
}
