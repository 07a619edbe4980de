package io.telcofactory.opennebula.transport;

import io.telcofactory.opennebula.internal.Endpoints;
import io.telcofactory.opennebula.model.RaftState;
import java.io.IOException;
import java.net.URI;
import java.util.List;

/**
 * Finds the leader among the servers of a zone. Every server passes writing calls on to the leader, but answers reading calls from
 * what it has got of the log so far: who reads from a follower may not find what he just made. Searched is before the first
 * call and after each failure. Threads: safe; several may search at a time.
 */
final class LeaderSearch {
    private final List<URI> servers;
    private final Endpoints endpoints;
    private volatile boolean ended;

    LeaderSearch(List<URI> servers) {
        this.servers = List.copyOf(servers);
        this.endpoints = new Endpoints(servers);
        this.ended = servers.size() == 1;
    }

    /** Asks a server for the part that it plays. */
    @FunctionalInterface
    interface Question {

        /** Returns the part; UNKNOWN when the server does not tell, as it does to administrators only. */
        RaftState ask(URI server) throws IOException;
    }

    /** Returns the leader; the server that is asked already when there is none, or when nobody tells. */
    URI server(Question question) {
        if (!ended) {
            search(question);
        }
        return endpoints.current();
    }

    private void search(Question question) {
        boolean electing = false;
        for (URI server : servers) {
            RaftState state = part(question, server);
            if (state == RaftState.LEADER || state == RaftState.SOLO) {
                endpoints.stay(server);
                ended = true;
                return;
            }
            electing |= state != RaftState.UNKNOWN;
        }
        ended = !electing;
    }

    private static RaftState part(Question question, URI server) {
        try {
            return question.ask(server);
        } catch (IOException e) {
            return RaftState.UNKNOWN; // down, or no OpenNebula: the call itself will tell why
        }
    }

    void leave(URI server) {
        endpoints.leave(server);
        ended = servers.size() == 1;
    }
}
