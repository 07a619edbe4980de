package io.telcofactory.testkit.opennebula.internal.flow;

import com.fasterxml.jackson.databind.JsonNode;
import io.telcofactory.testkit.opennebula.internal.access.Kind;
import io.telcofactory.testkit.opennebula.internal.access.Right;
import io.telcofactory.testkit.opennebula.internal.access.Session;
import io.telcofactory.testkit.opennebula.internal.flow.FlowService.Role;
import io.telcofactory.testkit.opennebula.internal.oned.Auth;
import io.telcofactory.testkit.opennebula.internal.oned.Cloud;
import io.telcofactory.testkit.opennebula.internal.oned.Document;
import io.telcofactory.testkit.opennebula.internal.oned.User;
import io.telcofactory.testkit.opennebula.internal.oned.Vm;
import io.telcofactory.testkit.opennebula.internal.oned.VmState;
import io.telcofactory.testkit.opennebula.internal.oned.VmTemplate;
import io.telcofactory.testkit.opennebula.internal.rpc.OneError;
import io.telcofactory.testkit.opennebula.internal.template.Attribute;
import io.telcofactory.testkit.opennebula.internal.template.Attribute.Text;
import io.telcofactory.testkit.opennebula.internal.template.Attribute.Vector;
import io.telcofactory.testkit.opennebula.internal.template.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Makes the machines of roles, as the owner of the service and with the owner's rights and quotas. */
final class FlowMachines {

    private final Cloud cloud;
    private final FlowRouters routers;

    FlowMachines(Cloud cloud) {
        this.cloud = cloud;
        this.routers = new FlowRouters(cloud);
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

    /** Makes the machines that a role misses; what goes wrong is logged, and thrown. */
    void complete(FlowService service, Role role) {
        int templateId = role.json().path("template_id").asInt();
        role.json().put("last_vmname", role.json().path("last_vmname").asInt(0));
        while (role.nodes().size() < role.cardinality()) {
            try {
                if (role.isRouter()) {
                    routers.create(service, role, owner(service.document()), extra(service, role));
                } else {
                    create(service, role);
                }
            } catch (OneError refused) {
                String text = FlowError.of("one.template.instantiate", refused).text();
                service.log(
                        "E",
                        "Role " + role.name() + " : Instantiate failed for template " + templateId + "; " + text,
                        cloud.events().epochSecond());
                throw new FlowError(
                        500, "Error instantiating VM Template " + templateId + " in Role " + role.name() + ": " + text);
            }
        }
    }

    private void create(FlowService service, Role role) {
        Document document = service.document();
        Session session = owner(document);
        int number = role.json().path("last_vmname").asInt(0);
        role.json().put("last_vmname", number + 1);
        VmTemplate template =
                cloud.templates().get(role.json().path("template_id").asInt());
        Auth.of(cloud, session).need(Right.USE, template).create(Kind.TEMPLATE).check();
        String name = role.name() + "_" + number + "_(service_" + document.id() + ")";
        boolean hold = role.json().path("on_hold").asBoolean(false);
        int id = cloud.templates().instantiate(session, template, name, hold, extra(service, role));
        role.add(cloud.vms().get(id));
    }

    /** OneFlow always sends the whole template again, merged with what the role adds. */
    private Template extra(FlowService service, Role role) {
        Template extra = cloud.templates()
                .get(role.json().path("template_id").asInt())
                .template()
                .copy();
        for (Map.Entry<String, JsonNode> field :
                role.json().path("template_contents").properties()) {
            add(extra, field.getKey(), field.getValue());
        }
        extra.set("SERVICE_ID", service.document().id()).set("ROLE_NAME", role.name());
        new FlowReferences(cloud, service, role).resolve(extra);
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

    /** Ends some of a role's machines; those of a virtual router go with it. */
    void end(FlowService service, Role role, List<Integer> machines) {
        Session owner = owner(service.document());
        if (role.isRouter()) {
            routers.delete(role, owner);
        } else {
            machines.forEach(id -> terminate(id, shutdown(service, role), owner));
        }
    }

    /** How the machines of a role end. */
    private static String shutdown(FlowService service, Role role) {
        String action = role.json()
                .path("shutdown_action")
                .asText(service.body().path("shutdown_action").asText("terminate"));
        return action.replace("shutdown", "terminate");
    }

    private void terminate(int vmId, String action, Session session) {
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
    List<Integer> oldest(Role role, int count) {
        List<Integer> ids = new ArrayList<>(role.machines());
        ids.sort(null);
        return ids.subList(0, Math.min(count, ids.size()));
    }
}
