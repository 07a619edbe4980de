package io.telcofactory.api.internal.check;

import io.telcofactory.api.compute.DataSize;
import io.telcofactory.api.compute.NumaShare;
import io.telcofactory.api.compute.PinPolicy;
import io.telcofactory.api.site.NumaNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What is still free on a NUMA node while instances are placed. */
final class NodeSpace {
    private final NumaNode node;
    private final int[] freeThreads;
    private final Map<DataSize, Long> pages;
    private long memory;
    private int idleCores;
    private int threads;

    private NodeSpace(NumaNode node, int[] freeThreads, Map<DataSize, Long> pages) {
        this.node = node;
        this.freeThreads = freeThreads;
        this.pages = pages;
    }

    static NodeSpace of(NumaNode node) {
        int[] free = node.cores().stream().mapToInt(NumaNode.Core::freeThreads).toArray();
        NodeSpace space = new NodeSpace(node, free, new HashMap<>(node.freeHugepages()));
        space.memory = node.freeMemory().bytes();
        for (int core = 0; core < free.length; core++) {
            space.idleCores += space.idle(core) ? 1 : 0;
            space.threads += free[core];
        }
        return space;
    }

    NodeSpace copy() {
        NodeSpace copy = new NodeSpace(node, freeThreads.clone(), new HashMap<>(pages));
        copy.memory = memory;
        copy.idleCores = idleCores;
        copy.threads = threads;
        return copy;
    }

    int id() {
        return node.id();
    }

    /** Returns how many virtual CPUs of a policy still fit. */
    int vcpus(PinPolicy policy) {
        return policy == PinPolicy.CORE ? idleCores : threads;
    }

    /** Takes one part of an instance, or tells what is missing and takes nothing. */
    Optional<Obstacle> take(Shape shape, NumaShare part) {
        Optional<Obstacle> obstacle = obstacle(shape, part);
        if (obstacle.isEmpty()) {
            memory -= part.memory().bytes();
            shape.hugepages().ifPresent(page -> pages.merge(page, -pageCount(part, page), Long::sum));
            if (shape.pinning() == PinPolicy.CORE) {
                takeCores(part.vcpus());
            } else if (shape.pinned()) {
                takeThreads(part.vcpus());
            }
        }
        return obstacle;
    }

    private Optional<Obstacle> obstacle(Shape shape, NumaShare part) {
        if (shape.pinned() && vcpus(shape.pinning()) < part.vcpus()) {
            String unit = shape.pinning() == PinPolicy.CORE ? "idle cores" : "hardware threads";
            return lack(vcpus(shape.pinning()), part.vcpus(), unit);
        }
        if (memory < part.memory().bytes()) {
            return lack(memory >> 20, part.memory().toMebibytes(), "MiB of memory");
        }
        return shape.hugepages().flatMap(page -> {
            long free = pages.getOrDefault(page, 0L);
            return free < pageCount(part, page)
                    ? lack(free, pageCount(part, page), "hugepages of " + page)
                    : Optional.empty();
        });
    }

    private Optional<Obstacle> lack(long have, long need, String what) {
        return Optional.of(
                Obstacle.lack(Obstacle.Stage.NUMA, (double) have, (double) need, what + " on NUMA node " + node.id()));
    }

    private static long pageCount(NumaShare part, DataSize page) {
        return part.memory().bytes() / page.bytes();
    }

    private boolean idle(int core) {
        int all = node.cores().get(core).threads();
        return all > 0 && freeThreads[core] == all;
    }

    private void takeCores(int count) {
        int left = count;
        for (int core = 0; left > 0; core++) {
            if (idle(core)) {
                threads -= freeThreads[core];
                freeThreads[core] = 0;
                idleCores--;
                left--;
            }
        }
    }

    /** Takes broken cores first, so that whole ones stay for those who need them. */
    private void takeThreads(int count) {
        int left = takeThreads(count, false);
        takeThreads(left, true);
    }

    private int takeThreads(int count, boolean fromIdle) {
        int left = count;
        for (int core = 0; core < freeThreads.length && left > 0; core++) {
            boolean idle = idle(core);
            if (idle == fromIdle) {
                int taken = Math.min(left, freeThreads[core]);
                freeThreads[core] -= taken;
                threads -= taken;
                idleCores -= idle && taken > 0 ? 1 : 0;
                left -= taken;
            }
        }
        return left;
    }
}
