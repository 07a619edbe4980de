package io.telcofactory.testkit.steering;

/** Ends the handling of a request with an answer that says no. */
final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient FakeReply reply;

    Refused(FakeReply reply) {
        super(reply.toString(), null, false, false);
        this.reply = reply;
    }

    FakeReply reply() {
        return reply;
    }
}
