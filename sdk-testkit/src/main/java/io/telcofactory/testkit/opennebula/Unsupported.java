package io.telcofactory.testkit.opennebula;

/** Something that OpenNebula knows and the fake does not: it says so instead of pretending. */
final class Unsupported extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Unsupported(String what) {
        super("FakeOpenNebula does not implement " + what + " (see docs/fidelity.md)", null, false, false);
    }

    String text() {
        return String.valueOf(getMessage());
    }
}
