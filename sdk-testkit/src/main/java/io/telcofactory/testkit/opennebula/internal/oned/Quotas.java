package io.telcofactory.testkit.opennebula.internal.oned;

import io.telcofactory.testkit.opennebula.internal.access.QuotaSet;
import io.telcofactory.testkit.opennebula.internal.access.QuotaType;
import io.telcofactory.testkit.opennebula.internal.access.Right;
import io.telcofactory.testkit.opennebula.internal.access.Session;
import io.telcofactory.testkit.opennebula.internal.rpc.Args;
import io.telcofactory.testkit.opennebula.internal.rpc.MethodTable;
import io.telcofactory.testkit.opennebula.internal.rpc.OneError;
import io.telcofactory.testkit.opennebula.internal.template.Attribute.Vector;
import io.telcofactory.testkit.opennebula.internal.template.Numbers;
import io.telcofactory.testkit.opennebula.internal.template.Template;
import io.telcofactory.testkit.opennebula.internal.template.TemplateParser;
import io.telcofactory.testkit.opennebula.internal.template.TemplateSyntaxException;
import io.telcofactory.testkit.opennebula.internal.template.Xml;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Charges users and groups, and sets limits. Both the owner and its group pay; oneadmin and its group never do. */
final class Quotas {

    /** One thing to pay: a family, an id within it, and amounts by metric. */
    record Use(QuotaType type, String id, Map<String, Double> amounts) {}

    private final Cloud cloud;
    private final QuotaSet userDefaults = new QuotaSet(true);
    private final QuotaSet groupDefaults = new QuotaSet(true);

    Quotas(Cloud cloud) {
        this.cloud = cloud;
    }

    void register(MethodTable table) {
        table.add("one.user.quota", "is", this::userQuota);
        table.add("one.group.quota", "is", this::groupQuota);
        table.add("one.userquota.info", "", (session, args) -> defaultsXml("DEFAULT_USER_QUOTAS", userDefaults));
        table.add("one.groupquota.info", "", (session, args) -> defaultsXml("DEFAULT_GROUP_QUOTAS", groupDefaults));
        table.add("one.userquota.update", "s", (session, args) -> {
            updateDefaults(session, userDefaults, args.text(0));
            return defaultsXml("DEFAULT_USER_QUOTAS", userDefaults);
        });
        table.add("one.groupquota.update", "s", (session, args) -> {
            updateDefaults(session, groupDefaults, args.text(0));
            return defaultsXml("DEFAULT_GROUP_QUOTAS", groupDefaults);
        });
    }

    QuotaSet userDefaults() {
        return userDefaults;
    }

    QuotaSet groupDefaults() {
        return groupDefaults;
    }

    /** Checks all uses and charges them, or charges nothing and returns the refusal's text without a final dot. */
    @Nullable String charge(int uid, int gid, List<Use> uses) {
        for (Use use : uses) {
            String refusal = exceeded(uid, gid, use);
            if (refusal != null) {
                return refusal;
            }
        }
        uses.forEach(use -> apply(uid, gid, use, 1));
        return null;
    }

    void refund(int uid, int gid, List<Use> uses) {
        uses.forEach(use -> apply(uid, gid, use, -1));
    }

    private @Nullable String exceeded(int uid, int gid, Use use) {
        QuotaSet user = ofUser(uid);
        if (user != null) {
            String refusal = user.exceeded(use.type(), use.id(), use.amounts(), userDefaults);
            if (refusal != null) {
                return "user [" + uid + "] " + refusal;
            }
        }
        QuotaSet group = ofGroup(gid);
        if (group != null) {
            String refusal = group.exceeded(use.type(), use.id(), use.amounts(), groupDefaults);
            if (refusal != null) {
                return "group [" + gid + "] " + refusal;
            }
        }
        return null;
    }

    private void apply(int uid, int gid, Use use, int sign) {
        QuotaSet user = ofUser(uid);
        QuotaSet group = ofGroup(gid);
        boolean clusterUse = use.type() == QuotaType.VM && !use.id().isEmpty();
        if (user != null && (!clusterUse || user.hasEntry(use.type(), use.id()))) {
            user.charge(use.type(), use.id(), use.amounts(), sign);
        }
        if (group != null && (!clusterUse || group.hasEntry(use.type(), use.id()))) {
            group.charge(use.type(), use.id(), use.amounts(), sign);
        }
    }

