package io.telcofactory.testkit.opennebula.internal.flow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.telcofactory.testkit.opennebula.internal.flow.FlowService.Role;
import io.telcofactory.testkit.opennebula.internal.oned.Document;
import io.telcofactory.testkit.opennebula.internal.oned.Vm;
import io.telcofactory.testkit.opennebula.internal.oned.VmMonitoring;
import io.telcofactory.testkit.opennebula.internal.template.Attribute.Vector;
import io.telcofactory.testkit.opennebula.internal.template.Numbers;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Scales the roles of running services by their policies: looks at them every 90 s, as the autoscaler does. */
final class FlowElasticity {

    private static final long INTERVAL = 90;

    private final FlowEngine engine;
    private final long started;
    private boolean awake;

    /**
     * Starts the autoscaler.
     *
     * @param started from when its intervals count, in epoch seconds
     */
    FlowElasticity(FlowEngine engine, long started) {
        this.engine = engine;
        this.started = started;
    }

    /** Looks after a service from now on, if it has anything to look after. */
    void watch(Document document) {
        if (hasPolicies(new FlowService(document))) {
            plan();
        }
    }

    private static boolean hasPolicies(FlowService service) {
        return service.roles().stream()
                .anyMatch(role -> !role.json().path("elasticity_policies").isEmpty()
                        || !role.json().path("scheduled_policies").isEmpty()
                        || role.json().has("min_vms"));
    }

    private void plan() {
        if (!awake) {
            awake = true;
            long wait = INTERVAL - Math.floorMod(engine.now() - started, INTERVAL);
            engine.cloud().events().after(Duration.ofSeconds(wait), this::tick);
        }
    }

    private void tick() {
        awake = false;
        boolean goesOn = false;
        for (Document document : List.copyOf(engine.cloud().documents().pool.all())) {
            if (document.type() == FlowServer.SERVICE) {
                FlowService service = new FlowService(document);
                boolean looked = hasPolicies(service);
                goesOn |= looked;
                if (looked && service.state() == FlowState.RUNNING) {
                    evaluate(document, service);
                }
            }
        }
        if (goesOn) {
            plan();
        }
    }

    private void evaluate(Document document, FlowService service) {
        Map<String, Integer> wanted = new HashMap<>();
        for (Role role : service.roles()) {
            Scale scale = scale(role);
            if (scale.difference() != 0) {
                wanted.put(role.name(), role.cardinality() + scale.difference());
                if (scale.cooldown() >= 0) {
                    role.json().put("cooldown", scale.cooldown());
                }
            }
        }
        service.store();
        wanted.forEach((role, cardinality) -> scale(document, role, cardinality));
    }

    private void scale(Document document, String role, int cardinality) {
        try {
            if (new FlowService(document).state() == FlowState.RUNNING) {
                engine.scaling().scale(document, role, cardinality, false);
            }
        } catch (FlowError refused) {
            engine.ifPresent(document, service -> service.log("E", refused.text(), engine.now()));
        }
    }

    /** How many machines more, and how long to rest afterwards; -1 stands for what the role says itself. */
    private record Scale(int difference, int cooldown) {}

    private Scale scale(Role role) {
        for (JsonNode policy : role.json().path("scheduled_policies")) {
            if (policy instanceof ObjectNode scheduled && isTime(scheduled)) {
                int difference = cardinality(role, scheduled) - role.cardinality();
                if (difference != 0) {
                    return new Scale(difference, scheduled.path("cooldown").asInt(-1));
                }
            }
        }
        for (JsonNode policy : role.json().path("elasticity_policies")) {
            if (policy instanceof ObjectNode elastic && isMet(role, elastic)) {
                int difference = cardinality(role, elastic) - role.cardinality();
                if (difference != 0) {
                    int own = elastic.path("cooldown").asInt(-1);
                    return new Scale(difference, own < 0 ? role.cooldown() : own);
                }
            }
        }
        int minimum = role.json().path("min_vms").asInt(0);
        return role.cardinality() < minimum ? new Scale(minimum - role.cardinality(), 0) : new Scale(0, 0);
    }

