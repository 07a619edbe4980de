package io.telcofactory.gpu.internal;

import io.telcofactory.gpu.catalogue.ProfileName;
import java.util.Comparator;

/**
 * Which of several profiles comes nearest to a wanted one: the smallest that lacks nothing, else the smallest that lacks
 * only attributes such as {@code +me}, else the largest.
 */
public final class Nearness {
    private Nearness() {}

    /** Returns the order in which profiles come near to the wanted one, the nearest first. */
    public static Comparator<ProfileName> to(ProfileName wanted) {
        return Comparator.comparingInt((ProfileName profile) -> lacks(profile, wanted))
                .thenComparing((a, b) -> large(a, wanted) ? a.compareTo(b) : b.compareTo(a));
    }

    /** Tells whether a slice lacks nothing of the wanted one: compute, memory and what its attributes say. */
    public static boolean covers(ProfileName profile, ProfileName wanted) {
        return lacks(profile, wanted) == 0;
    }

    private static int lacks(ProfileName profile, ProfileName wanted) {
        if (!large(profile, wanted)) {
            return 2;
        }
        boolean added = wanted.attributes().stream()
                .filter(attribute -> attribute.startsWith("+"))
                .allMatch(profile.attributes()::contains);
        boolean taken = profile.attributes().stream()
                .filter(attribute -> attribute.startsWith("-"))
                .allMatch(wanted.attributes()::contains);
        return added && taken ? 0 : 1;
    }

    private static boolean large(ProfileName profile, ProfileName wanted) {
        return profile.gpuSlices() >= wanted.gpuSlices() && profile.memoryGb() >= wanted.memoryGb();
    }
}
