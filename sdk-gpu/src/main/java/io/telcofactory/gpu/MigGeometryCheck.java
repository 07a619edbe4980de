package io.telcofactory.gpu;

import io.telcofactory.api.Finding;
import io.telcofactory.api.error.InvalidRequestException;
import io.telcofactory.api.gpu.GpuClaim;
import io.telcofactory.api.service.Role;
import io.telcofactory.api.spi.Check;
import io.telcofactory.api.spi.Proposal;
import io.telcofactory.api.spi.WorkloadRole;
import io.telcofactory.gpu.catalogue.Catalogue;
import io.telcofactory.gpu.catalogue.GpuBoard;
import io.telcofactory.gpu.catalogue.MigProfile;
import io.telcofactory.gpu.catalogue.ProfileName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Finds GPU slices that can't exist: profiles their board does not offer, and more slices than the site's GPUs can be cut
 * into, however they are placed. The second is a proof, not an estimate: it holds even if all GPUs were empty. Each finding
 * names the nearest thing that fits.
 *
 * <pre>{@code
 * AiFactory.builder().check(MigGeometryCheck.create())
 * }</pre>
 *
 * @since 0.1
 */
public final class MigGeometryCheck implements Check {
    private final Catalogue catalogue;

    private MigGeometryCheck(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * Makes the check with the boards that come with the SDK.
     *
     * @return the check, for the builder of the front door
     */
    public static MigGeometryCheck create() {
        return of(Catalogue.builtIn());
    }

    /**
     * Makes the check with other boards: your own, or those read from live nodes.
     *
     * @param catalogue the boards
     * @return the check, for the builder of the front door
     */
    public static MigGeometryCheck of(Catalogue catalogue) {
        return new MigGeometryCheck(catalogue);
    }

    @Override
    public String title() {
        return "GPU slices can be cut";
    }

    @Override
    public List<Finding> examine(Proposal proposal) {
        List<Finding> findings = new ArrayList<>();
        Map<String, SliceDemand> demands = new TreeMap<>();
        proposal.roles()
                .forEach(each -> each.role()
                        .gpu()
                        .filter(GpuClaim.MigSlice.class::isInstance)
                        .map(GpuClaim.MigSlice.class::cast)
                        .flatMap(claim -> examine(each, claim, demands))
                        .ifPresent(findings::add));
        demands.values().forEach(demand -> demand.examine(proposal.inventory()).ifPresent(findings::add));
        return findings;
    }

    private Optional<Finding> examine(WorkloadRole each, GpuClaim.MigSlice claim, Map<String, SliceDemand> demands) {
        Role role = each.role();
        Optional<GpuBoard> board = catalogue.find(claim.model());
        if (board.isEmpty()) {
            return Optional.of(Finding.warning(
                    "gpu-model-unknown",
                    each.ref(),
                    "role " + role.name() + " claims " + claim
                            + ", and the catalogue has no such board: its geometry is not checked",
                    "name a board of the catalogue, or add this one to it"));
        }
        Optional<MigProfile> profile = name(claim).flatMap(board.get()::findProfile);
        if (profile.isEmpty()) {
            return Optional.of(notOffered(each, claim, board.get()));
        }
        demands.computeIfAbsent(claim.model(), model -> new SliceDemand(model, board.get()))
                .add(each.ref(), profile.get(), role.instances().min());
        return Optional.empty();
    }

    /** Returns the claimed name taken apart, or empty if it is no name of a MIG profile. */
    private static Optional<ProfileName> name(GpuClaim.MigSlice claim) {
        try {
            return Optional.of(ProfileName.parse(claim.profile()));
        } catch (InvalidRequestException e) {
            return Optional.empty();
        }
    }

    private static Finding notOffered(WorkloadRole each, GpuClaim.MigSlice claim, GpuBoard board) {
        Role role = each.role();
        String offered = board.supportsMig() ? " offers only " + board.profiles() : " has no MIG";
        Optional<MigProfile> nearest = name(claim).flatMap(board::nearest);
        String remedy = nearest.map(profile -> "claim the nearest, " + profile)
                .orElse(board.supportsMig() ? "claim one of these" : "claim the whole GPU");
        return Finding.error(
                "mig-profile-not-offered",
                each.ref(),
                "role " + role.name() + " claims " + claim + ", but " + board + offered,
                remedy + ", or another board");
    }
}
