package io.telcofactory.testkit.opennebula.internal.access;

import java.util.List;

/** The four families of quotas with their metrics in the order in which they are checked. */
public enum QuotaType {
    DATASTORE("ID", List.of("SIZE", "IMAGES")),
    NETWORK("ID", List.of("LEASES")),
    VM(
            "CLUSTER_IDS",
            List.of(
                    "VMS",
                    "RUNNING_VMS",
                    "MEMORY",
                    "RUNNING_MEMORY",
                    "CPU",
                    "RUNNING_CPU",
                    "SYSTEM_DISK_SIZE",
                    "PCI_DEV",
                    "RUNNING_PCI_DEV",
                    "PCI_NIC",
                    "RUNNING_PCI_NIC")),
    IMAGE("ID", List.of("RVMS"));

    private final String idKey;
    private final List<String> metrics;

    QuotaType(String idKey, List<String> metrics) {
        this.idKey = idKey;
        this.metrics = metrics;
    }

    String idKey() {
        return idKey;
    }

    public List<String> metrics() {
        return metrics;
    }
}
