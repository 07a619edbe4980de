package io.telcofactory.gpu.placement;

import io.telcofactory.gpu.catalogue.ProfileName;
import io.telcofactory.gpu.geometry.MigGeometry;
import io.telcofactory.gpu.internal.Errors;
import java.util.Map;
import java.util.TreeMap;

/**
 * Proves how many GPUs a demand needs at least: the linear program "cover the demand with full layouts, fractions allowed"
 * rounded up. A plan that uses as many GPUs is optimal.
 *
 * @since 0.1
 */
public final class PackingBound {
    private PackingBound() {}

    /**
     * Returns a number of GPUs below which the demand can't be met.
     *
     * @param geometry the kind of GPU
     * @param demand how many slices of each profile
     * @return at least 0
     * @throws io.telcofactory.api.error.InvalidRequestException if the board does not offer a profile, or a number is below 0
     */
    public static int fewestGpus(MigGeometry geometry, Map<ProfileName, Integer> demand) {
        Map<ProfileName, Integer> onBoard = new TreeMap<>();
        demand.forEach((profile, count) -> {
            if (count < 0) {
                throw Errors.invalid(
                        "demand", profile.toString(), "%d slices of %s can't be asked for", count, profile);
            }
            onBoard.merge(geometry.board().profile(profile.toString()).name(), count, Integer::sum);
        });
        return onBoard.isEmpty() ? 0 : PackingPlan.bound(geometry, onBoard);
    }
}
