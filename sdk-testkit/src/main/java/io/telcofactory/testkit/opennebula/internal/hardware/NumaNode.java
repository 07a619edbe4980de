package io.telcofactory.testkit.opennebula.internal.hardware;

import io.telcofactory.testkit.opennebula.internal.template.Attribute.Vector;
import io.telcofactory.testkit.opennebula.internal.template.Xml;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One NUMA node of a host: cores, memory, huge pages and the way to the other nodes. */
public final class NumaNode {

    /** Huge pages of one size. */
    public static final class Pages {
        public final long sizeKb;
        final long total;
        public long used;

        public Pages(long sizeKb, long total) {
            this.sizeKb = sizeKb;
            this.total = total;
        }

        public long free() {
            return total - used;
        }
    }

    public final int id;
    public final long memoryKb;
    final List<Integer> distance;
    public final List<Pages> pages = new ArrayList<>();
    public final List<Core> cores = new ArrayList<>();
    public long memoryUsedKb;

    public NumaNode(int id, long memoryKb, List<Integer> distance) {
        this.id = id;
        this.memoryKb = memoryKb;
        this.distance = distance;
    }

    public long freeMemoryKb() {
        return memoryKb - memoryUsedKb;
    }

    @Nullable Pages pages(long sizeKb) {
        for (Pages each : pages) {
            if (each.sizeKb == sizeKb) {
                return each;
            }
        }
        return null;
    }

    long freePages(long sizeKb) {
        Pages found = pages(sizeKb);
        return found == null ? 0 : found.free();
    }

    /** How many groups of threads are free, each on one core. */
    int freeGroups(int threads) {
        int groups = 0;
        for (Core core : cores) {
            groups += core.free() / threads;
        }
        return groups;
    }

    int freeCores() {
        int free = 0;
        for (Core core : cores) {
            free += core.isUntouched() ? 1 : 0;
        }
        return free;
    }

    int threadsPerCore() {
        return cores.isEmpty() ? 1 : cores.get(0).cpus.size();
    }

    public void writeTo(Xml xml) {
        xml.open("NODE");
        cores.forEach(core -> core.writeTo(xml));
        for (Pages each : pages) {
            xml.attribute(
                    "HUGEPAGE",
                    new Vector()
                            .set("PAGES", each.total)
                            .set("SIZE", each.sizeKb)
                            .set("USAGE", each.used));
        }
        List<String> way = new ArrayList<>();
        distance.forEach(node -> way.add(Integer.toString(node)));
        xml.attribute(
                "MEMORY",
                new Vector()
                        .set("DISTANCE", String.join(" ", way))
                        .set("TOTAL", memoryKb)
                        .set("USAGE", memoryUsedKb));
        xml.cdata("NODE_ID", id).close("NODE");
    }

    /** A core with its threads and the machines pinned to each. */
    public static final class Core {

        static final int RESERVED = -2;

        public final int id;
        public final TreeMap<Integer, List<Integer>> cpus = new TreeMap<>();
        private int vmsPerThread = 1;
        private boolean dedicated;

        public Core(int id, List<Integer> cpuIds) {
            this.id = id;
            cpuIds.forEach(cpu -> cpus.put(cpu, new ArrayList<>()));
        }

        public void vmsPerThread(int limit) {
            vmsPerThread = limit;
        }

        /** Free places for machines: threads times machines a thread. */
        public int free() {
            if (dedicated) {
                return 0;
            }
            int free = 0;
            for (List<Integer> vms : cpus.values()) {
                free += places(vms);
            }
            return free;
        }

        private int places(List<Integer> vms) {
            return vms.contains(RESERVED) ? 0 : Math.max(0, vmsPerThread - vms.size());
        }

        boolean isUntouched() {
            return !dedicated && free() > 0 && cpus.values().stream().allMatch(vms -> vms.isEmpty() || isReserved(vms));
        }

        private static boolean isReserved(List<Integer> vms) {
            return vms.contains(RESERVED);
        }

        boolean hasPlace(int cpu) {
            return !dedicated && places(cpus.getOrDefault(cpu, List.of())) > 0;
        }

        int load(int cpu) {
            return cpus.getOrDefault(cpu, List.of()).size();
        }

        public void pin(int cpu, int vm) {
            cpus.getOrDefault(cpu, new ArrayList<>()).add(vm);
        }

        /** Gives the whole core to one machine: its first thread, even when that one is isolated. */
        int dedicate(int vm) {
            cpus.firstEntry().getValue().removeIf(each -> each == RESERVED);
            cpus.firstEntry().getValue().add(vm);
            dedicated = true;
            return cpus.firstKey();
        }

        void release(int vm) {
            boolean held = false;
            for (List<Integer> vms : cpus.values()) {
                held |= vms.removeIf(each -> each == vm);
            }
            if (held && dedicated) {
                dedicated = false;
            }
        }

        public void restoreDedicated(boolean value) {
            dedicated = value;
        }

        boolean isDedicated() {
            return dedicated;
        }

        public void reserve(int cpu, boolean reserved) {
            List<Integer> vms = cpus.get(cpu);
            if (vms == null) {
                return;
            }
            if (reserved && vms.isEmpty()) {
                vms.add(RESERVED);
            } else if (!reserved) {
                vms.removeIf(vm -> vm == RESERVED);
            }
        }

        String cpusText() {
            StringBuilder text = new StringBuilder();
            cpus.forEach((cpu, vms) -> {
                if (vms.isEmpty()) {
                    text.append(text.isEmpty() ? "" : ",").append(cpu).append(":-1");
                }
                vms.forEach(vm -> text.append(text.isEmpty() ? "" : ",")
                        .append(cpu)
                        .append(':')
                        .append(vm));
            });
            return text.toString();
        }

        private void writeTo(Xml xml) {
            xml.attribute(
                    "CORE",
                    new Vector()
                            .set("CPUS", cpusText())
                            .set("DEDICATED", dedicated ? "YES" : "NO")
                            .set("FREE", free())
                            .set("ID", id));
        }
    }
}
