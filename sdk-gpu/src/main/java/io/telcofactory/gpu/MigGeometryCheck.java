package io.telcofactory.gpu;

import io.telcofactory.api.Finding;
import io.telcofactory.api.Ref;
import io.telcofactory.api.gpu.GpuClaim;
import io.telcofactory.api.service.AiService;
import io.telcofactory.api.service.Role;
import io.telcofactory.api.site.GpuOffer;
import io.telcofactory.api.site.Host;
import io.telcofactory.api.site.Inventory;
import io.telcofactory.api.site.PciDevice;
import io.telcofactory.api.spi.Check;
import io.telcofactory.api.spi.Proposal;
import io.telcofactory.gpu.catalogue.Catalogue;
import io.telcofactory.gpu.catalogue.GpuBoard;
import io.telcofactory.gpu.catalogue.MigProfile;
import io.telcofactory.gpu.catalogue.ProfileName;
import io.telcofactory.gpu.geometry.MigGeometry;
import io.telcofactory.gpu.placement.PackingBound;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Finds GPU slices that can't exist: profiles their board does not offer, and more slices than the site's GPUs can be cut
 * into, however they are placed. The second is a proof, not an estimate: it holds even if all GPUs were empty.
 *
 * @since 0.1
 */
public final class MigGeometryCheck implements Check {
    private final Catalogue catalogue;

    private MigGeometryCheck(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * Makes the check.
     *
     * @param catalogue the boards; {@link Catalogue#builtIn()} or one with the site's own
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
        Map<String, Demand> demands = new TreeMap<>();
        proposal.desired(AiService.class)
                .forEach(service -> service.roles()
                        .forEach(role -> role.gpu()
                                .filter(GpuClaim.MigSlice.class::isInstance)
                                .map(GpuClaim.MigSlice.class::cast)
                                .flatMap(claim -> examine(service, role, claim, demands))
                                .ifPresent(findings::add)));
        demands.forEach(
                (model, demand) -> enough(model, demand, proposal.inventory()).ifPresent(findings::add));
        return findings;
    }

    /** The slices asked of one model, and who asked last. */
    private record Demand(GpuBoard board, Map<ProfileName, Integer> slices, Set<Ref> services) {}

    private Optional<Finding> examine(
            AiService service, Role role, GpuClaim.MigSlice claim, Map<String, Demand> demands) {
        Optional<GpuBoard> board = catalogue.find(claim.model());
        if (board.isEmpty()) {
            return Optional.of(Finding.warning(
                    "gpu-model-unknown",
                    service.ref(),
                    "role " + role.name() + " claims " + claim
                            + ", and the catalogue has no such board: its geometry is not" + " checked",
                    "name a board of the catalogue, or add this one to it"));
        }
        Optional<MigProfile> profile = board.get().findProfile(ProfileName.parse(claim.profile()));
        if (profile.isEmpty()) {
            return Optional.of(Finding.error(
                    "mig-profile-not-offered",
                    service.ref(),
                    "role " + role.name() + " claims " + claim + ", but "
                            + (board.get().supportsMig()
                                    ? board.get() + " offers only "
                                            + board.get().profiles()
                                    : board.get() + " has no MIG"),
                    board.get().supportsMig() ? "claim one of these" : "claim the whole GPU, or another board"));
        }
        Demand demand = demands.computeIfAbsent(
                claim.model(), m -> new Demand(board.get(), new TreeMap<>(), new LinkedHashSet<>()));
        demand.slices.merge(profile.get().name(), role.instances().min(), Integer::sum);
        demand.services.add(service.ref());
        return Optional.empty();
    }

    private static Optional<Finding> enough(String model, Demand demand, Inventory inventory) {
        boolean placeable = demand.board.axisUnits().isPresent();
        int gpus = gpus(model, inventory);
        if (!placeable || gpus == 0) {
            return Optional.empty();
        }
        int needed = PackingBound.fewestGpus(MigGeometry.of(demand.board), demand.slices);
        if (needed <= gpus) {
            return Optional.empty();
        }
        String slices = demand.slices.entrySet().stream()
                .map(entry -> entry.getValue() + " x " + entry.getKey())
                .collect(Collectors.joining(", "));
        Ref last = List.copyOf(demand.services).get(demand.services.size() - 1);
        return Optional.of(Finding.error(
                "mig-slices-do-not-fit",
                last,
                slices + " need at least " + needed + " GPUs of " + model
                        + " however they are placed, and the site has " + gpus + "; asked for by " + demand.services,
                "ask for smaller or fewer slices, or add GPUs"));
    }

    /** Counts the boards whose functions the site offers as this model: all functions of a board share host and bus. */
    private static int gpus(String model, Inventory inventory) {
        List<GpuOffer> offers = inventory.site().stream()
                .flatMap(site -> site.gpus().stream())
                .filter(offer -> offer.model().equals(model))
                .toList();
        Set<String> boards = new LinkedHashSet<>();
        for (Host host : inventory.hosts()) {
            for (PciDevice device : host.pciDevices()) {
                if (offers.stream()
                        .anyMatch(offer ->
                                offer.onHost(host.name()) && device.pci().equals(offer.pci()))) {
                    int end = device.address().lastIndexOf(':');
                    boards.add(host.name() + " " + device.address().substring(0, Math.max(0, end)));
                }
            }
        }
        return boards.size();
    }
}
