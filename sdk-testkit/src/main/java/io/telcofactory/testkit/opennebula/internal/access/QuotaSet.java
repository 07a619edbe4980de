package io.telcofactory.testkit.opennebula.internal.access;

import io.telcofactory.testkit.opennebula.internal.template.Attribute.Vector;
import io.telcofactory.testkit.opennebula.internal.template.Numbers;
import io.telcofactory.testkit.opennebula.internal.template.Xml;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The quotas of one user or group, or the defaults of all: limits and what is used, by the id they are for. */
public final class QuotaSet {

    public static final int USE_DEFAULT = -1;
    public static final int UNLIMITED = -2;

    private final EnumMap<QuotaType, Map<String, Vector>> entries = new EnumMap<>(QuotaType.class);
    private final boolean areDefaults;

    public QuotaSet(boolean areDefaults) {
        this.areDefaults = areDefaults;
        for (QuotaType type : QuotaType.values()) {
            entries.put(type, type == QuotaType.VM ? new LinkedHashMap<>() : new TreeMap<>());
        }
    }

    /** Sets limits: what a vector does not name falls back to the default. */
    public void limit(QuotaType type, String id, Vector limits) {
        Vector entry = entry(type, id);
        for (String metric : type.metrics()) {
            boolean given = !Double.isNaN(Numbers.decimal(limits.get(metric), Double.NaN));
            entry.set(metric, given ? Numbers.quota(number(limits, metric)) : unset(type, id));
        }
        dropIdle(type, id, entry);
    }

    /** Names the metric that a use would take over its limit, with the limit; null when all fits. */
    public @Nullable String exceeded(QuotaType type, String id, Map<String, Double> use, QuotaSet defaults) {
        Vector entry = entries(type).get(id);
        for (String metric : type.metrics()) {
            double wanted = use.getOrDefault(metric, 0.0);
            double limit = entry == null ? USE_DEFAULT : number(entry, metric);
            if (limit == USE_DEFAULT) {
                Vector fallback = defaults.entries(type).get(id);
                limit = fallback == null ? UNLIMITED : number(fallback, metric);
            }
            double used = entry == null ? 0 : number(entry, metric + "_USED");
            if (limit >= 0 && wanted > 0 && used + wanted > limit + 1e-9) {
                String suffix = id.isEmpty() ? "" : " with ID: " + id;
                return "limit of " + Numbers.plain(limit) + " reached for " + metric + " quota in " + type + suffix;
            }
        }
        return null;
    }

    /** Adds to the counters; they may go negative, as in the real server. */
    public void charge(QuotaType type, String id, Map<String, Double> use, int sign) {
        Vector entry = entry(type, id);
        use.forEach((metric, amount) -> {
            String used = metric + "_USED";
            entry.set(used, Numbers.quota(number(entry, used) + sign * amount));
        });
        dropIdle(type, id, entry);
    }

    public boolean hasEntry(QuotaType type, String id) {
        return entries(type).containsKey(id);
    }

    public Map<String, Vector> entries(QuotaType type) {
        return java.util.Objects.requireNonNull(entries.get(type), "all types are there");
    }

    private void dropIdle(QuotaType type, String id, Vector entry) {
        boolean ofClusters = type == QuotaType.VM && !id.isEmpty();
        double idle = Numbers.decimal(unset(type, id), 0);
        for (String metric : type.metrics()) {
            double limit = number(entry, metric);
            boolean limited = limit != idle && !(ofClusters && limit == USE_DEFAULT);
            if (limited || number(entry, metric + "_USED") != 0) {
                return;
            }
        }
        entries(type).remove(id);
    }

    private Vector entry(QuotaType type, String id) {
        return entries(type).computeIfAbsent(id, unused -> {
            Vector entry = new Vector();
            if (!id.isEmpty()) {
                entry.set(type.idKey(), id);
            }
            for (String metric : type.metrics()) {
                entry.set(metric, unset(type, id)).set(metric + "_USED", "0");
            }
            return entry;
        });
    }

    private String unset(QuotaType type, String id) {
        boolean clusterQuota = type == QuotaType.VM && !id.isEmpty();
        return Integer.toString(areDefaults || clusterQuota ? UNLIMITED : USE_DEFAULT);
    }

    private static double number(Vector entry, String metric) {
        return Numbers.decimal(entry.get(metric), 0);
    }

    public void writeTo(Xml xml) {
        for (QuotaType type : QuotaType.values()) {
            xml.open(type + "_QUOTA");
            entries(type).values().forEach(entry -> xml.attribute(type.name(), entry));
            xml.close(type + "_QUOTA");
        }
    }
}
