package io.telcofactory.opennebula.internal;

import java.net.URI;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The servers of one highly available service. All calls go to the same one until it fails; an attempt that failed there is
 * repeated, if it may be, on the next one. Threads: safe.
 */
public final class Endpoints {
    private final List<URI> servers;
    private final AtomicInteger asked = new AtomicInteger();

    /**
     * Starts with the first server.
     *
     * @param servers at least one
     */
    public Endpoints(List<URI> servers) {
        if (servers.isEmpty()) {
            throw new IllegalArgumentException("A client needs at least one endpoint");
        }
        this.servers = List.copyOf(servers);
    }

    /**
     * Returns the server to ask.
     *
     * @return always the same one until {@link #leave} is called for it
     */
    public URI current() {
        return servers.get(asked.get());
    }

    /**
     * Asks this server from now on.
     *
     * @param server one of them
     */
    public void stay(URI server) {
        asked.set(servers.indexOf(server));
    }

    /**
     * Asks the next server from now on, the first one after the last.
     *
     * @param server the one that failed; when others have left it already, nothing happens
     */
    public void leave(URI server) {
        int at = servers.indexOf(server);
        asked.compareAndSet(at, (at + 1) % servers.size());
    }
}
