package io.telcofactory.opennebula.flow;

import io.telcofactory.opennebula.model.VmAction;
import java.time.Duration;

/**
 * Calls on services.
 *
 * @since 0.1
 */
public final class Services extends FlowResource<Service> {

    Services(FlowCaller caller) {
        super(caller, "/service");
    }

    @Override
    Service view(FlowNode document) {
        return new Service(document);
    }

    /**
     * Ends a service and its VMs, then forgets it: afterwards it is not found. Refused in transient and failed states; use {@link
     * #recover} with deletion then.
     *
     * @param id which
     */
    public void delete(int id) {
        caller.call("DELETE", path + "/" + id, null, true);
    }

    /**
     * Changes keys of a service; most of those that OneFlow knows cannot be changed.
     *
     * @param id which
     * @param keys the keys to change
     */
    public void update(int id, FlowNode keys) {
        FlowNode body = FlowNode.object()
                .put("append", true)
                .put("template", keys.toJson())
                .build();
        caller.call("PUT", path + "/" + id, body, true);
    }

    /**
     * Changes how many VMs a role has. The service is SCALING, then in COOLDOWN, then RUNNING; scaling in ends the oldest VMs.
     *
     * @param id which
     * @param role name of the role
     * @param cardinality 0 or more
     * @param force ignores the role's bounds
     */
    public void scale(int id, String role, int cardinality, boolean force) {
        if (cardinality < 0) {
            // the server stores a negative cardinality, and the service can never be scaled again
            throw new IllegalArgumentException("A cardinality is 0 or more, was " + cardinality);
        }
        FlowNode body = FlowNode.object()
                .put("role_name", role)
                .put("cardinality", cardinality)
                .put("force", force)
                .build();
        caller.call("POST", path + "/" + id + "/scale", body, false);
    }

    /**
     * Repeats what failed.
     *
     * @param id which
     */
    public void recover(int id) {
        act(id, "recover", FlowNode.empty(), false);
    }

    /**
     * Ends a service and its VMs, whatever its state.
     *
     * @param id which
     */
    public void recoverDelete(int id) {
        act(id, "recover", FlowNode.object().put("delete", true).build(), true);
    }

    /**
     * Lets the held VMs of a service be placed.
     *
     * @param id which
     */
    public void release(int id) {
        act(id, "release", FlowNode.empty(), false);
    }

    /**
     * Plans an action for the VMs of a role; it takes effect with the scheduler's next round.
     *
     * @param id which
     * @param role name of the role
     * @param action what to do
     */
    public void act(int id, String role, VmAction action) {
        act(id, role, action, Duration.ZERO, 0);
    }

    /**
     * Plans an action for the VMs of a role, some at a time.
     *
     * @param id which
     * @param role name of the role
     * @param action what to do
     * @param period pause between two batches, to the second; zero for the server's default
     * @param number VMs of a batch; 0 for the server's default
     */
    public void act(int id, String role, VmAction action, Duration period, int number) {
        FlowNode.Builder params = FlowNode.object();
        if (!period.isZero()) {
            params.put("period", period.toSeconds());
        }
        if (number > 0) {
            params.put("number", number);
        }
        String name = String.valueOf(action.wireValues().get(0));
        post(path + "/" + id + "/role/" + role + "/action", name, params.build(), false);
    }

    /**
     * Adds a role to a running service.
     *
     * @param id which
     * @param role mostly made by {@link RoleSpec}
     */
    public void addRole(int id, FlowNode role) {
        FlowNode params = FlowNode.object().put("role", role).build();
        post(path + "/" + id + "/role_action", "add_role", params, false);
    }

    /**
     * Removes a role and its VMs from a running service.
     *
     * @param id which
     * @param role name of the role
     */
    public void removeRole(int id, String role) {
        FlowNode params = FlowNode.object().put("role", role).build();
        post(path + "/" + id + "/role_action", "remove_role", params, false);
    }

    /**
     * Cancels a planned action of all VMs of a role. Since 7.4.
     *
     * @param id which
     * @param role name of the role
     * @param scheduleId the planned action
     */
    public void deleteScheduledAction(int id, String role, int scheduleId) {
        caller.call("DELETE", path + "/" + id + "/role/" + role + "/sched_action/" + scheduleId, null, true);
    }

    /** Forgets services that are done. */
    public void purgeDone() {
        caller.call("POST", "/service_pool/purge_done", FlowNode.empty(), true);
    }
}