    /** Tells whether the time of a policy has come since it was looked at last; never at the first look. */
    private boolean isTime(ObjectNode policy) {
        long now = engine.now();
        long last = policy.path("last_eval").asLong(0);
        policy.put("last_eval", now);
        if (last == 0 || !policy.has("adjust")) {
            return false;
        }
        long time = start(policy, last);
        return time > last && time <= now;
    }

    private static long start(ObjectNode policy, long last) {
        String text = policy.path("start_time").asText("").strip();
        if (text.matches("\\d+")) {
            return Numbers.longInteger(text, -1);
        }
        if (!text.isEmpty()) {
            return date(text);
        }
        FlowCron cron = FlowCron.parse(policy.path("recurrence").asText(""));
        return cron == null ? -1 : cron.after(last);
    }

    /** Tells whether a text is an instant: seconds, or a date. */
    static boolean isTime(String text) {
        return text.strip().matches("\\d+") || date(text.strip()) >= 0;
    }

    private static long date(String text) {
        try {
            return LocalDateTime.parse(text, DateTimeFormatter.ofPattern("yyyy-MM-dd[ ]['T']H:mm[:ss]", Locale.ROOT))
                    .toEpochSecond(ZoneOffset.UTC);
        } catch (DateTimeParseException notADate) {
            return -1;
        }
    }

    /** Evaluates an expression when its period is over; it must hold as often in a row as the policy says. */
    private boolean isMet(Role role, ObjectNode policy) {
        long now = engine.now();
        if (now < policy.path("last_eval").asLong(0) + policy.path("period").asLong(0)) {
            return false;
        }
        policy.put("last_eval", now);
        StringBuilder seen = new StringBuilder();
        boolean holds = FlowExpression.evaluate(policy.path("expression").asText(), name -> average(role, name), seen);
        int needed = policy.path("period_number").asInt(0);
        int held = holds ? Math.min(policy.path("true_evals").asInt(0) + 1, needed) : 0;
        policy.put("true_evals", held);
        policy.put("expression_evaluated", seen.toString());
        return holds && held >= needed;
    }

    /** The average of an attribute over the running machines of a role, rounded to two digits. */
    private @Nullable Double average(Role role, String name) {
        double total = 0;
        int count = 0;
        for (int id : role.machines()) {
            Vm vm = engine.cloud().vms().pool.find(id);
            String value = vm == null || !vm.isRunning() ? "" : value(vm, name);
            if (!value.isEmpty()) {
                total += Numbers.decimal(value, 0);
                count++;
            }
        }
        return count == 0 ? null : Math.round(total / count * 100) / 100.0;
    }

    private static String value(Vm vm, String name) {
        if (!vm.template().text(name).isEmpty()) {
            return vm.template().text(name);
        }
        Vector sample = VmMonitoring.latest(vm);
        String monitored = sample == null ? "" : sample.get(name);
        return monitored.isEmpty() ? vm.own().text(name) : monitored;
    }

    private static int cardinality(Role role, ObjectNode policy) {
        int current = role.cardinality();
        int adjust = policy.path("adjust").asInt(0);
        int highest = Math.max(current, role.json().path("max_vms").asInt(0));
        int lowest = role.json().path("min_vms").asInt(0);
        int wanted = switch (policy.path("type").asText().toUpperCase(Locale.ROOT)) {
            case "CHANGE" -> current + adjust;
            case "PERCENTAGE_CHANGE" -> current + change(current, adjust, policy);
            case "CARDINALITY" -> adjust;
            default -> current;
        };
        return adjust > 0 ? Math.min(wanted, highest) : adjust < 0 ? Math.max(wanted, lowest) : wanted;
    }

    private static int change(int current, int percent, ObjectNode policy) {
        double change = current * percent / 100.0;
        int size = Math.max(1, (int) Math.abs(change));
        return (change > 0 ? 1 : -1)
                * Math.max(size, policy.path("min_adjust_step").asInt(0));
    }
}
