package io.telcofactory.opennebula.backend;

import io.telcofactory.api.compute.DataSize;
import io.telcofactory.api.tenant.Quota;
import io.telcofactory.opennebula.model.OneTemplate;
import io.telcofactory.opennebula.xml.XmlNode;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A tenant's quota as the VM quota of its group, without clusters. Setting the vector sets all its metrics: those not named fall
 * back to the default. So it is always sent whole, with the limits that others set on metrics that are not ours.
 */
final class QuotaForm {
    static final String UNLIMITED = "unlimited";
    private static final String USED = "_USED";

    /** On the wire: -1 is the default quota, -2 no limit at all. */
    private static final String DEFAULT_LIMIT = "-1";

    private static final String NO_LIMIT = "-2";

    private QuotaForm() {}

    /** The limits of a value, all four: what the value leaves open has no limit. */
    static Map<String, String> fields(Quota quota) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("quota.vms", text(quota.vms()));
        fields.put("quota.vcpus", text(quota.vcpus()));
        fields.put("quota.memory", text(quota.memory()));
        fields.put("quota.gpus", text(quota.gpus()));
        return fields;
    }

    /** The limits of a group as {@code group.info} tells them, none if no VM quota was ever set. */
    static Map<String, String> fields(XmlNode group) {
        Map<String, String> fields = new LinkedHashMap<>();
        global(group, "VM_QUOTA/VM").ifPresent(quota -> {
            fields.put("quota.vms", count(limit(group, quota, "VMS")));
            fields.put("quota.vcpus", count(limit(group, quota, "CPU")));
            fields.put("quota.memory", memory(limit(group, quota, "MEMORY")));
            fields.put("quota.gpus", count(limit(group, quota, "PCI_DEV")));
        });
        return fields;
    }

    /** The vector to send: ours, and the limits on other metrics as they are. */
    static OneTemplate template(Quota quota, XmlNode group) {
        Map<String, String> limits = new LinkedHashMap<>();
        global(group, "VM_QUOTA/VM")
                .ifPresent(now -> now.children().stream()
                        .filter(metric ->
                                !metric.name().endsWith(USED) && !metric.name().equals("CLUSTER_IDS"))
                        .forEach(metric ->
                                limits.put(metric.name(), metric.text().strip())));
        limits.put("VMS", wire(quota.vms()));
        limits.put("CPU", wire(quota.vcpus()));
        limits.put("MEMORY", wire(quota.memory().map(DataSize::toMebibytes)));
        limits.put("PCI_DEV", wire(quota.gpus()));
        return OneTemplate.builder()
                .add("VM", vector -> limits.forEach(vector::set))
                .build();
    }

    private static Optional<XmlNode> global(XmlNode holder, String path) {
        return holder.list(path).stream()
                .filter(quota -> quota.text("CLUSTER_IDS", "").isBlank())
                .findFirst();
    }

    private static String limit(XmlNode group, XmlNode quota, String metric) {
        String limit = quota.text(metric, DEFAULT_LIMIT).strip();
        return limit.equals(DEFAULT_LIMIT)
                ? global(group, "DEFAULT_GROUP_QUOTAS/VM_QUOTA/VM")
                        .map(defaults -> defaults.text(metric, NO_LIMIT).strip())
                        .orElse(NO_LIMIT)
                : limit;
    }

    private static String count(String limit) {
        return limit.startsWith("-")
                ? UNLIMITED
                : new BigDecimal(limit).stripTrailingZeros().toPlainString();
    }

    private static String memory(String mebibytes) {
        return mebibytes.startsWith("-")
                ? UNLIMITED
                : DataSize.mebibytes(Long.parseLong(mebibytes)).toString();
    }

    private static String text(Optional<?> limit) {
        return limit.map(Object::toString).orElse(UNLIMITED);
    }

    private static String wire(Optional<? extends Number> limit) {
        return limit.map(Object::toString).orElse(NO_LIMIT);
    }
}
