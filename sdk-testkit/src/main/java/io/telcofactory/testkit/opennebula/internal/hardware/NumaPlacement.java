package io.telcofactory.testkit.opennebula.internal.hardware;

import io.telcofactory.testkit.opennebula.internal.template.Attribute.Vector;
import io.telcofactory.testkit.opennebula.internal.template.Numbers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The way in which oned lays virtual NUMA nodes on those of a host, with its weaknesses: while it chooses, it remembers
 * memory it has promised but no cores, and books that memory on the node of the CPUs, wherever the memory lies.
 */
public final class NumaPlacement {

    /** Where one virtual node goes. */
    private record Choice(NumaNode cpus, NumaNode memory, int threads) {}

    private final List<NumaNode> nodes;
    private final Capacity vm;
    private final Set<Integer> deviceNodes;

    public NumaPlacement(List<NumaNode> nodes, Capacity vm, Set<Integer> deviceNodes) {
        this.nodes = nodes;
        this.vm = vm;
        this.deviceNodes = deviceNodes;
    }

    /** Tells whether the machine passes the host's test. */
    public boolean fits() {
        if (vm.nodes().isEmpty()) {
            return true;
        }
        if (vm.topology().given("NODE_AFFINITY")) {
            return affine(false);
        }
        return vm.isPinned() ? !choose(false).isEmpty() : onePagesNode(false);
    }

    /** Books cores, memory and pages and writes them into the machine; what does not fit after all is left out. */
    public void place() {
        if (vm.nodes().isEmpty()) {
            return;
        }
        if (vm.topology().given("NODE_AFFINITY")) {
            affine(true);
        } else if (!vm.isPinned()) {
            onePagesNode(true);
        } else {
            List<Choice> choices = choose(true);
            for (int i = 0; i < choices.size(); i++) {
                book(vm.nodes().get(i), choices.get(i));
            }
            if (!choices.isEmpty()) {
                writeThreads(choices.get(0).threads());
            }
        }
    }

    private boolean affine(boolean book) {
        int wanted = vm.topology().number("NODE_AFFINITY", -1);
        for (NumaNode node : nodes) {
            if (node.id == wanted && memoryFits(node, vm.memoryKb(), Map.of())) {
                if (book) {
                    bookWhole(node);
                }
                return true;
            }
        }
        return false;
    }

    private boolean onePagesNode(boolean book) {
        long size = vm.hugePageKb();
        NumaNode best = null;
        for (NumaNode node : nodes) {
            if (memoryFits(node, vm.memoryKb(), Map.of())
                    && (best == null || node.freePages(size) > best.freePages(size))) {
                best = node;
            }
        }
        if (best != null && book) {
            bookWhole(best);
        }
        return best != null;
    }

    /** All virtual CPUs float over the whole node. */
    private void bookWhole(NumaNode node) {
        Vector virtual = vm.nodes().get(0);
        String cpus = node.cores.stream()
                .flatMap(core -> core.cpus.entrySet().stream())
                .filter(cpu -> !cpu.getValue().contains(NumaNode.Core.RESERVED))
                .map(cpu -> cpu.getKey().toString())
                .collect(Collectors.joining(","));
        virtual.set("CPUS", cpus).set("NODE_ID", node.id).set("MEMORY_NODE_ID", node.id);
        bookMemory(node, vm.memoryKb());
    }

    private List<Choice> choose(boolean remember) {
        for (int threads : threadCandidates()) {
            List<Choice> choices = chooseWith(threads, remember);
            if (!choices.isEmpty()) {
                return choices;
            }
        }
        return List.of();
    }

    /** Threads a core to try, most first. */
    private List<Integer> threadCandidates() {
        if (vm.pinPolicy().equals("CORE")) {
            return List.of(1);
        }
        int ofHost = nodes.isEmpty() ? 1 : nodes.get(0).threadsPerCore();
        int wanted = vm.topology().number("THREADS", 0);
        int most = wanted == 0 ? ofHost : Math.min(wanted, ofHost);
        List<Integer> candidates = new ArrayList<>();
        for (int threads = Integer.highestOneBit(Math.max(1, most)); threads >= 1; threads /= 2) {
            int each = threads;
            if (vm.nodes().stream().allMatch(node -> node.number("TOTAL_CPUS", 0) % each == 0)) {
                candidates.add(threads);
            }
        }
        if (wanted > 0) {
            return candidates.contains(wanted) ? List.of(wanted) : List.of();
        }
        return candidates;
    }

    private List<Choice> chooseWith(int threads, boolean remember) {
        Map<NumaNode, Integer> usedCpus = new HashMap<>();
        Map<NumaNode, Long> usedMemory = new HashMap<>();
        List<Choice> choices = new ArrayList<>();
        for (int index = 0; index < vm.nodes().size(); index++) {
            Choice choice = choose(index, threads, usedCpus, usedMemory);
            if (choice == null) {
                return List.of();
            }
            choices.add(choice);
            usedMemory.merge(choice.cpus(), memoryOf(index), Long::sum);
            if (remember) {
                usedCpus.merge(choice.cpus(), groupsOf(index, threads), Integer::sum);
            }
        }
        return choices;
    }

