package io.telcofactory.examples.torture;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What must be there after an act, written down by hand from the blueprints and not computed by the SDK: one line for each thing, in the
 * words of {@link Oracle}.
 */
final class Expected {
    private final List<String> lines = new ArrayList<>();

    private Expected() {}

    static List<String> after(Job job, Act act) {
        Expected expected = new Expected();
        if (act != Act.DESTROY && job == Job.MAIN) {
            expected.main(act);
        } else if (act != Act.DESTROY) {
            expected.twoTenants(act);
        }
        Collections.sort(expected.lines);
        return expected.lines;
    }

    private void main(Act act) {
        int inference = act == Act.SCALE ? 2 : 1;
        String quota =
                act == Act.CHANGE ? "vms 8 cpu 32 memory 65536 devices 3" : "vms 6 cpu 24 memory 49152 devices 2";
        int vms = 1 + inference;
        tenant(
                "acme",
                quota,
                "vms " + vms + " cpu " + (2 + 4 * inference) + " memory " + (2048 + 8192 * inference) + " devices "
                        + inference);
        network("acme.shopfloor", "10.60.0.10 x 245", act == Act.CHANGE ? "10.60.0.3" : "10.60.0.1", 3, vms);
        lines.add("routes 10.45.0.0/16 via 10.60.0.2");
        service("acme.defect-detection", "mediation 1, inference " + inference);
        template("acme.defect-detection.mediation", "cpu 2 memory 2048 profile ");
        template("acme.defect-detection.inference", "cpu 4 memory 8192 profile 1131 (NVIDIA H100XM-1-10C)");
        machine("acme", "mediation", "std-1", 1);
        machine("acme", "inference", "mig-1", inference);
        lines.add("breakout filters permit out tcp from 10.60.0.0/24 8554 to assigned to edge-lisbon application ");
    }

    private void twoTenants(Act act) {
        int instances = act == Act.SCALE ? 2 : 1;
        String used = "vms " + instances + " cpu " + instances + " memory " + 1024 * instances + " devices 0";
        String small = "vms 4 cpu 8 memory 8192 devices -2";
        tenant("acme", small, used);
        tenant("globex", act == Act.CHANGE ? "vms 5 cpu 10 memory 8192 devices -2" : small, used);
        network("acme.floor", "10.61.0.10 x 245", "10.61.0.1", 1, instances);
        network("globex.floor", "10.62.0.10 x 245", "10.62.0.1", 1, instances);
        lines.add("routes ");
        lines.add("routes 10.46.0.0/16 via 10.62.0.2");
        lines.add("rules of acme.floor " + (act == Act.CHANGE ? "INBOUND" : "OUTBOUND"));
        for (String tenant : List.of("acme", "globex")) {
            service(tenant + ".frames", "framer " + instances);
            template(tenant + ".frames.framer", "cpu 1 memory 1024 profile ");
            machine(tenant, "framer", "std-1", instances);
        }
        lines.add("breakout filters  to edge-lisbon application robots.globex");
        lines.add("application robots.globex");
    }

    private void tenant(String name, String quota, String used) {
        lines.add("anchor " + name);
        lines.add("group " + name + " quota " + quota + " used " + used + " members 1");
        lines.add("VDC " + name + " groups [" + name + "] hosts 2 datastores 2");
        lines.add("user " + name + " in " + name + " tokens 0");
        lines.add("right of " + name + " TEMPLATE+DOCUMENT/* CREATE");
    }

    private void network(String name, String range, String gateway, int rules, int leases) {
        lines.add("guard " + name + " rights 640 rules " + rules);
        lines.add("network " + name + " " + range + " gateway " + gateway + " guard " + name + " state 1 leases "
                + leases + " in VDC true");
    }

    private void service(String name, String roles) {
        lines.add("service template " + name);
        lines.add("service " + name + " state 2 roles " + roles);
    }

    private void template(String name, String content) {
        lines.add("template " + name + " rights 640 " + content);
    }

    private void machine(String tenant, String role, String host, int count) {
        for (int i = 0; i < count; i++) {
            lines.add("machine of " + tenant + " role " + role + " state 3/3 on " + host);
        }
    }
}