    /** The ids of cluster quotas, of the user or the group, that a cluster falls under. */
    List<String> clusterQuotas(int uid, int gid, int clusterId) {
        TreeSet<String> ids = new TreeSet<>();
        for (QuotaSet set : Arrays.asList(ofUser(uid), ofGroup(gid))) {
            if (set != null) {
                set.entries(QuotaType.VM).keySet().stream()
                        .filter(id -> Arrays.asList(id.split(",")).contains(Integer.toString(clusterId)))
                        .forEach(ids::add);
            }
        }
        return new ArrayList<>(ids);
    }

    private @Nullable QuotaSet ofUser(int uid) {
        User user = uid == 0 ? null : cloud.users().pool.find(uid);
        return user == null ? null : user.quotas();
    }

    private @Nullable QuotaSet ofGroup(int gid) {
        Group group = gid == 0 ? null : cloud.groups().pool.find(gid);
        return group == null ? null : group.quotas();
    }

    private Object userQuota(Session session, Args args) {
        User user = cloud.users().get(session, args.number(0), Right.ADMIN);
        if (user.id() == 0) {
            throw OneError.action("Cannot set quotas for oneadmin user");
        }
        set(user.quotas(), args.text(1), new Vector().set("UID", user.id()));
        return user.id();
    }

    private Object groupQuota(Session session, Args args) {
        Group group = cloud.groups().get(session, args.number(0), Right.ADMIN);
        if (group.id() == 0) {
            throw OneError.action("Cannot set quotas for oneadmin group");
        }
        set(group.quotas(), args.text(1), new Vector().set("GID", group.id()));
        return group.id();
    }

    private void updateDefaults(Session session, QuotaSet defaults, String text) {
        if (session.gid() != 0) {
            throw Auth.refused(session, "The default quotas can only be updated by users in the oneadmin group.");
        }
        set(defaults, text, new Vector());
    }

    private static Template parse(String text) {
        try {
            return TemplateParser.parse(text);
        } catch (TemplateSyntaxException syntax) {
            throw OneError.action(syntax.text());
        }
    }

    private void set(QuotaSet quotas, String text, Vector owner) {
        Template template = parse(text);
        if (owner.pairs().isEmpty() && template.vectors("VM").size() > 1) {
            throw OneError.action("Only one default VM quota can be defined");
        }
        for (QuotaType type : QuotaType.values()) {
            for (Vector limits : template.vectors(type.name())) {
                checkValues(type, limits, owner);
                quotas.limit(type, idOf(quotas, type, limits), limits);
            }
        }
    }

    /** Refuses limits that are negative, save the numbers that stand for the default and for no limit. */
    private static void checkValues(QuotaType type, Vector limits, Vector owner) {
        boolean ofDefaults = owner.pairs().isEmpty();
        boolean wrong = type != QuotaType.VM && !Numbers.isInteger(limits.get("ID"));
        for (String metric : type.metrics()) {
            double limit = Numbers.decimal(limits.get(metric), 0);
            wrong |= limit < 0 && limit != QuotaSet.UNLIMITED && (ofDefaults || limit != QuotaSet.USE_DEFAULT);
        }
        if (wrong) {
            Vector shown = limits.copy();
            if (Numbers.isInteger(limits.get("ID")) || type == QuotaType.VM) {
                shown.pairs().putAll(owner.pairs());
            }
            String pairs = shown.pairs().entrySet().stream()
                    .map(pair -> pair.getKey() + "=" + pair.getValue())
                    .collect(Collectors.joining(","));
            throw OneError.action("Negative limits or bad format in quota " + type + " = [ " + pairs + " ]");
        }
    }

    private String idOf(QuotaSet quotas, QuotaType type, Vector limits) {
        if (type != QuotaType.VM) {
            return limits.get("ID");
        }
        TreeSet<Integer> clusters = new TreeSet<>();
        for (String cluster : limits.get("CLUSTER_IDS").split(",")) {
            if (!cluster.isBlank()) {
                clusters.add(Numbers.integer(cluster, -1));
            }
        }
        String id = clusters.stream().map(String::valueOf).collect(Collectors.joining(","));
        for (int cluster : clusters) {
            if (cloud.clusters().pool.find(cluster) == null) {
                throw OneError.action("Cluster " + cluster + " does not exist");
            }
            for (String other : quotas.entries(QuotaType.VM).keySet()) {
                if (!other.equals(id) && Arrays.asList(other.split(",")).contains(Integer.toString(cluster))) {
                    throw OneError.action("Quota for cluster id " + cluster + " already exists");
                }
            }
        }
        return id;
    }

    private static String defaultsXml(String root, QuotaSet defaults) {
        Xml xml = new Xml().open(root);
        defaults.writeTo(xml);
        return xml.close(root).toString();
    }
}
