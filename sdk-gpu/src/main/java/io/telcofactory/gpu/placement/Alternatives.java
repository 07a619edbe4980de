package io.telcofactory.gpu.placement;

import io.telcofactory.gpu.catalogue.MigProfile;
import io.telcofactory.gpu.catalogue.ProfileName;
import io.telcofactory.gpu.internal.Nearness;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Claims that differ a little from one that was refused: another profile, fewer GPUs, fewer conditions. A profile that is
 * no smaller costs least, then a condition given up, then a smaller profile.
 */
final class Alternatives {
    private final Claim claim;
    private final List<Size> sizes = new ArrayList<>();

    Alternatives(Claim claim, List<MigProfile> offered) {
        this.claim = claim;
        sizes.add(new Size(claim, "the same", 0));
        List<ProfileName> names = offered.stream()
                .map(MigProfile::name)
                .distinct()
                .filter(name -> !Optional.of(name).equals(claim.profile()))
                .toList();
        claim.profile().ifPresentOrElse(profile -> otherProfiles(profile, names), () -> lessThanWhole(names));
    }

    /**
     * A claim beside the refused one.
     *
     * @param claim what is asked instead
     * @param change what is different, in words
     */
    record Alternative(Claim claim, String change) {}

    private record Size(Claim claim, String words, int distance) {}

    private record Ranked(Alternative alternative, int distance) {}

    /** A condition that a claim may do without. */
    private enum Condition {
        NUMA(claim -> claim.numaNode(OptionalInt.empty())),
        GROUP(claim -> claim.group(Optional.empty())),
        ISOLATION(claim -> claim.isolation(Isolation.SHARED)),
        BOARD(claim -> claim.board(Optional.empty())),
        HOST(claim -> claim.host(Optional.empty())),
        SITE(claim -> claim.site(Optional.empty()));

        private final UnaryOperator<Claim.Builder> drop;

        Condition(UnaryOperator<Claim.Builder> drop) {
            this.drop = drop;
        }

        Claim without(Claim claim) {
            return drop.apply(claim.toBuilder()).build();
        }

        boolean matters(Claim claim) {
            return !without(claim).equals(claim);
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Returns the alternatives, the nearest first. */
    Stream<Alternative> nearestFirst() {
        List<Condition> conditions =
                Stream.of(Condition.values()).filter(c -> c.matters(claim)).toList();
        return IntStream.range(0, 1 << conditions.size())
                .mapToObj(bits -> chosen(conditions, bits))
                .flatMap(dropped -> sizes.stream().map(size -> alternative(size, dropped)))
                .filter(ranked -> ranked.distance > 0)
                .sorted(Comparator.comparingInt(Ranked::distance))
                .map(Ranked::alternative);
    }

    private static Set<Condition> chosen(List<Condition> conditions, int bits) {
        Set<Condition> chosen = EnumSet.noneOf(Condition.class);
        IntStream.range(0, conditions.size())
                .filter(i -> (bits >> i & 1) == 1)
                .forEach(i -> chosen.add(conditions.get(i)));
        return chosen;
    }

    private static Ranked alternative(Size size, Set<Condition> dropped) {
        Claim changed = size.claim;
        for (Condition condition : dropped) {
            changed = condition.without(changed);
        }
        String given = dropped.stream().map(Condition::toString).collect(Collectors.joining(" and "));
        String conditions = dropped.isEmpty()
                ? ", under the same conditions"
                : (size.distance == 0 ? "" : ",") + " without the condition on " + given;
        return new Ranked(new Alternative(changed, size.words + conditions), size.distance + 2 * dropped.size());
    }

    private void otherProfiles(ProfileName wanted, List<ProfileName> names) {
        names.stream().sorted(Nearness.to(wanted)).forEach(name -> {
            boolean covers = Nearness.covers(name, wanted);
            String words = covers ? ", with no fewer slices and no less memory" : ", which lacks something";
            sizes.add(new Size(claim.toBuilder().profile(name).build(), "the profile " + name + words, covers ? 1 : 3));
        });
    }

    private void lessThanWhole(List<ProfileName> names) {
        for (int count = claim.wholeGpus() - 1; count > 0; count--) {
            sizes.add(new Size(
                    claim.toBuilder().wholeGpus(count).build(), count + " of " + claim.wholeGpus() + " GPUs", 3));
        }
        names.stream().sorted(Comparator.reverseOrder()).forEach(name -> {
            Claim slice = claim.toBuilder().wholeGpus(0).profile(name).build();
            sizes.add(new Size(slice, "a slice, " + name, 3));
        });
    }
}
