package io.telcofactory.opennebula.backend;

import io.telcofactory.opennebula.backend.render.QuotaForm;
import io.telcofactory.opennebula.backend.render.QuotaForm.Kind;
import io.telcofactory.opennebula.backend.render.QuotaForm.Limit;
import io.telcofactory.opennebula.backend.render.QuotaForm.Metric;
import io.telcofactory.opennebula.backend.render.QuotaForm.Thing;
import io.telcofactory.opennebula.model.OneTemplate;
import io.telcofactory.opennebula.xml.XmlNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The quota of a group as the server has it. Setting one vector sets all its metrics, and those not named fall back to the default: so
 * a vector is always sent whole, with the limits that others set on metrics that are not ours.
 */
public final class GroupQuota {
    private static final String USED = "_USED";

    /** On the wire: as the default quota says. */
    private static final String DEFAULT_LIMIT = "-1";

    private static final String NO_LIMIT = "-2";

    private final XmlNode group;
    private final ProviderNames targets;

    /**
     * Looks at a group.
     *
     * @param group an element {@code GROUP} as {@code group.info} tells it
     * @param targets knows what ids stand for
     */
    GroupQuota(XmlNode group, ProviderNames targets) {
        this.group = group;
        this.targets = targets;
    }

    /** All limits, those of metrics that the SDK does not know apart; what falls back to a default that is none is unlimited. */
    Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        for (XmlNode entry : group.list("VM_QUOTA/VM")) {
            targets.cluster(entry.text("CLUSTER_IDS", "").strip()).ifPresent(cluster -> {
                for (Metric metric : Metric.values()) {
                    String text = QuotaForm.text(metric, limit(entry, metric.name(), cluster.isEmpty()));
                    if ((metric.alwaysSet() && cluster.isEmpty()) || !text.equals(QuotaForm.UNLIMITED)) {
                        fields.put(metric.path(cluster), text);
                    }
                }
            });
        }
        for (XmlNode entry : group.list("DATASTORE_QUOTA/DATASTORE")) {
            targets.datastore(entry.integer("ID", -1)).ifPresent(name -> {
                put(fields, QuotaForm.datastorePath(name, "SIZE"), QuotaForm.text(true, entry.text("SIZE", NO_LIMIT)));
                put(
                        fields,
                        QuotaForm.datastorePath(name, "IMAGES"),
                        QuotaForm.text(false, entry.text("IMAGES", NO_LIMIT)));
            });
        }
        for (XmlNode entry : group.list("NETWORK_QUOTA/NETWORK")) {
            targets.network(entry.integer("ID", -1))
                    .ifPresent(name -> put(
                            fields, QuotaForm.leasesPath(name), QuotaForm.text(false, entry.text("LEASES", NO_LIMIT))));
        }
        return fields;
    }

    private static void put(Map<String, String> fields, String path, String text) {
        if (!text.equals(QuotaForm.UNLIMITED)) {
            fields.put(path, text);
        }
    }

    private String limit(XmlNode entry, String metric, boolean hasDefault) {
        String limit = entry.text(metric, DEFAULT_LIMIT).strip();
        return hasDefault && limit.startsWith(DEFAULT_LIMIT)
                ? entry(group.list("DEFAULT_GROUP_QUOTAS/VM_QUOTA/VM"), "CLUSTER_IDS", "")
                        .map(defaults -> defaults.text(metric, NO_LIMIT).strip())
                        .orElse(NO_LIMIT)
                : limit;
    }

    /**
     * The vectors to send.
     *
     * @param wanted the limits that shall hold
     * @param former the limits that we set before; what is no longer wanted of them falls back to the default
     */
    OneTemplate template(List<Limit> wanted, List<Limit> former) {
        Map<Thing, Map<String, String>> vectors = new LinkedHashMap<>();
        former.forEach(limit -> vector(vectors, limit.thing()).put(limit.metric(), DEFAULT_LIMIT));
        wanted.forEach(limit -> vector(vectors, limit.thing()).put(limit.metric(), limit.wire()));
        OneTemplate.Builder template = OneTemplate.builder();
        vectors.forEach((thing, limits) -> template.add(thing.kind().name(), vector -> {
            if (!thing.name().isEmpty()) {
                vector.set(thing.kind().key(), targets.id(thing));
            }
            limits.forEach(vector::set);
        }));
        return template.build();
    }

    private Map<String, String> vector(Map<Thing, Map<String, String>> vectors, Thing thing) {
        return vectors.computeIfAbsent(thing, first -> live(thing));
    }

    private Map<String, String> live(Thing thing) {
        Map<String, String> limits = new LinkedHashMap<>();
        Kind kind = thing.kind();
        String id = thing.name().isEmpty() ? "" : Integer.toString(targets.id(thing));
        entry(group.list(kind + "_QUOTA/" + kind), kind.key(), id)
                .ifPresent(now -> now.children().stream()
                        .filter(metric ->
                                !metric.name().endsWith(USED) && !metric.name().equals(kind.key()))
                        .forEach(metric ->
                                limits.put(metric.name(), metric.text().strip())));
        return limits;
    }

    private static Optional<XmlNode> entry(List<XmlNode> entries, String key, String id) {
        return entries.stream()
                .filter(quota -> quota.text(key, "").strip().equals(id))
                .findFirst();
    }
}
