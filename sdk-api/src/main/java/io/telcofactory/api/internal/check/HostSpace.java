package io.telcofactory.api.internal.check;

import io.telcofactory.api.compute.NumaShare;
import io.telcofactory.api.compute.PciClaim;
import io.telcofactory.api.internal.check.Obstacle.Stage;
import io.telcofactory.api.site.GpuOffer;
import io.telcofactory.api.site.Host;
import io.telcofactory.api.site.PciDevice;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What is still free on a host while instances are placed; looks at things in the order in which servers do. */
final class HostSpace {
    private final Host host;
    private double cpus;
    private long memory;
    private List<NodeSpace> nodes;
    private List<PciDevice> devices;
    private List<PciDevice> remaining;

    private HostSpace(Host host) {
        this.host = host;
        this.cpus = host.freeCpus();
        this.memory = host.freeMemory().bytes();
        this.nodes = host.numaNodes().stream().map(NodeSpace::of).toList();
        this.devices = host.pciDevices().stream().filter(PciDevice::free).toList();
        this.remaining = devices;
    }

    static HostSpace of(Host host) {
        return new HostSpace(host);
    }

    String name() {
        return host.name();
    }

    double cpus() {
        return cpus;
    }

    /** Takes an instance, or tells what is missing and takes nothing. */
    Optional<Obstacle> take(Shape shape) {
        return policy(shape)
                .or(() -> capacity(shape))
                .or(() -> devices(shape))
                .or(() -> nodes(shape))
                .or(() -> {
                    cpus -= shape.vcpus();
                    memory -= shape.memory().bytes();
                    devices = remaining;
                    return Optional.empty();
                });
    }

    private Optional<Obstacle> policy(Shape shape) {
        if (!host.usable()) {
            return Optional.of(new Obstacle(Stage.USABLE, 0, "it is disabled or not monitored"));
        }
        if (!shape.suits(host)) {
            return Optional.of(new Obstacle(
                    Stage.SUITED,
                    0,
                    "the site document does not name it among the hosts with what the instance needs"));
        }
        if (host.pinnedOnly() == shape.pinned()) {
            return Optional.empty();
        }
        return Optional.of(new Obstacle(
                Stage.SET_ASIDE,
                0,
                host.pinnedOnly()
                        ? "it is set aside for pinned machines, and the instance is not pinned"
                        : "it is not set aside for pinned machines, and the instance is pinned"));
    }

    private Optional<Obstacle> capacity(Shape shape) {
        if (cpus < shape.vcpus()) {
            return Optional.of(Obstacle.lack(Stage.CPU, cpus, shape.vcpus(), "hardware threads"));
        }
        double need = shape.memory().toMebibytes();
        return memory < shape.memory().bytes()
                ? Optional.of(Obstacle.lack(Stage.MEMORY, (double) (memory >> 20), need, "MiB of memory"))
                : Optional.empty();
    }

    /** Chooses devices, those of the GPU claim and then one for each other claim, and keeps in mind what would remain. */
    private Optional<Obstacle> devices(Shape shape) {
        remaining = devices;
        if (shape.gpus() == 0 && shape.devices().isEmpty()) {
            return Optional.empty();
        }
        List<PciDevice> gpus = shape.offer().map(this::matching).orElse(List.of());
        if (gpus.size() < shape.gpus()) {
            return Optional.of(Obstacle.lack(
                    Stage.GPU,
                    gpus.size(),
                    shape.gpus(),
                    "devices for " + shape.gpu().orElseThrow()));
        }
        List<PciDevice> left = new ArrayList<>(devices);
        gpus.stream().limit(shape.gpus()).forEach(left::remove);
        for (PciClaim claim : shape.devices()) {
            Optional<PciDevice> found =
                    left.stream().filter(device -> device.matches(claim)).findFirst();
            if (found.isEmpty()) {
                return Optional.of(Obstacle.lack(Stage.DEVICE, 0, 1, "devices " + claim));
            }
            left.remove(found.get());
        }
        remaining = left;
        return Optional.empty();
    }

    private List<PciDevice> matching(GpuOffer offer) {
        return offer.onHost(host.name())
                ? devices.stream().filter(device -> device.matches(offer)).toList()
                : List.of();
    }

    /** Puts each part on the node that has the most free processors then; keeps the result only if all parts fit. */
    private Optional<Obstacle> nodes(Shape shape) {
        List<NumaShare> parts = shape.parts();
        if (parts.isEmpty()) {
            return Optional.empty();
        }
        List<NodeSpace> trial = nodes.stream().map(NodeSpace::copy).toList();
        List<NodeSpace> allowed = shape.affinity()
                .map(id -> trial.stream().filter(node -> node.id() == id).toList())
                .orElse(trial);
        for (NumaShare part : parts) {
            Optional<Obstacle> obstacle = onePart(shape, part, allowed);
            if (obstacle.isPresent()) {
                return obstacle;
            }
        }
        nodes = trial;
        return Optional.empty();
    }

    private static Optional<Obstacle> onePart(Shape shape, NumaShare part, List<NodeSpace> nodes) {
        List<NodeSpace> freest = nodes.stream()
                .sorted(Comparator.comparingInt((NodeSpace node) -> -node.vcpus(shape.pinning())))
                .toList();
        Obstacle least = new Obstacle(
                Stage.NUMA,
                -1,
                shape.affinity().map(id -> "it reports no NUMA node " + id).orElse("it reports no NUMA nodes"));
        for (NodeSpace node : freest) {
            Optional<Obstacle> obstacle = node.take(shape, part);
            if (obstacle.isEmpty()) {
                return obstacle;
            }
            least = least.compareTo(obstacle.get()) >= 0 ? least : obstacle.get();
        }
        return Optional.of(least);
    }
}
