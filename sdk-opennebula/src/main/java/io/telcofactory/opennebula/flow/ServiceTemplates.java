package io.telcofactory.opennebula.flow;

import java.util.Locale;

/**
 * Calls on service templates.
 *
 * @since 0.1
 */
public final class ServiceTemplates extends FlowResource<ServiceTemplate> {

    ServiceTemplates(FlowCaller caller) {
        super(caller, "/service_template");
    }

    @Override
    ServiceTemplate view(FlowNode document) {
        return new ServiceTemplate(document);
    }

    /**
     * What happens to the VM templates of a service template.
     *
     * @since 0.1
     */
    public enum Depth {
        /** They are left alone. */
        NONE,
        /** They are treated alike. */
        TEMPLATES,
        /** They and their images are treated alike. */
        ALL;

        private String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Makes a service template. The server accepts cycles among parents and unknown parents; services made from such a template
     * hang.
     *
     * @param body mostly made by {@link ServiceTemplateSpec}; own keys are kept
     * @return the template as stored
     */
    public ServiceTemplate create(FlowNode body) {
        return document(caller.call("POST", path, body, false));
    }

    /**
     * Replaces a service template.
     *
     * @param id which
     * @param body all of it; keys that are missing are removed
     * @return the template as stored
     */
    public ServiceTemplate update(int id, FlowNode body) {
        return document(caller.call("PUT", path + "/" + id, body, true));
    }

    /**
     * Deletes a service template; its VM templates stay.
     *
     * @param id which
     */
    public void delete(int id) {
        delete(id, Depth.NONE);
    }

    /**
     * Deletes a service template.
     *
     * @param id which
     * @param depth what happens to its VM templates
     */
    public void delete(int id, Depth depth) {
        FlowNode body = FlowNode.object().put("delete_type", depth.text()).build();
        caller.call("DELETE", path + "/" + id, body, true);
    }

    /**
     * Copies a service template.
     *
     * @param id which
     * @param name name of the copy
     * @param depth what happens to its VM templates
     * @return the copy
     */
    public ServiceTemplate clone(int id, String name, Depth depth) {
        FlowNode params = FlowNode.object()
                .put("name", name)
                .put("recursive", depth.text())
                .build();
        return document(act(id, "clone", params, false));
    }

    /**
     * Makes a service.
     *
     * @param id which
     * @param merge what differs from the template: {@code name}, {@code roles} matched by name, {@code networks_values}, {@code
     *     user_inputs_values}, and own keys, which the service carries from its first moment
     * @return the service, not yet running
     */
    public Service instantiate(int id, FlowNode merge) {
        FlowNode params = FlowNode.object().put("merge_template", merge).build();
        FlowNode answer = act(id, "instantiate", params, false);
        return new Service(answer.find("DOCUMENT").orElse(FlowNode.empty()));
    }
}
