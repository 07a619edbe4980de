package io.telcofactory.testkit.opennebula.internal.oned;

import io.telcofactory.testkit.Fault;
import io.telcofactory.testkit.opennebula.internal.access.QuotaType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What goes wrong at the site itself, and how its people mend it. */
public final class Mishaps {
    private static final Duration REPAIR = Duration.ofMinutes(2);
    private static final Duration DEATH = Duration.ofSeconds(10);

    private static final Map<String, Double> GHOST = Map.of("VMS", 100.0, "CPU", 1000.0, "MEMORY", 1e9);

    private final Cloud cloud;
    private final List<Runnable> deaths = new ArrayList<>();
    private final Set<Image> stuckImages = new LinkedHashSet<>();
    private final List<Group> drifted = new ArrayList<>();
    private int failingBoots;
    private int lostEvents;
    private int doubleEvents;
    private int lostMessages;
    private int doubleMessages;
    private boolean servicesStuck;

    Mishaps(Cloud cloud) {
        this.cloud = cloud;
    }

    public void strike(Fault fault) {
        switch (fault) {
            case TOKENS_EXPIRE ->
                cloud.users().pool.all().forEach(user -> user.tokens().clear());
            case HOSTS_IN_ERROR -> {
                hosts(Host.ERROR);
                cloud.events().after(REPAIR, () -> hosts(Host.MONITORED));
            }
            case BOOT_FAILS -> failingBoots++;
            case VM_DIES -> dieLater();
            case IMAGES_STUCK ->
                cloud.images().pool.all().forEach(image -> {
                    stuckImages.add(image);
                    image.state(Image.LOCKED);
                });
            case SERVICES_STUCK -> servicesStuck = true;
            case QUOTA_DRIFTS -> drift();
            case EVENT_LOST -> {
                lostEvents++;
                lostMessages++;
            }
            case EVENT_TWICE -> {
                doubleEvents++;
                doubleMessages++;
            }
            default -> {
                // nothing that happens here
            }
        }
    }

    /** Lets the operators work: what stands still goes on, counters are counted anew, deaths that were to come have come. */
    public void mend() {
        hosts(Host.MONITORED);
        failingBoots = 0;
        lostEvents = 0;
        doubleEvents = 0;
        lostMessages = 0;
        doubleMessages = 0;
        servicesStuck = false;
        stuckImages.forEach(image -> image.state(image.vms().isEmpty() ? Image.READY : Image.USED));
        List.copyOf(stuckImages).forEach(cloud.images()::unlocked);
        stuckImages.clear();
        drifted.forEach(group -> group.quotas().charge(QuotaType.VM, "", GHOST, -1));
        drifted.clear();
        List.copyOf(deaths).forEach(Runnable::run);
        deaths.clear();
        cloud.scheduler().wake();
    }

    private void hosts(int state) {
        for (Host host : cloud.hosts().pool.all()) {
            if (host.state() == Host.MONITORED || host.state() == Host.ERROR) {
                host.state(state);
            }
        }
    }

    private void dieLater() {
        cloud.vms().pool.all().stream()
                .filter(vm -> vm.isRunning() && vm.template().has("SERVICE_ID"))
                .max(Comparator.comparingInt(Vm::id))
                .ifPresent(vm -> {
                    Runnable death = () -> {
                        if (vm.state() != VmState.DONE) {
                            cloud.lifeCycle().done(vm);
                        }
                    };
                    deaths.add(death);
                    cloud.events().after(DEATH, death);
                });
    }

    private void drift() {
        for (Group group : cloud.groups().pool.all()) {
            if (group.quotas().hasEntry(QuotaType.VM, "") && !drifted.contains(group)) {
                group.quotas().charge(QuotaType.VM, "", GHOST, 1);
                drifted.add(group);
            }
        }
    }

    /** Whether this boot is one that was asked to fail. */
    boolean failsBoot() {
        return failingBoots > 0 && failingBoots-- > 0;
    }

    /** Whether machines that are to be placed have to wait for their images; new ones are cloning meanwhile. */
    boolean imagesStuck() {
        return !stuckImages.isEmpty();
    }

    public boolean servicesStuck() {
        return servicesStuck;
    }

    /** How often subscribers of the event stream hear of something; OneFlow has a connection of its own, with its own luck. */
    int deliveries() {
        if (lostMessages > 0) {
            lostMessages--;
            return 0;
        }
        return doubleMessages > 0 && doubleMessages-- > 0 ? 2 : 1;
    }

    /** How often OneFlow hears of a change of a machine. */
    public int events() {
        if (lostEvents > 0) {
            lostEvents--;
            return 0;
        }
        return doubleEvents > 0 && doubleEvents-- > 0 ? 2 : 1;
    }
}
