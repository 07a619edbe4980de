package io.telcofactory.testkit.opennebula;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The rules of service templates, with the texts of the real validator. */
final class FlowSchema {

    private static final List<String> SHUTDOWNS = List.of("terminate", "terminate-hard", "shutdown", "shutdown-hard");

    private FlowSchema() {}

    /** Checks a template and adds its defaults; refuses with 400. */
    static void check(ObjectNode body) {
        mandatory(body, "name", "string");
        typed(body, "name", body.path("name").isTextual(), "a String");
        if (!body.has("deployment")) {
            body.put("deployment", "none");
        } else if (!List.of("none", "straight").contains(body.path("deployment").asText())) {
            throw key("deployment", "must be one of none, straight");
        }
        if (!body.has("description")) {
            body.put("description", "");
        }
        mandatory(body, "roles", "array");
        typed(body, "roles", body.path("roles").isArray(), "an Array");
        typed(body, "networks", body.path("networks").isObject(), "an Object");
        for (String flag : List.of("ready_status_gate", "automatic_deletion", "on_hold")) {
            if (body.has(flag) && !body.path(flag).isBoolean()) {
                throw key(flag, "is not allowed in {:type=>:boolean, :required=>false}");
            }
        }
        Set<String> names = new HashSet<>();
        for (JsonNode role : body.path("roles")) {
            checkRole(role);
            String name = role.path("name").asText();
            if (!names.add(name)) {
                throw new FlowError(400, "Role name '" + name + "' is repeated");
            }
        }
    }

    static void checkRole(JsonNode role) {
        mandatory(role, "name", "string");
        mandatory(role, "type", "string");
        String type = role.path("type").asText();
        if (!type.equals("vm") && !type.equals("vr")) {
            throw new FlowError(400, "Unsupported role type \"" + type + "\"");
        }
        if (!role.path("name").asText().matches("\\w+")) {
            throw key("name", "must match regexp /^\\w+$/");
        }
        mandatory(role, "template_id", "integer");
        for (String number : List.of("template_id", "cardinality", "min_vms", "max_vms", "cooldown")) {
            integer(role, number);
        }
        typed(role, "template_contents", role.path("template_contents").isObject(), "an Object");
        if (role.has("shutdown_action")
                && !SHUTDOWNS.contains(role.path("shutdown_action").asText())) {
            throw key("shutdown_action", "must be one of " + String.join(", ", SHUTDOWNS));
        }
        checkCardinality(role);
        checkPolicies(role);
        if (type.equals("vr")) {
            throw new FlowError(501, new Unsupported("OneFlow roles of the type vr").text());
        }
    }

    private static void checkCardinality(JsonNode role) {
        String name = role.path("name").asText();
        int cardinality = role.path("cardinality").asInt(0);
        if (role.has("max_vms") && cardinality > role.path("max_vms").asInt()) {
            throw new FlowError(400, "Role '" + name + "' 'cardinality' must be lower than or equal to 'max_vms'");
        }
        if (role.has("min_vms") && cardinality < role.path("min_vms").asInt()) {
            throw new FlowError(400, "Role '" + name + "' 'cardinality' must be greater than or equal to 'min_vms'");
        }
    }

    private static void checkPolicies(JsonNode role) {
        String name = role.path("name").asText();
        boolean policies = !role.path("elasticity_policies").isEmpty()
                || !role.path("scheduled_policies").isEmpty();
        for (JsonNode policy : role.path("elasticity_policies")) {
            checkPolicyType(policy);
            mandatory(policy, "expression", "string");
        }
        for (JsonNode policy : role.path("scheduled_policies")) {
            checkPolicyType(policy);
        }
        if (policies && (!role.has("min_vms") || !role.has("max_vms"))) {
            throw new FlowError(
                    400,
                    "Role '" + name + "' with  'elasticity_policies' or 'scheduled_policies'must define both"
                            + " 'min_vms' and 'max_vms'");
        }
        int index = 0;
        for (JsonNode policy : role.path("elasticity_policies")) {
            String flaw = FlowExpression.flaw(policy.path("expression").asText());
            if (flaw != null) {
                throw new FlowError(
                        400, "Role '" + name + "', elasticity policy #" + index + " 'expression' parse error: " + flaw);
            }
            index++;
        }
        index = 0;
        for (JsonNode policy : role.path("scheduled_policies")) {
            if (!policy.has("start_time") && !policy.has("recurrence")) {
                throw new FlowError(
                        400,
                        "Role '" + name + "', scheduled policy #" + index
                                + " needs to define either 'start_time' or 'recurrence'");
            }
            if (policy.has("start_time") && policy.has("recurrence")) {
                throw new FlowError(
                        400,
                        "Role '" + name + "', scheduled policy #" + index
                                + " must define 'start_time' or 'recurrence', but not both");
            }
            if (policy.has("recurrence")
                    && FlowCron.parse(policy.path("recurrence").asText()) == null) {
                throw new FlowError(
                        400,
                        "Role '" + name + "', scheduled policy #" + index
                                + " 'recurrence' is not a valid cron expression");
            }
            index++;
        }
    }

    private static void checkPolicyType(JsonNode policy) {
        if (!List.of("CHANGE", "CARDINALITY", "PERCENTAGE_CHANGE")
                .contains(policy.path("type").asText())) {
            throw key("type", "must be one of CHANGE, CARDINALITY, PERCENTAGE_CHANGE");
        }
    }

    private static void integer(JsonNode role, String name) {
        if (!role.has(name)) {
            return;
        }
        JsonNode value = role.path(name);
        boolean number =
                value.isIntegralNumber() || (value.isTextual() && value.asText().matches("-?\\d+"));
        if (!number) {
            throw key(name, "must be an Integer");
        }
        if (!name.equals("template_id") && value.asInt() < 0) {
            throw key(name, "must be greater than or equal to 0");
        }
    }

    private static void typed(JsonNode node, String name, boolean right, String type) {
        if (node.has(name) && !right) {
            throw key(name, "must be " + type);
        }
    }

    private static void mandatory(JsonNode node, String name, String type) {
        if (!node.has(name)) {
            throw new FlowError(400, "Mandatory document key '" + name + " (" + type + ")' is missing from " + node);
        }
    }

    private static FlowError key(String name, String rule) {
        return new FlowError(400, "KEY: '" + name + "' " + rule + ";");
    }
}
