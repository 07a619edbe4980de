package io.telcofactory.testkit.opennebula.internal.rpc;

/** Something that OpenNebula knows and the fake does not: it says so instead of pretending. */
public final class Unsupported extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public Unsupported(String what) {
        super("FakeOpenNebula does not implement " + what + " (see docs/fidelity.md)", null, false, false);
    }

    public String text() {
        return String.valueOf(getMessage());
    }
}
