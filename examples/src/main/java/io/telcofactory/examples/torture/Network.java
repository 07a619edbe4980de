package io.telcofactory.examples.torture;

import io.telcofactory.api.spi.HttpTransport;
import io.telcofactory.opennebula.transport.OkHttpTransport;
import io.telcofactory.testkit.FaultProxy;
import io.telcofactory.testkit.Faults;
import io.telcofactory.testkit.JumpingClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What lies between the processes and the servers while an act is disturbed. Over HTTP there are real sockets on the way, and a proxy for
 * each server in which exchanges are disturbed; what befalls a process befalls it on its own side.
 */
final class Network implements AutoCloseable {
    private static final double NO_LIMIT = 1e9;

    private final Arena arena;
    private final Ways ways;
    private final List<AutoCloseable> open = new ArrayList<>();

    private Network(Arena arena, Ways ways) {
        this.arena = arena;
        this.ways = ways;
    }

    static Network open(Arena arena, Trial.Transport transport, Faults exchanges) {
        return transport == Trial.Transport.MEMORY
                ? new Network(arena, arena.inMemory())
                : overHttp(arena, arena.inMemory(), exchanges);
    }

    private static Network overHttp(Arena arena, Ways inside, Faults exchanges) {
        List<AutoCloseable> open = new ArrayList<>();
        try {
            FaultProxy oned = FaultProxy.start(inside.oned(), inside.toCloud(), exchanges);
            open.add(oned);
            FaultProxy flow = FaultProxy.start(inside.flow(), inside.toCloud(), exchanges);
            open.add(flow);
            FaultProxy nef = FaultProxy.start(inside.nef(), inside.toNef(), exchanges);
            open.add(nef);
            HttpTransport sockets = OkHttpTransport.builder()
                    .requestsPerSecond(NO_LIMIT)
                    .time(arena.time)
                    .build();
            open.add(sockets);
            Network network =
                    new Network(arena, new Ways(oned.address(), flow.address(), nef.address(), sockets, sockets));
            network.open.addAll(open);
            return network;
        } catch (IOException e) {
            throw new UncheckedIOException("no loopback port for a proxy", e);
        }
    }

    Ways ways() {
        return ways;
    }

    /** Starts a process with a clock of its own. */
    Client process(Faults faults) {
        JumpingClock clock = JumpingClock.on(arena.time);
        Faults own = faults.nextProcess(clock);
        return new Client(ways.through(own::on), clock);
    }

    @Override
    public void close() {
        for (AutoCloseable resource : open) {
            try {
                resource.close();
            } catch (Exception e) {
                throw new IllegalStateException("Closing " + resource + " failed", e);
            }
        }
    }

    /**
     * One process.
     *
     * @param ways how it gets to the servers
     * @param clock its clock
     */
    record Client(Ways ways, JumpingClock clock) {}
}
