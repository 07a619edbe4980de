package io.telcofactory.testkit.opennebula.internal.flow;

import com.fasterxml.jackson.databind.JsonNode;

/** The rules of roles that bind several of their values together. */
final class FlowRoleRules {

    private final String role;

    private FlowRoleRules(String role) {
        this.role = "Role '" + role + "'";
    }

    /** Refuses a role with 400. */
    static void check(JsonNode role) {
        FlowRoleRules rules = new FlowRoleRules(role.path("name").asText());
        if (role.path("type").asText().equals("vr")) {
            rules.checkRouter(role);
        } else {
            rules.checkMachines(role);
        }
    }

    private void checkRouter(JsonNode json) {
        JsonNode nics = json.path("template_contents").path("NIC");
        boolean floating = !nics.isArray();
        for (JsonNode nic : nics) {
            floating |=
                    nic.properties().stream().anyMatch(field -> field.getKey().startsWith("FLOATING"));
        }
        require(
                json.path("cardinality").asInt() <= 1 || floating,
                " with 'cardinality' greather than one must define a floating IP");
    }

    private void checkMachines(JsonNode json) {
        int cardinality = json.path("cardinality").asInt(0);
        require(
                cardinality >= json.path("min_vms").asInt(0),
                " 'cardinality' must be greater than or equal to 'min_vms'");
        require(
                cardinality <= json.path("max_vms").asInt(cardinality),
                " 'cardinality' must be lower than or equal to 'max_vms'");
        JsonNode elasticity = json.path("elasticity_policies");
        JsonNode schedules = json.path("scheduled_policies");
        require(
                (elasticity.isEmpty() && schedules.isEmpty()) || (json.has("min_vms") && json.has("max_vms")),
                " with  'elasticity_policies' or 'scheduled_policies'must define both 'min_vms' and 'max_vms'");
        for (int i = 0; i < elasticity.size(); i++) {
            checkExpression(
                    ", elasticity policy #" + i,
                    elasticity.get(i).path("expression").asText());
        }
        for (int i = 0; i < schedules.size(); i++) {
            checkSchedule(", scheduled policy #" + i, schedules.get(i));
        }
    }

    private void checkExpression(String policy, String expression) {
        require(!expression.isEmpty(), policy + " 'expression' cannot be empty");
        String flaw = FlowExpression.flaw(expression);
        require(flaw == null, policy + " 'expression' parse error: " + flaw);
    }

    private void checkSchedule(String policy, JsonNode json) {
        boolean starts = json.has("start_time");
        boolean recurs = json.has("recurrence");
        require(starts || recurs, policy + " needs to define either 'start_time' or 'recurrence'");
        require(!starts || !recurs, policy + " must define 'start_time' or 'recurrence', but not both");
        require(
                !starts || FlowElasticity.isTime(json.path("start_time").asText()),
                policy + " 'start_time' is not a valid Time. Try with YYYY-MM-DD hh:mm:ss or 0YYY-MM-DDThh:mm:ssZ");
        require(
                !recurs || FlowCron.parse(json.path("recurrence").asText()) != null,
                policy + " 'recurrence' is not a valid cron expression");
    }

    private void require(boolean fulfilled, String rule) {
        if (!fulfilled) {
            throw new FlowError(400, role + rule);
        }
    }
}
