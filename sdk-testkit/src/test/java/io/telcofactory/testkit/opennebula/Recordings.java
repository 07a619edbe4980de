package io.telcofactory.testkit.opennebula;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.telcofactory.testkit.opennebula.internal.oned.Cloud;
import io.telcofactory.testkit.opennebula.internal.oned.Image;
import io.telcofactory.testkit.opennebula.internal.oned.Network;
import io.telcofactory.testkit.opennebula.internal.oned.Resource;
import io.telcofactory.testkit.opennebula.internal.oned.VmState;
import io.telcofactory.testkit.opennebula.internal.server.RpcServer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/** The recorded exchanges of the test resources. */
final class Recordings {

    /** One call and the real answer. */
    record Exchange(String scenario, JsonNode json) {

        boolean isFlow() {
            return json.has("flow");
        }

        String method() {
            return isFlow() ? json.path("flow").asText() : json.path("method").asText();
        }

        int number() {
            return json.path("n").asInt();
        }

        String request() {
            return json.path("request").asText();
        }

        String response() {
            return json.path("response").asText();
        }

        String name() {
            return scenario + ":" + number();
        }

        Instant at() {
            return Instant.ofEpochMilli(Math.round(json.path("t").asDouble() * 1000));
        }
    }

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern MADE = Pattern.compile("<boolean>1</boolean></value>\\s*<value><i4>(\\d+)</i4>");
    private static final Pattern DOCUMENT = Pattern.compile("\"ID\": \"(\\d+)\"");
    private static final Pattern MACHINE = Pattern.compile("\"deploy_id\": (\\d+)");
    private static final List<String> FILES = List.of(
            "00-10_hosts",
            "01-11_datastores_images",
            "02-20_networks",
            "03-21_networks_tail",
            "04-31_vm_epa",
            "05-32_vm_unplaceable",
            "06-61_oneflow_gate",
            "07-30_vm_basic",
            "08-62_oneflow_elastic",
            "09-60_oneflow",
            "10-40_tenancy",
            "11-41_tenant_view",
            "12-50_documents",
            "13-51_misc",
            "14-70_errors",
            "15-42_tenant_quota",
            "16-44_quota_clean",
            "17-45_checks");

    private Recordings() {}

