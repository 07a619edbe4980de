package io.telcofactory.upf.steering;

import io.telcofactory.upf.nef.RouteToLocation;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How traffic is carried over N6 at each access to the data network: the standard wants a routing profile with every DNAI,
 * whose id the operator gives.
 *
 * @since 0.1
 */
public final class RouteProfiles {
    private final Map<String, String> byDnai;
    private final boolean sameAsDnai;

    private RouteProfiles(Map<String, String> byDnai, boolean sameAsDnai) {
        this.byDnai = byDnai;
        this.sameAsDnai = sameAsDnai;
    }

    /**
     * Names each profile like its DNAI. That is a convention of this SDK and of no standard: it is for networks whose operator
     * agrees to it, or that pass the field over.
     *
     * @return the profiles
     */
    public static RouteProfiles namedAsDnai() {
        return new RouteProfiles(Map.of(), true);
    }

    /**
     * Sends no profile; only for networks that do not insist on one, see {@link
     * io.telcofactory.upf.nef.Leniency#ROUTE_WITHOUT_PROFILE}.
     *
     * @return no profiles
     */
    public static RouteProfiles none() {
        return new RouteProfiles(Map.of(), false);
    }

    /**
     * Returns these profiles and one more.
     *
     * @param dnai the access
     * @param profileId the id of its profile
     * @return the profiles
     */
    public RouteProfiles with(String dnai, String profileId) {
        Map<String, String> more = new TreeMap<>(byDnai);
        more.put(dnai, profileId);
        return new RouteProfiles(more, sameAsDnai);
    }

    RouteToLocation route(String dnai) {
        Optional<String> fallback = sameAsDnai ? Optional.of(dnai) : Optional.empty();
        return RouteToLocation.builder()
                .dnai(dnai)
                .routeProfId(Optional.ofNullable(byDnai.get(dnai)).or(() -> fallback))
                .build();
    }
}
