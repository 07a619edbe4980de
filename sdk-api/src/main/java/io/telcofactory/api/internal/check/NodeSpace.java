package io.telcofactory.api.internal.check;

import io.telcofactory.api.compute.DataSize;
import io.telcofactory.api.compute.PinPolicy;
import io.telcofactory.api.site.NumaNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is still free on a NUMA node while instances are placed. */
final class NodeSpace {
    private final int id;
    private final List<CoreSpace> cores = new ArrayList<>();
    private final Map<DataSize, Long> pages = new HashMap<>();
    private long memory;

    private NodeSpace(int id, long memory) {
        this.id = id;
        this.memory = memory;
    }

    static NodeSpace of(NumaNode node) {
        NodeSpace space = new NodeSpace(node.id(), node.freeMemory().bytes());
        node.cores().forEach(core -> space.cores.add(new CoreSpace(core.threads(), core.freeThreads())));
        space.pages.putAll(node.freeHugepages());
        return space;
    }

    NodeSpace copy() {
        NodeSpace copy = new NodeSpace(id, memory);
        cores.forEach(core -> copy.cores.add(new CoreSpace(core.threads, core.free)));
        copy.pages.putAll(pages);
        return copy;
    }

    int id() {
        return id;
    }

    /** Returns how many virtual CPUs of a policy still fit. */
    int vcpus(PinPolicy policy) {
        return policy == PinPolicy.CORE
                ? (int) cores.stream().filter(CoreSpace::idle).count()
                : cores.stream().mapToInt(core -> core.free).sum();
    }

    /** Takes one part of an instance, or tells what is missing and takes nothing. */
    Optional<Obstacle> take(Demand demand) {
        Optional<Obstacle> obstacle = obstacle(demand);
        if (obstacle.isEmpty()) {
            memory -= demand.memoryPerNode().bytes();
            demand.hugepages().ifPresent(page -> pages.merge(page, -pageCount(demand, page), Long::sum));
            if (demand.pinning() == PinPolicy.CORE) {
                takeCores(demand.vcpusPerNode());
            } else if (demand.pinned()) {
                takeThreads(demand.vcpusPerNode());
            }
        }
        return obstacle;
    }

    private Optional<Obstacle> obstacle(Demand demand) {
        if (demand.pinned() && vcpus(demand.pinning()) < demand.vcpusPerNode()) {
            String unit = demand.pinning() == PinPolicy.CORE ? "idle cores" : "hardware threads";
            return lack(vcpus(demand.pinning()), demand.vcpusPerNode(), unit);
        }
        if (memory < demand.memoryPerNode().bytes()) {
            return lack(memory >> 20, demand.memoryPerNode().toMebibytes(), "MiB of memory");
        }
        return demand.hugepages().flatMap(page -> {
            long free = pages.getOrDefault(page, 0L);
            return free < pageCount(demand, page)
                    ? lack(free, pageCount(demand, page), "hugepages of " + page)
                    : Optional.empty();
        });
    }

    private Optional<Obstacle> lack(long have, long need, String what) {
        return Optional.of(
                Obstacle.lack(Obstacle.Stage.NUMA, (double) have, (double) need, what + " on NUMA node " + id));
    }

    private static long pageCount(Demand demand, DataSize page) {
        return demand.memoryPerNode().bytes() / page.bytes();
    }

    private void takeCores(int count) {
        cores.stream().filter(CoreSpace::idle).limit(count).toList().forEach(core -> core.free = 0);
    }

    /** Takes broken cores first, so that whole ones stay for those who need them. */
    private void takeThreads(int count) {
        int left = count;
        List<CoreSpace> brokenFirst = cores.stream()
                .sorted(Comparator.comparingInt((CoreSpace core) -> core.free))
                .toList();
        for (CoreSpace core : brokenFirst) {
            int taken = Math.min(left, core.free);
            core.free -= taken;
            left -= taken;
        }
    }

    private static final class CoreSpace {
        private final int threads;
        private int free;

        CoreSpace(int threads, int free) {
            this.threads = threads;
            this.free = free;
        }

        boolean idle() {
            return threads > 0 && free == threads;
        }
    }
}