    static List<Exchange> all() throws IOException {
        List<Exchange> exchanges = new ArrayList<>();
        Map<String, String> large = largeAnswers();
        for (String file : FILES) {
            String name = "/wire/" + file + ".jsonl";
            try (InputStream in = Objects.requireNonNull(Recordings.class.getResourceAsStream(name), name)) {
                for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                    ObjectNode json = (ObjectNode) JSON.readTree(line);
                    Exchange exchange = new Exchange(file.substring(3), json);
                    if (json.path("large").asBoolean()) {
                        json.put("response", Objects.requireNonNull(large.get(exchange.name()), exchange.name()));
                    }
                    exchanges.add(exchange);
                }
            }
        }
        // Some scenarios ran at the same time.
        exchanges.sort(Comparator.comparing(Exchange::at));
        return exchanges;
    }

    /** The answers above 24 KB, by exchange; they are kept apart and compressed, since they are most of the recording. */
    private static Map<String, String> largeAnswers() throws IOException {
        Map<String, String> answers = new HashMap<>();
        try (InputStream in = Objects.requireNonNull(Recordings.class.getResourceAsStream("/wire/large.jsonl.gz"));
                MappingIterator<JsonNode> lines = JSON.readerFor(JsonNode.class).readValues(new GZIPInputStream(in))) {
            while (lines.hasNext()) {
                JsonNode line = lines.next();
                Exchange exchange = new Exchange(line.path("scenario").asText(), line);
                answers.put(exchange.name(), exchange.response());
            }
        }
        return answers;
    }

    /** Makes what a scenario needs that was made outside of all recordings. */
    static void prepare(RpcServer rpc, Cloud cloud, Exchange exchange) {
        if (exchange.scenario().equals("61_oneflow_gate") && exchange.number() == 1) {
            cloud.templates().pool.startAt(9);
            rpc.invoke(
                    "one.template.allocate",
                    List.of("oneadmin:opennebula", "NAME=flow-vm\nCPU=0.1\nVCPU=1\nMEMORY=32"));
        }
        if (exchange.scenario().equals("30_vm_basic") && exchange.number() == 1) {
            // The machines that the scenario before left on hold were deleted.
            cloud.vms().pool.all().stream()
                    .filter(vm -> vm.state() == VmState.HOLD)
                    .toList()
                    .forEach(cloud.lifeCycle()::done);
        }
        if (exchange.scenario().equals("41_tenant_view") && exchange.number() == 107) {
            // A loop of logins, of which the last was kept.
            for (int token = 1; token < 9; token++) {
                rpc.invoke("one.user.login", List.of("alice:opennebula", "alice", "", 600, -1));
            }
        }
        boolean afterCleaning = exchange.scenario().equals("42_tenant_quota")
                || exchange.scenario().equals("45_checks");
        if (afterCleaning && exchange.number() == 1) {
            cleanUp(rpc, cloud, 100);
        }
        if (exchange.scenario().equals("60_oneflow") && exchange.number() == 1) {
            rpc.invoke("one.template.delete", List.of("oneadmin:opennebula", 9));
        }
    }

    /** Removes what a tenant had made, as was done between two scenarios. */
    private static void cleanUp(RpcServer rpc, Cloud cloud, int group) {
        cloud.vms().pool.all().stream()
                .filter(vm -> vm.groupId() == group && vm.state() != VmState.DONE)
                .toList()
                .forEach(cloud.lifeCycle()::done);
        for (Network network : List.copyOf(cloud.networks().pool.all())) {
            if (network.groupId() == group && network.parent() >= 0) {
                cloud.networks().delete(network);
            }
        }
        for (Image image : List.copyOf(cloud.images().pool.all())) {
            if (image.groupId() == group && image.name().startsWith("t")) {
                rpc.invoke("one.image.delete", List.of("oneadmin:opennebula", image.id()));
            }
        }
    }

    /** Lets the next object get the id it has in the recording, since some recorded scenarios are not replayed. */
    static void alignIds(Cloud cloud, Exchange exchange, List<Exchange> rest) {
        String method = exchange.method();
        if (exchange.isFlow()) {
            Matcher made = DOCUMENT.matcher(exchange.response());
            if (exchange.json().path("status").asInt() == 201 && made.find()) {
                cloud.documents().pool.startAt(Integer.parseInt(made.group(1)));
                if (method.endsWith("/action")) {
                    alignMachines(cloud, made.group(1), rest);
                }
            }
            return;
        }
        Matcher made = MADE.matcher(exchange.response());
        if (!made.find()) {
            return;
        }
        int id = Integer.parseInt(made.group(1));
        if (method.equals("one.acl.addrule")) {
            cloud.acls().startAt(id);
        }
        if (method.equals("one.template.instantiate")) {
            cloud.vms().pool.startAt(id);
        } else if (method.equals("one.vn.reserve") || method.equals("one.vntemplate.instantiate")) {
            cloud.networks().pool.startAt(id);
        } else if (method.endsWith(".allocate") || method.endsWith(".clone")) {
            for (Resource<?> resource : cloud.resources()) {
                if (method.startsWith("one." + resource.kind.prefix() + ".")) {
                    resource.pool.startAt(id);
                }
            }
        }
    }

    private static void alignMachines(Cloud cloud, String service, List<Exchange> rest) {
        for (Exchange later : rest) {
            Matcher machine = MACHINE.matcher(later.response());
            if (later.method().equals("GET /service/" + service) && machine.find()) {
                cloud.vms().pool.startAt(Integer.parseInt(machine.group(1)));
                return;
            }
        }
    }
}
