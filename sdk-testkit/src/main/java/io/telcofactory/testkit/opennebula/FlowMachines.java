package io.telcofactory.testkit.opennebula;

import com.fasterxml.jackson.databind.JsonNode;
import io.telcofactory.testkit.opennebula.Attribute.Text;
import io.telcofactory.testkit.opennebula.Attribute.Vector;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Makes the machines of roles, as the owner of the service and with the owner's rights and quotas. */
final class FlowMachines {

    private final Cloud cloud;

    FlowMachines(Cloud cloud) {
        this.cloud = cloud;
    }

    Session owner(Document service) {
        User user = cloud.users().pool.find(service.ownerId());
        if (user == null) {
            return cloud.oneadmin();
        }
        Session session = cloud.users().session(user);
        return session.groups().contains(service.groupId())
                ? new Session(session.uid(), service.groupId(), session.userName(), session.groups(), false)
                : session;
    }

    /** Makes one machine more; refused with the text of oned. */
    Vm create(FlowService service, FlowService.Role role, boolean hold) {
        Document document = service.document();
        Session session = owner(document);
        int number = role.json().path("last_vmname").asInt(0);
        role.json().put("last_vmname", number + 1);
        int templateId = role.json().path("template_id").asInt();
        VmTemplate template = cloud.templates().pool.find(templateId);
        if (template == null) {
            throw refused(OneError.missing(Kind.TEMPLATE, templateId));
        }
        try {
            Auth.of(cloud, session)
                    .need(Right.USE, template)
                    .create(Kind.TEMPLATE)
                    .check();
            Template extra = extra(template, service, role);
            String name = role.name() + "_" + number + "_(service_" + document.id() + ")";
            int id = cloud.templates().instantiate(session, template, name, hold, extra);
            Vm vm = cloud.vms().get(id);
            role.add(vm);
            return vm;
        } catch (OneError refused) {
            throw refused(refused);
        }
    }

    private static FlowError refused(OneError refused) {
        return FlowError.of("one.template.instantiate", refused);
    }

    /** OneFlow always sends the whole template again, merged with what the role adds. */
    private static Template extra(VmTemplate template, FlowService service, FlowService.Role role) {
        Template extra = template.template().copy();
        for (Map.Entry<String, JsonNode> field :
                role.json().path("template_contents").properties()) {
            add(extra, field.getKey(), field.getValue());
        }
        extra.set("SERVICE_ID", service.document().id()).set("ROLE_NAME", role.name());
        return extra;
    }

    private static void add(Template extra, String name, JsonNode value) {
        if (value.isArray()) {
            for (JsonNode each : value) {
                extra.add(name, attribute(each));
            }
        } else if (value.isObject() && !extra.vectors(name).isEmpty()) {
            ((Vector) attribute(value)).pairs().forEach(extra.vectors(name).get(0)::set);
        } else if (value.isObject()) {
            extra.add(name, attribute(value));
        } else {
            extra.set(name, value.asText());
        }
    }

    private static Attribute attribute(JsonNode value) {
        if (!value.isObject()) {
            return new Text(value.asText());
        }
        Vector vector = new Vector();
        value.properties()
                .forEach(field -> vector.set(field.getKey(), field.getValue().asText()));
        return vector;
    }

    /** Ends a machine if it is still there. */
    void terminate(int vmId, String action, Session session) {
        Vm vm = cloud.vms().pool.find(vmId);
        if (vm == null || vm.state() == VmState.DONE) {
            return;
        }
        try {
            cloud.lifeCycle().act(vm, action, session);
        } catch (OneError inWrongState) {
            cloud.lifeCycle().done(vm);
        }
    }

    boolean isDone(int vmId) {
        Vm vm = cloud.vms().pool.find(vmId);
        return vm == null || vm.state() == VmState.DONE;
    }

    /** Tells whether a machine counts as up: running, and READY where the service waits for that. */
    boolean isUp(int vmId, boolean gated) {
        Vm vm = cloud.vms().pool.find(vmId);
        return vm != null
                && vm.isRunning()
                && (!gated || vm.template().text("READY").equalsIgnoreCase("YES"));
    }

    boolean hasFailed(int vmId) {
        Vm vm = cloud.vms().pool.find(vmId);
        return vm != null && vm.state() == VmState.ACTIVE && vm.lcm() == VmState.BOOT_FAILURE;
    }

    /** The machines in the order in which they go when a role shrinks: oldest first. */
    List<Integer> oldest(FlowService.Role role, int count) {
        List<Integer> ids = new ArrayList<>(role.machines());
        ids.sort(null);
        return ids.subList(0, Math.min(count, ids.size()));
    }
}