    private @Nullable Choice choose(
            int index, int threads, Map<NumaNode, Integer> usedCpus, Map<NumaNode, Long> usedMemory) {
        int groups = groupsOf(index, threads);
        Map<NumaNode, Double> weights = new HashMap<>();
        List<NumaNode> cpuFits = new ArrayList<>();
        Set<Integer> memoryFits = new HashSet<>();
        for (NumaNode node : nodes) {
            int free = freeGroups(node, threads) - usedCpus.getOrDefault(node, 0);
            if (free >= groups && free > 0) {
                double left = (double) (free - groups) / free;
                weights.put(node, left + (deviceNodes.contains(node.id) && node.id == index ? 1 : 0));
                cpuFits.add(node);
            }
            if (memoryFits(node, memoryOf(index), usedMemory)) {
                memoryFits.add(node.id);
            }
        }
        // Best first; of equals the one with the higher id.
        cpuFits.sort(Comparator.comparingDouble((NumaNode node) -> weights.getOrDefault(node, 0.0))
                .thenComparingInt(node -> node.id)
                .reversed());
        for (int hop = 0; hop < nodes.size(); hop++) {
            for (NumaNode node : cpuFits) {
                int memory = hop < node.distance.size() ? node.distance.get(hop) : -1;
                if (memoryFits.contains(memory)) {
                    return new Choice(node, byId(memory), threads);
                }
            }
        }
        return null;
    }

    private NumaNode byId(int id) {
        for (NumaNode node : nodes) {
            if (node.id == id) {
                return node;
            }
        }
        return nodes.get(0);
    }

    private int freeGroups(NumaNode node, int threads) {
        return vm.pinPolicy().equals("CORE") ? node.freeCores() : node.freeGroups(threads);
    }

    private int groupsOf(int index, int threads) {
        int cpus = vm.nodes().get(index).number("TOTAL_CPUS", 0);
        return vm.pinPolicy().equals("CORE") ? cpus : (cpus + threads - 1) / threads;
    }

    private long memoryOf(int index) {
        return Numbers.longInteger(vm.nodes().get(index).get("MEMORY"), 0);
    }

    private boolean memoryFits(NumaNode node, long kb, Map<NumaNode, Long> promised) {
        long already = promised.getOrDefault(node, 0L);
        long size = vm.hugePageKb();
        boolean memory = node.freeMemoryKb() - already >= kb;
        boolean pages = size == 0 || (node.pages(size) != null && node.freePages(size) - already / size >= kb / size);
        return memory && pages;
    }

    private void book(Vector virtual, Choice choice) {
        int count = virtual.number("TOTAL_CPUS", 0);
        List<Integer> cpus = vm.pinPolicy().equals("CORE")
                ? dedicate(choice.cpus(), count)
                : pin(choice.cpus(), count, choice.threads());
        virtual.set("CPUS", cpus.stream().map(String::valueOf).collect(Collectors.joining(",")));
        virtual.set("NODE_ID", choice.cpus().id).set("MEMORY_NODE_ID", choice.memory().id);
        bookMemory(choice.memory(), Numbers.longInteger(virtual.get("MEMORY"), 0));
    }

    private List<Integer> dedicate(NumaNode node, int count) {
        List<Integer> cpus = new ArrayList<>();
        for (NumaNode.Core core : node.cores) {
            if (cpus.size() < count && core.isUntouched()) {
                cpus.add(core.dedicate(vm.vm()));
            }
        }
        return cpus;
    }

    private List<Integer> pin(NumaNode node, int count, int threads) {
        List<Integer> cpus = new ArrayList<>();
        for (NumaNode.Core core : node.cores) {
            int usable = core.free() / threads * threads;
            for (int cpu : core.cpus.keySet()) {
                if (usable > 0 && cpus.size() < count && core.hasPlace(cpu)) {
                    core.pin(cpu, vm.vm());
                    cpus.add(cpu);
                    usable--;
                }
            }
        }
        return cpus;
    }

    private void bookMemory(NumaNode node, long kb) {
        node.memoryUsedKb += kb;
        NumaNode.Pages pages = node.pages(vm.hugePageKb());
        if (pages != null) {
            pages.used += kb / pages.sizeKb;
        }
    }

    private void writeThreads(int threads) {
        int cpus = 0;
        for (Vector node : vm.nodes()) {
            cpus += node.number("TOTAL_CPUS", 0);
        }
        int sockets = Math.max(1, vm.topology().number("SOCKETS", 1));
        vm.topology().set("THREADS", threads).set("CORES", cpus / (threads * sockets));
    }

    /** Gives back what a machine held. */
    public static void release(List<NumaNode> nodes, Capacity vm) {
        for (NumaNode node : nodes) {
            node.cores.forEach(core -> core.release(vm.vm()));
        }
        for (Vector virtual : vm.nodes()) {
            int memoryNode = virtual.number("MEMORY_NODE_ID", -1);
            long kb = Numbers.longInteger(virtual.get("MEMORY"), 0);
            for (NumaNode node : nodes) {
                if (node.id == memoryNode) {
                    node.memoryUsedKb -= kb;
                    NumaNode.Pages pages = node.pages(vm.hugePageKb());
                    if (pages != null) {
                        pages.used -= kb / pages.sizeKb;
                    }
                }
            }
        }
    }
}
