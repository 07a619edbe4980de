package io.telcofactory.api.internal.check;

import io.telcofactory.api.spi.Check;
import java.util.List;

/** The checks that every plan makes. */
public final class StandardChecks {
    private static final List<Check> ALL = List.of(
            new RoleCycles(),
            new MetricsReported(),
            new GuestsReport(),
            new UnattendedScaling(),
            new SchedulesInZone(),
            new ImagesExist(),
            new AppliancesFit(),
            new QuotaCovers(),
            new QuotasFitSite(),
            new QuotaSwitches(),
            new ProvidersKnown(),
            new TenantsConfined(),
            new RoutersFit(),
            new NetworksApart(),
            new FabricsCarry(),
            new InterfacesFit(),
            new BreakoutsFit(),
            new UserPlanePortsFit(),
            new BreakoutsUsed(),
            new WaysBack(),
            new UserPlanesFit(),
            new HostsPrepared(),
            new NoisyNeighbours(),
            new TimeSharedGpus(),
            new LatencyFits(),
            new GpuClaimsOffered(),
            new IommuGroupsWhole(),
            new CapacityFits(),
            new AffinityFits(),
            new HostFailuresHandled());

    private StandardChecks() {}

    /**
     * Returns the checks.
     *
     * @return in the order of their verdicts
     */
    public static List<Check> all() {
        return ALL;
    }
}
