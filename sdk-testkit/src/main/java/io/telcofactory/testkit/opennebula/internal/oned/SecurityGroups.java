package io.telcofactory.testkit.opennebula.internal.oned;

import io.telcofactory.testkit.opennebula.internal.access.Kind;
import io.telcofactory.testkit.opennebula.internal.access.Right;
import io.telcofactory.testkit.opennebula.internal.access.Session;
import io.telcofactory.testkit.opennebula.internal.rpc.Args;
import io.telcofactory.testkit.opennebula.internal.rpc.MethodTable;
import io.telcofactory.testkit.opennebula.internal.rpc.OneError;
import io.telcofactory.testkit.opennebula.internal.template.Attribute.Vector;
import io.telcofactory.testkit.opennebula.internal.template.Numbers;
import io.telcofactory.testkit.opennebula.internal.template.Template;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Security groups. Group 0 lets everything through; a group in use may be deleted. */
final class SecurityGroups extends OwnedResource<SecurityGroup> {

    private static final Set<String> PROTOCOLS = Set.of("TCP", "UDP", "ICMP", "ICMPV6", "IPSEC", "ALL");

    SecurityGroups(Cloud cloud) {
        super(cloud, Kind.SECGROUP);
    }

    void bootstrap(Session oneadmin) {
        SecurityGroup all = pool.add(new SecurityGroup(cloud, 0, "default", oneadmin));
        all.permissions().change(new int[] {1, 1, 1, 1, 0, 0, 1, 0, 0});
        all.template()
                .set(
                        "DESCRIPTION",
                        "The default security group is added to every network. Use it to add default filter rules for"
                                + " your networks. You may remove this security group from any network by updating"
                                + " its properties.")
                .add("RULE", new Vector().set("PROTOCOL", "ALL").set("RULE_TYPE", "OUTBOUND"))
                .add("RULE", new Vector().set("PROTOCOL", "ALL").set("RULE_TYPE", "INBOUND"));
        pool.startAt(100);
    }

    @Override
    void register(MethodTable table) {
        registerOwned(table);
        registerPool(table);
        table.add("one.secgroup.allocate", "s", this::allocate);
        table.add("one.secgroup.delete", "i", this::delete);
        table.add("one.secgroup.clone", "is", this::copy);
        table.add("one.secgroup.commit", "ib", this::commit);
    }

    private Object allocate(Session session, Args args) {
        auth(session).create(kind).check();
        Template template = parse(args.text(0), "");
        String name = template.text("NAME");
        template.remove("NAME");
        checkName(name, session.uid());
        checkRules(template);
        return create(session, name, template).id();
    }

    private SecurityGroup create(Session session, String name, Template template) {
        SecurityGroup group = pool.add(new SecurityGroup(cloud, pool.nextId(), name, session));
        group.template().merge(template);
        return group;
    }

    @Override
    void update(SecurityGroup group, Template change, boolean append) {
        checkRules(change);
        super.update(group, change, append);
    }

    private static void checkRules(Template template) {
        for (Vector rule : template.vectors("RULE")) {
            String flaw = flaw(rule);
            if (flaw != null) {
                throw OneError.internal(flaw);
            }
        }
    }

    private static @Nullable String flaw(Vector rule) {
        String protocol = rule.get("PROTOCOL").toUpperCase(Locale.ROOT);
        if (!PROTOCOLS.contains(protocol)) {
            return "Wrong PROTOCOL in rule. Valid options: TCP, UDP, ICMP, ICMPV6, IPSEC, ALL.";
        }
        String direction = rule.get("RULE_TYPE").toUpperCase(Locale.ROOT);
        if (!direction.equals("INBOUND") && !direction.equals("OUTBOUND")) {
            return "Wrong RULE_TYPE in rule. Valid options: INBOUND, OUTBOUND.";
        }
        if (rule.given("RANGE")) {
            if (!protocol.equals("TCP") && !protocol.equals("UDP")) {
                return "RANGE is supported only for TCP and UDP protocols.";
            }
            String flaw = rangeFlaw(rule.get("RANGE"));
            if (flaw != null) {
                return flaw;
            }
        }
        if (rule.given("IP") && !isSize(rule.get("SIZE"))) {
            return "Wrong or empty SIZE.";
        }
        return null;
    }

    /** The server counts in 32 bits without a sign. */
    private static boolean isSize(String text) {
        return text.matches("0*[1-9][0-9]{0,9}") && Long.parseLong(text) <= 0xFFFF_FFFFL;
    }

    private static @Nullable String rangeFlaw(String range) {
        int ports = 0;
        for (String part : range.split(",")) {
            String[] ends = part.strip().split(":");
            ports += ends.length;
            for (String end : ends) {
                if (!Numbers.isInteger(end)) {
                    return "Invalid RANGE, it must be ':' for port ranges and ',' to separate ports and port ranges.";
                }
                int port = Numbers.integer(end, -1);
                if (port < 0 || port > 65_535) {
                    return "RANGE out of bounds 0-65536.";
                }
            }
        }
        return ports > 15 ? "Not more than 15 ports can be specified in a RULE" : null;
    }

    private Object delete(Session session, Args args) {
        SecurityGroup group = get(session, args.number(0), Right.MANAGE);
        if (group.id() == 0) {
            throw OneError.action("Cannot delete security group. The default security group (ID 0) cannot be deleted.");
        }
        pool.remove(group.id());
        return group.id();
    }

    /** Copies a group; the real server does not ask for a right on the source. */
    private Object copy(Session session, Args args) {
        SecurityGroup source = get(args.number(0));
        auth(session).create(kind).check();
        checkName(args.text(1), session.uid());
        return create(session, args.text(1), source.template().copy()).id();
    }

    private Object commit(Session session, Args args) {
        return get(session, args.number(0), Right.MANAGE).id();
    }
}
