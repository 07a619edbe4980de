package io.telcofactory.api.internal.apply;

import java.util.concurrent.atomic.AtomicLong;

/** Signs of life that never repeat: an identity of this applier and a count. */
final class Nonces {
    private final String identity;
    private final AtomicLong count = new AtomicLong();

    Nonces(String identity) {
        this.identity = identity;
    }

    String next() {
        return identity + "-" + count.incrementAndGet();
    }
}
