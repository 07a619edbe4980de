package io.telcofactory.opennebula.flow;

import io.telcofactory.api.error.NotFoundException;
import io.telcofactory.opennebula.model.Permissions;
import java.util.List;
import java.util.Optional;

/**
 * What can be done with services and with their templates.
 *
 * @param <T> {@link Service} or {@link ServiceTemplate}
 * @since 0.1
 */
public abstract class FlowResource<T> {
    final FlowCaller caller;
    final String path;

    FlowResource(FlowCaller caller, String path) {
        this.caller = caller;
        this.path = path;
    }

    abstract T view(FlowNode document);

    /**
     * Reads all that the caller may see.
     *
     * @return all
     */
    public List<T> list() {
        return caller.get(path).items("DOCUMENT_POOL/DOCUMENT").stream()
                .map(this::view)
                .toList();
    }

    /**
     * Reads one.
     *
     * @param id its id
     * @return as it is now
     * @throws NotFoundException if there is none with this id
     */
    public T get(int id) {
        return document(caller.get(path + "/" + id));
    }

    /**
     * Looks for one.
     *
     * @param id its id
     * @return as it is now, or nothing
     */
    public Optional<T> find(int id) {
        try {
            return Optional.of(get(id));
        } catch (NotFoundException e) {
            return Optional.empty();
        }
    }

    /**
     * Changes the group.
     *
     * @param id which
     * @param groupId the new group
     */
    public void chgrp(int id, int groupId) {
        act(id, "chgrp", FlowNode.object().put("group_id", groupId).build(), true);
    }

    /**
     * Changes owner and group.
     *
     * @param id which
     * @param userId the new owner
     * @param groupId the new group; -1 keeps
     */
    public void chown(int id, int userId, int groupId) {
        FlowNode params = FlowNode.object()
                .put("owner_id", userId)
                .put("group_id", groupId)
                .build();
        act(id, "chown", params, true);
    }

    /**
     * Sets who may do what.
     *
     * @param id which
     * @param permissions who may do what
     */
    public void chmod(int id, Permissions permissions) {
        act(id, "chmod", FlowNode.object().put("octet", permissions.octal()).build(), true);
    }

    /**
     * Renames.
     *
     * @param id which
     * @param name the new name; may repeat
     */
    public void rename(int id, String name) {
        act(id, "rename", FlowNode.object().put("name", name).build(), true);
    }

    final FlowNode act(int id, String action, FlowNode params, boolean idempotent) {
        return post(path + "/" + id + "/action", action, params, idempotent);
    }

    final FlowNode post(String to, String action, FlowNode params, boolean idempotent) {
        FlowNode perform =
                FlowNode.object().put("perform", action).put("params", params).build();
        return caller.call("POST", to, FlowNode.object().put("action", perform).build(), idempotent);
    }

    final T document(FlowNode answer) {
        return view(answer.find("DOCUMENT").orElse(FlowNode.empty()));
    }
}
