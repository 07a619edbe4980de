package io.telcofactory.testkit.opennebula.internal.flow;

import io.telcofactory.testkit.opennebula.internal.flow.FlowService.Role;
import io.telcofactory.testkit.opennebula.internal.flow.FlowWatchdog.Sighting;
import io.telcofactory.testkit.opennebula.internal.oned.Cloud;
import io.telcofactory.testkit.opennebula.internal.oned.Document;
import io.telcofactory.testkit.opennebula.internal.oned.Vm;
import io.telcofactory.testkit.opennebula.internal.oned.VmState;
import io.telcofactory.testkit.opennebula.internal.template.Attribute.Vector;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** Runs services: hears of every change of a machine and lets the service move on. */
public final class FlowEngine {

    /** How long OneFlow needs to see a change of a machine. */
    private static final Duration NOTICE = Duration.ofMillis(500);

    /** After how long it looks at machines of which it heard nothing. */
    private static final Duration POLLING = Duration.ofSeconds(30);

    /** How long a step waits that can't be done now. */
    private static final Duration STUCK = Duration.ofSeconds(5);

    private final Cloud cloud;
    private final FlowMachines machines;
    private final FlowNetworks networks;
    private final FlowDeployment deployment;
    private final FlowScaling scaling = new FlowScaling(this);
    private final FlowUndeployment undeployment = new FlowUndeployment(this);
    private final FlowRecovery recovery = new FlowRecovery(this);
    private final FlowRoles roles = new FlowRoles(this);
    private final FlowWatchdog watchdog = new FlowWatchdog(this);
    private final FlowElasticity elasticity;

    FlowEngine(Cloud cloud) {
        this.cloud = cloud;
        this.machines = new FlowMachines(cloud);
        this.networks = new FlowNetworks(cloud, machines);
        this.deployment = new FlowDeployment(this, cloud);
        this.elasticity = new FlowElasticity(this, now());
        cloud.onVmChange(this::changed);
    }

    Cloud cloud() {
        return cloud;
    }

    FlowMachines machines() {
        return machines;
    }

    FlowNetworks networks() {
        return networks;
    }

    FlowDeployment deployment() {
        return deployment;
    }

    public FlowScaling scaling() {
        return scaling;
    }

    FlowUndeployment undeployment() {
        return undeployment;
    }

    FlowRecovery recovery() {
        return recovery;
    }

    FlowRoles roles() {
        return roles;
    }

    long now() {
        return cloud.events().epochSecond();
    }

    /** Runs a step on a service a moment later, if it still exists. */
    void soon(Document document, Consumer<FlowService> step) {
        later(document, NOTICE, step);
    }

    void later(Document document, Duration delay, Consumer<FlowService> step) {
        cloud.events().after(delay, () -> ifPresent(document, step));
    }

    /** Runs a step on the document of a service a moment later, if it still exists then. */
    void later(Document document, Consumer<Document> step) {
        cloud.events().after(NOTICE, () -> {
            if (cloud.documents().pool.find(document.id()) == document) {
                step.accept(document);
            }
        });
    }

    void ifPresent(Document document, Consumer<FlowService> step) {
        if (cloud.mishaps().servicesStuck()) {
            later(document, STUCK, step);
        } else if (cloud.documents().pool.find(document.id()) == document) {
            FlowService service = new FlowService(document);
            step.accept(service);
            service.store();
        }
    }

    /** Takes a new service up, and looks after its policies from then on. */
    void start(Document document) {
        deployment.start(document);
        elasticity.watch(document);
    }

    /** A machine of some service has changed. Who misses the event looks at the machine later, as it is then. */
    private void changed(Vm vm) {
        int id = vm.template().number("SERVICE_ID", -1);
        Document document = cloud.documents().pool.find(id);
        if (document != null && document.type() == FlowServer.SERVICE) {
            Sighting sighting = Sighting.of(vm);
            int events = cloud.mishaps().events();
            if (events == 0) {
                later(document, POLLING, service -> heard(service, vm, Sighting.of(vm)));
            }
            for (int i = 0; i < events; i++) {
                later(document, NOTICE, service -> heard(service, vm, sighting));
            }
        }
    }

    private void heard(FlowService service, Vm vm, Sighting sighting) {
        Role role = service.role(vm.template().text("ROLE_NAME"));
        if (service.state() != FlowState.RUNNING && service.state() != FlowState.WARNING) {
            check(service);
        } else if (role != null) {
            watchdog.hear(service, role, vm.id(), sighting);
        }
    }

    FlowWatchdog watchdog() {
        return watchdog;
    }

    /** Lets a service run, and watches it from then on. */
    void running(FlowService service) {
        service.state(FlowState.RUNNING, now());
        watchdog.watch(service);
    }

    /** Looks at the machines and moves a service on that is on its way somewhere. */
    void check(FlowService service) {
        switch (service.state()) {
            case DEPLOYING -> {
                if (!roles.checkAdded(service)) {
                    deployment.check(service);
                }
            }
            case SCALING -> scaling.check(service);
            case UNDEPLOYING -> {
                if (!roles.checkRemoved(service)) {
                    undeployment.check(service);
                }
            }
            case FAILED_DEPLOYING -> recovery.check(service);
            default -> {}
        }
    }

    /** Plans an action on all machines of a role, some at a time when that is asked for. */
    void actOnRole(Role role, String action, int period, int machinesPerPeriod, String arguments) {
        List<Integer> ids = role.machines();
        for (int i = 0; i < ids.size(); i++) {
            Vm vm = cloud.vms().pool.find(ids.get(i));
            long offset = period > 0 && machinesPerPeriod > 0 ? (long) (i / machinesPerPeriod) * period : 0;
            if (vm != null && vm.state() != VmState.DONE) {
                Vector asked = new Vector().set("ACTION", action).set("TIME", now() + offset);
                if (!arguments.isEmpty()) {
                    asked.set("ARGS", arguments);
                }
                cloud.vms().changes().schedule(vm, asked);
            }
        }
    }
}
