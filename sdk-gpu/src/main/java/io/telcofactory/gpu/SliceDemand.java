package io.telcofactory.gpu;

import io.telcofactory.api.Finding;
import io.telcofactory.api.Ref;
import io.telcofactory.api.site.GpuOffer;
import io.telcofactory.api.site.Host;
import io.telcofactory.api.site.Inventory;
import io.telcofactory.api.site.PciDevice;
import io.telcofactory.gpu.catalogue.GpuBoard;
import io.telcofactory.gpu.catalogue.MigProfile;
import io.telcofactory.gpu.catalogue.ProfileName;
import io.telcofactory.gpu.geometry.MigGeometry;
import io.telcofactory.gpu.placement.Claim;
import io.telcofactory.gpu.placement.Decision;
import io.telcofactory.gpu.placement.Fleet;
import io.telcofactory.gpu.placement.Gpu;
import io.telcofactory.gpu.placement.Objective;
import io.telcofactory.gpu.placement.PackingBound;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The slices that all services together ask of one model, held against the GPUs of the site. */
final class SliceDemand {
    private final String model;
    private final GpuBoard board;
    private final Map<ProfileName, Integer> slices = new TreeMap<>();
    private final List<Ref> services = new ArrayList<>();

    SliceDemand(String model, GpuBoard board) {
        this.model = model;
        this.board = board;
    }

    void add(Ref service, MigProfile profile, int count) {
        slices.merge(profile.name(), count, Integer::sum);
        if (!services.contains(service)) {
            services.add(service);
        }
    }

    Optional<Finding> examine(Inventory inventory) {
        int gpus = gpus(inventory);
        if (board.axisUnits().isEmpty() || gpus == 0) {
            return Optional.empty();
        }
        int needed = PackingBound.fewestGpus(MigGeometry.of(board), slices);
        if (needed <= gpus) {
            return Optional.empty();
        }
        return Optional.of(Finding.error(
                "mig-slices-do-not-fit",
                services.get(services.size() - 1),
                words(slices) + " need at least " + needed + " GPUs of " + model
                        + " however they are placed, and the site has " + gpus + "; asked for by " + services,
                "ask for what does fit, such as " + words(fitting(gpus)) + ", or add " + (needed - gpus) + " GPU(s)"));
    }

    /** Returns as many of the slices as can be placed on so many empty GPUs. */
    private Map<ProfileName, Integer> fitting(int gpus) {
        List<Gpu> empty = IntStream.range(0, gpus)
                .mapToObj(i -> new Gpu("", "", Integer.toString(i), 0, board))
                .toList();
        List<Claim> claims = new ArrayList<>();
        slices.forEach((profile, count) -> IntStream.range(0, count)
                .forEach(i -> claims.add(Claim.slice(profile + "-" + i, profile).build())));
        return Fleet.of(empty, Objective.MOST_ACCEPTED).placeAll(claims).stream()
                .filter(Decision::accepted)
                .map(decision -> decision.claim().profile().orElseThrow())
                .collect(Collectors.toMap(profile -> profile, profile -> 1, Integer::sum, TreeMap::new));
    }

    private static String words(Map<ProfileName, Integer> slices) {
        return slices.entrySet().stream()
                .map(entry -> entry.getValue() + " x " + entry.getKey())
                .collect(Collectors.joining(", "));
    }

    /** Counts the boards whose functions the site offers as slices: all functions of a board share host and bus. */
    private int gpus(Inventory inventory) {
        List<GpuOffer> offers = inventory.site().stream()
                .flatMap(site -> site.gpus().stream())
                .filter(offer -> offer.model().equals(model) && offer.slice().isPresent())
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
