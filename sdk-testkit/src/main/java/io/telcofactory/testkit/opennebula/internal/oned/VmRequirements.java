package io.telcofactory.testkit.opennebula.internal.oned;

import io.telcofactory.testkit.opennebula.internal.rpc.OneError;
import io.telcofactory.testkit.opennebula.internal.template.Attribute.Vector;
import io.telcofactory.testkit.opennebula.internal.template.Numbers;
import io.telcofactory.testkit.opennebula.internal.template.Template;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a machine requires of hosts and datastores by itself, beside what its template asks. */
final class VmRequirements {
    private VmRequirements() {}

    /** Writes what hosts and datastores must fulfil because of the disks and networks. */
    static void write(Template own) {
        Set<Integer> both = clusters(own);
        if (both != null && both.isEmpty()) {
            throw OneError.internal("Incompatible cluster IDs.");
        }
        String policy = own.vector("TOPOLOGY").get("PIN_POLICY");
        String others = policy.isEmpty() || policy.equals("NONE") ? "!(PIN_POLICY = PINNED)" : "(PIN_POLICY = PINNED)";
        others += processor(own);
        if (both == null) {
            own.set("AUTOMATIC_REQUIREMENTS", others);
            return;
        }
        String clusters = both.stream().map(id -> "CLUSTER_ID = " + id).collect(Collectors.joining(" | "));
        String set = both.stream().map(id -> "\"CLUSTERS/ID\" @> " + id).collect(Collectors.joining(" | "));
        // A machine that was on a datastore stays on those of the same driver.
        String driver = own.has("TM_MAD_SYSTEM") ? " & (TM_MAD = \"" + own.text("TM_MAD_SYSTEM") + "\")" : "";
        own.set("AUTOMATIC_REQUIREMENTS", "(" + clusters + ") & " + others);
        own.set("AUTOMATIC_DS_REQUIREMENTS", "(" + set + ")" + driver)
                .set("AUTOMATIC_NIC_REQUIREMENTS", "(" + set + ")");
    }

    /** What the host's processor must be able to do. */
    private static String processor(Template own) {
        StringBuilder required = new StringBuilder();
        for (String feature : own.vector("CPU_MODEL").get("FEATURES").split(",")) {
            if (!feature.isBlank()) {
                required.append(" & (KVM_CPU_FEATURES = \"*").append(feature).append("*\")");
            }
        }
        String encryption = own.vector("MEMORY_ENCRYPTION").get("TYPE");
        if (!encryption.isEmpty()) {
            String kind = encryption.equals("SEV") ? "SEV*" : encryption.equals("SEV-ES") ? "SEV-*" : encryption;
            required.append(" & (MEMORY_ENCRYPTION = \"").append(kind).append("\")");
        }
        return required.toString();
    }

    /** The clusters that have all disks and networks of a machine; null when it has none. */
    static @Nullable Set<Integer> clusters(Template own) {
        Set<Integer> disks = common(own.vectors("DISK"));
        Set<Integer> nics = common(VmNics.interfaces(own));
        if (disks == null || nics == null) {
            return disks == null ? nics : disks;
        }
        Set<Integer> both = new TreeSet<>(disks);
        both.retainAll(nics);
        return both;
    }

    /** The clusters that all vectors share; null when none of them says any. */
    private static @Nullable Set<Integer> common(List<Vector> vectors) {
        Set<Integer> shared = null;
        for (Vector vector : vectors) {
            if (vector.given("CLUSTER_ID")) {
                Set<Integer> own = new TreeSet<>();
                for (String id : vector.get("CLUSTER_ID").split(",")) {
                    own.add(Numbers.integer(id, -1));
                }
                if (shared == null) {
                    shared = own;
                } else {
                    shared.retainAll(own);
                }
            }
        }
        return shared;
    }
}
