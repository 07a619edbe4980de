package io.telcofactory.testkit.opennebula;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.telcofactory.testkit.VirtualTime;
import io.telcofactory.testkit.opennebula.internal.hardware.Hardware;
import io.telcofactory.testkit.opennebula.internal.hardware.NumaNode;
import io.telcofactory.testkit.opennebula.internal.oned.Cloud;
import io.telcofactory.testkit.opennebula.internal.oned.Host;
import io.telcofactory.testkit.opennebula.internal.oned.Vm;
import io.telcofactory.testkit.opennebula.internal.rpc.OneError;
import io.telcofactory.testkit.opennebula.internal.server.CallLog;
import io.telcofactory.testkit.opennebula.internal.server.RpcServer;
import io.telcofactory.testkit.opennebula.internal.template.Attribute.Vector;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Compares the fake's placements with the recorded decisions of a real 7.4. */
class PlacementFidelityTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** What the fake decides, put as the recording puts it. */
    private record Decision(boolean placed, String text) {}

    @Test
    void decisions_ofTheRealServer_areTakenByTheFake() throws IOException {
        int placed = 0;
        int placedRight = 0;
        int refused = 0;
        int refusedRight = 0;
        List<String> differences = new ArrayList<>();
        for (JsonNode recorded : recordings()) {
            Decision expected = expected(recorded.path("result"));
            Decision actual = decide(recorded);
            boolean right = expected.equals(actual);
            if (expected.placed()) {
                placed++;
                placedRight += right ? 1 : 0;
            } else {
                refused++;
                refusedRight += right ? 1 : 0;
            }
            if (!right) {
                differences.add(
                        recorded.path("case").asText() + "\n  real " + expected.text() + "\n  fake " + actual.text());
            }
        }
        System.out.printf(
                "placement fidelity: placed %d of %d, refused %d of %d%n", placedRight, placed, refusedRight, refused);
        if (Boolean.getBoolean("fidelity.details")) {
            differences.forEach(System.out::println);
        }
        assertThat(placedRight * 100.0 / placed).as("placed alike, in %").isGreaterThanOrEqualTo(98.0);
        assertThat(refusedRight * 100.0 / refused).as("refused alike, in %").isGreaterThanOrEqualTo(98.0);
    }

    private static List<JsonNode> recordings() throws IOException {
        String name = "/placements/decisions.jsonl";
        List<JsonNode> recordings = new ArrayList<>();
        try (InputStream in = Objects.requireNonNull(PlacementFidelityTest.class.getResourceAsStream(name), name)) {
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList()) {
                recordings.add(JSON.readTree(line));
            }
        }
        return recordings;
    }

    private static Decision expected(JsonNode result) {
        if (!result.path("ok").asBoolean()) {
            String text = result.has("message")
                    ? result.path("message").asText()
                    : result.path("schedMessage").asText();
            return new Decision(false, text);
        }
        StringBuilder text = new StringBuilder("host " + result.path("hostId").asInt());
        text.append(threads(
                result.path("topology").path("CORES").asText(""),
                result.path("topology").path("THREADS").asText("")));
        for (JsonNode node : result.path("numaNodes")) {
            text.append(node(
                    node.path("CPUS").asText(""),
                    node.path("NODE_ID").asText(""),
                    node.path("MEMORY_NODE_ID").asText("")));
        }
        for (JsonNode pci : result.path("pci")) {
            text.append(" pci ").append(pci.path("ADDRESS").asText(""));
        }
        return new Decision(true, text.toString());
    }

    private static String threads(String cores, String threads) {
        return " cores " + cores + " threads " + threads;
    }

    private static String node(String cpus, String node, String memoryNode) {
        return " [" + cpus + " on " + node + ", memory on " + memoryNode + "]";
    }

    private static Decision decide(JsonNode recorded) {
        VirtualTime time = VirtualTime.create();
        Cloud cloud = new Cloud(time);
        cloud.bootstrap("opennebula");
        cloud.datastores().create(cloud.oneadmin(), "system-dummy", "TYPE=SYSTEM_DS\nTM_MAD=dummy", 0);
        recorded.path("hosts").forEach(host -> host(cloud, host));
        cloud.vms().pool.startAt(recorded.path("vmId").asInt());
        boolean scheduled = recorded.path("via").asText().equals("rank scheduler");
        String method = "one.vm.allocate";
        try {
            Object id = call(cloud, method, recorded.path("request").asText(), !scheduled);
            if (scheduled) {
                time.advance(Duration.ofSeconds(11));
                cloud.events().catchUp();
            } else {
                method = "one.vm.deploy";
                call(cloud, method, id, recorded.path("hosts").get(0).path("id").asInt(), true);
            }
            Vm vm = cloud.vms().get((Integer) id);
            return vm.lastHistory() == null
                    ? new Decision(false, vm.template().text("SCHED_MESSAGE").replaceFirst("^.{24}: ", ""))
                    : placed(vm);
        } catch (OneError refused) {
            return new Decision(false, "[" + method + "] " + refused.text());
        }
    }

    private static Decision placed(Vm vm) {
        Vector topology = vm.own().vector("TOPOLOGY");
        StringBuilder text = new StringBuilder(
                "host " + Objects.requireNonNull(vm.lastHistory()).host.id());
        text.append(threads(topology.get("CORES"), topology.get("THREADS")));
        for (Vector node : vm.own().vectors("NUMA_NODE")) {
            text.append(node(node.get("CPUS"), node.get("NODE_ID"), node.get("MEMORY_NODE_ID")));
        }
        for (Vector pci : vm.own().vectors("PCI")) {
            text.append(" pci ").append(pci.get("ADDRESS"));
        }
        return new Decision(true, text.toString());
    }

    private static Object call(Cloud cloud, String method, Object... arguments) {
        List<Object> params = new ArrayList<>(List.of("oneadmin:opennebula"));
        params.addAll(List.of(arguments));
        return new RpcServer(cloud, new CallLog()).invoke(method, params);
    }

    private static void host(Cloud cloud, JsonNode recorded) {
        cloud.hosts().pool.startAt(recorded.path("id").asInt());
        String name = recorded.path("hardware").asText() + "-1";
        Host host = cloud.hosts().create(name + recorded.path("id").asInt(), "dummy", "dummy", 0);
        host.template().set("PIN_POLICY", "PINNED");
        host.template().set("ISOLCPUS", recorded.path("isolcpus").asText(""));
        host.template().set("VMS_THREAD", recorded.path("vmsThread").asText("1"));
        Hardware hardware = Hardware.load(recorded.path("hardware").asText());
        host.report(hardware);
        host.resize(recorded.path("cpu").asInt(), recorded.path("memory").asLong());
        host.restoreRunning(recorded.path("running").asInt());
        for (NumaNode node : hardware.nodes) {
            JsonNode usage = recorded.path("nodes").path(Integer.toString(node.id));
            node.memoryUsedKb = usage.path("memory").asLong();
            node.pages.forEach(pages -> pages.used =
                    usage.path("pages").path(Long.toString(pages.sizeKb)).asLong());
            for (NumaNode.Core core : node.cores) {
                occupy(
                        core,
                        recorded.path("cores").path(node.id + "/" + core.id).asText(""));
            }
        }
        for (Vector device : host.pci().all()) {
            device.set("VMID", recorded.path("pci").path(device.get("ADDRESS")).asText("-1"));
        }
    }

    private static void occupy(NumaNode.Core core, String text) {
        if (text.isEmpty()) {
            return;
        }
        core.cpus.values().forEach(List::clear);
        for (String entry : text.replace("|D", "").split(",")) {
            String[] cpuAndVm = entry.split(":");
            int vm = Integer.parseInt(cpuAndVm[1]);
            if (vm != -1) {
                core.pin(Integer.parseInt(cpuAndVm[0]), vm);
            }
        }
        core.restoreDedicated(text.endsWith("|D"));
    }
}
