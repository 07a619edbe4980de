package io.telcofactory.benchmarks.gpu;

import io.telcofactory.gpu.catalogue.MigProfile;
import io.telcofactory.gpu.geometry.MigGeometry;
import java.util.List;

/** Profiles and their places as bit masks: all that the published rules look at. */
final class Slots {
    final List<MigProfile> profiles;
    final int[][] masks;
    private final int units;
    private final int[][] reachable;

    Slots(MigGeometry geometry) {
        this.profiles = geometry.board().profiles();
        this.units = geometry.axisUnits();
        this.masks = new int[profiles.size()][];
        for (int profile = 0; profile < masks.length; profile++) {
            int unit = (1 << profiles.get(profile).size()) - 1;
            masks[profile] = profiles.get(profile).starts().stream()
                    .mapToInt(start -> unit << start)
                    .toArray();
        }
        this.reachable = new int[1 << units][masks.length];
        for (int used = 0; used < reachable.length; used++) {
            for (int profile = 0; profile < masks.length; profile++) {
                int covered = 0;
                for (int mask : masks[profile]) {
                    covered |= (used & mask) == 0 ? mask : 0;
                }
                reachable[used][profile] = Integer.bitCount(covered);
            }
        }
    }

    int size(int profile) {
        return profiles.get(profile).size();
    }

    int free(int used) {
        return units - Integer.bitCount(used);
    }

    /** Returns how many units a GPU has left that some slice of the profile can cover. */
    int reachable(int used, int profile) {
        return reachable[used][profile];
    }
}
