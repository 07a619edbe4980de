package io.telcofactory.api.internal.check;

import java.util.Locale;

/**
 * Why a host can't take an instance.
 *
 * @param stage how far the host got; the later, the closer it comes
 * @param ratio what it has of what is needed, 0 to 1
 * @param reason what it lacks, in words
 */
record Obstacle(Stage stage, double ratio, String reason) implements Comparable<Obstacle> {

    /** What is looked at, in the order in which servers look at it, with the way out. */
    enum Stage {
        USABLE("enable the host, and see why it is not monitored"),
        SUITED("name more hosts under timing, hostTuning or virtualFunctions in the site document, if they have it, or"
                + " ask for less"),
        SET_ASIDE(
                "set hosts aside for pinned machines only where pinned roles need them, or change the role's pinning"),
        CPU("free processors or add a host, or ask for fewer vcpus or instances"),
        MEMORY("free memory or add a host, or ask for less memory or fewer instances"),
        GPU("free or partition more GPUs, or claim fewer of them"),
        DEVICE("free such a device or let the hosts report it, or claim another one"),
        NUMA("free whole NUMA nodes or reserve more hugepages, or ask for less on each node");

        private final String remedy;

        Stage(String remedy) {
            this.remedy = remedy;
        }

        String remedy() {
            return remedy;
        }
    }

    static Obstacle lack(Stage stage, double have, double need, String what) {
        return new Obstacle(
                stage, need == 0 ? 0 : have / need, what + ": " + number(need) + " needed, " + number(have) + " free");
    }

    @Override
    public int compareTo(Obstacle other) {
        int byStage = stage.compareTo(other.stage);
        return byStage != 0 ? byStage : Double.compare(ratio, other.ratio);
    }

    private static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : String.format(Locale.ROOT, "%.2f", value);
    }
}
