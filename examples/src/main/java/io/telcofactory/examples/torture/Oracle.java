package io.telcofactory.examples.torture;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the state of the servers through their back doors, without the SDK, and compares it with what must be there, what
 * must not, and what was there before and belongs to others.
 */
final class Oracle {
    private static final String PREFIX = Arena.FACTORY + ".";
    private static final int ALL = -2;
    private static final int ANCHOR = 1100;
    private static final int SERVICE = 100;
    private static final int SERVICE_TEMPLATE = 101;
    private static final Pattern ROLE = Pattern.compile("\\{\"name\":\"([^\"]+)\",[^{}]*?\"cardinality\":(\\d+)");
    private static final Pattern STATE = Pattern.compile("\"state\":(\\d+),\"start_time\"");
    private static final Pattern FLOWS = Pattern.compile("\"flowDescriptions\":\\[([^]]*)]");
    private static final Pattern FIELD = Pattern.compile("\"(dnai|afAppId)\":\"([^\"]*)\"");

    private final Arena arena;
    private final List<String> foreign;
    private List<String> lines = new ArrayList<>();
    private Map<String, String> names = new HashMap<>();

    Oracle(Arena arena) {
        this.arena = arena;
        this.foreign = foreign();
    }

    /**
     * Compares.
     *
     * @param atRest whether no lock may be left either
     * @return what differs, or nothing
     */
    Optional<String> complaint(Job job, Act act, boolean atRest) {
        List<String> surplus = look(atRest);
        List<String> missing = new ArrayList<>();
        for (String line : Expected.after(job, act)) {
            if (!surplus.remove(line)) {
                missing.add(line);
            }
        }
        List<String> theirs = new ArrayList<>(foreign());
        List<String> touched = new ArrayList<>(foreign);
        for (String line : List.copyOf(touched)) {
            if (theirs.remove(line)) {
                touched.remove(line);
            }
        }
        return missing.isEmpty() && surplus.isEmpty() && touched.isEmpty() && theirs.isEmpty()
                ? Optional.empty()
                : Optional.of("missing " + missing + "\nsurplus " + surplus + "\nforeign before " + touched
                        + "\nforeign now " + theirs);
    }

    /** The numbers of the tenants' machines that have not ended. */
    Set<String> machines() {
        Set<String> ids = new TreeSet<>();
        for (String vm : Wire.elements(pool("one.vmpool.info", ALL, -1, -1, -1), "VM")) {
            if (ours(Wire.text(vm, "GNAME"))) {
                ids.add(Wire.text(vm, "ID"));
            }
        }
        return ids;
    }

    private List<String> look(boolean atRest) {
        lines = new ArrayList<>();
        names = new HashMap<>();
        groups();
        users();
        rights();
        String vdcs = pool("one.vdcpool.info");
        vdcs(vdcs);
        guards();
        networks(vdcs);
        templates(atRest);
        documents();
        machines(pool("one.vmpool.infoextended", ALL, -1, -1, -1));
        breakouts();
        Collections.sort(lines);
        return lines;
    }

    private void groups() {
        for (String group : Wire.elements(pool("one.grouppool.info"), "GROUP")) {
            String name = Wire.text(group, "NAME");
            names.put("group " + Wire.text(group, "ID"), name);
            if (ours(name)) {
                String quota = Wire.text(pool("one.group.info", Integer.valueOf(Wire.text(group, "ID"))), "VM_QUOTA");
                lines.add("group " + own(name) + " quota " + quota(quota, "") + " used " + quota(quota, "_USED")
                        + " members "
                        + Wire.elements(Wire.text(group, "USERS"), "ID").size());
            }
        }
    }

    private static String quota(String quota, String suffix) {
        return "vms " + Wire.text(quota, "VMS" + suffix) + " cpu " + Wire.text(quota, "CPU" + suffix) + " memory "
                + Wire.text(quota, "MEMORY" + suffix) + " devices " + Wire.text(quota, "PCI_DEV" + suffix);
    }

    private void users() {
        for (String user : Wire.elements(pool("one.userpool.info"), "USER")) {
            String name = Wire.text(user, "NAME");
            names.put("user " + Wire.text(user, "ID"), name);
            if (ours(name)) {
                lines.add("user " + own(name) + " in " + own(Wire.text(user, "GNAME")) + " tokens "
                        + Wire.elements(user, "LOGIN_TOKEN").size());
            }
        }
    }

    /** Rules for single users; those for groups follow from VDCs. */
    private void rights() {
        for (String rule : Wire.elements(pool("one.acl.info"), "STRING")) {
            if (rule.startsWith("#")) {
                String id = rule.substring(1, rule.indexOf(' '));
                String user = names.getOrDefault("user " + id, "nobody (" + id + ")");
                lines.add("right of " + own(user) + rule.substring(rule.indexOf(' '), rule.lastIndexOf(' ')));
            } else if (rule.startsWith("@")) {
                String id = rule.substring(1, rule.indexOf(' '));
                if (!names.containsKey("group " + id)) {
                    lines.add("right of a group that is gone: " + rule);
                }
            }
        }
    }

    private void vdcs(String pool) {
        for (String vdc : Wire.elements(pool, "VDC")) {
            String name = Wire.text(vdc, "NAME");
            List<String> groups = Wire.elements(Wire.text(vdc, "GROUPS"), "ID").stream()
                    .map(id -> own(names.getOrDefault("group " + id, "nobody (" + id + ")")))
                    .toList();
            if (ours(name)) {
                lines.add("VDC " + own(name) + " groups " + groups + " hosts "
                        + Wire.elements(vdc, "HOST_ID").size() + " datastores "
                        + Wire.elements(vdc, "DATASTORE_ID").size());
            } else {
                Wire.elements(Wire.text(vdc, "GROUPS"), "ID").stream()
                        .map(id -> names.getOrDefault("group " + id, ""))
                        .filter(Oracle::ours)
                        .forEach(group -> lines.add("group " + group + " is in VDC " + name));
            }
        }
    }

    private void guards() {
        for (String guard : Wire.elements(pool("one.secgrouppool.info", ALL, -1, -1), "SECURITY_GROUP")) {
            String name = Wire.text(guard, "NAME");
            names.put("guard " + Wire.text(guard, "ID"), name);
            if (ours(name)) {
                List<String> rules = Wire.elements(guard, "RULE");
                lines.add("guard " + own(name) + " rights " + rights(guard) + " rules " + rules.size());
                if (own(name).equals("acme.floor")) {
                    lines.add("rules of acme.floor " + Wire.text(rules.isEmpty() ? "" : rules.get(0), "RULE_TYPE"));
                }
            }
        }
    }

    private void networks(String vdcs) {
        for (String network : Wire.elements(pool("one.vnpool.info", ALL, -1, -1), "VNET")) {
            String name = Wire.text(network, "NAME");
            if (ours(name)) {
                String tenant = own(name).substring(0, own(name).indexOf('.'));
                String id = "<VNET_ID>" + Wire.text(network, "ID") + "</VNET_ID>";
                boolean lent = Wire.elements(vdcs, "VDC").stream()
                        .filter(vdc -> Wire.text(vdc, "NAME").equals(PREFIX + tenant))
                        .anyMatch(vdc -> vdc.contains(id));
                String guard = names.getOrDefault("guard " + Wire.text(network, "SECURITY_GROUPS"), "nothing");
                lines.add("network " + own(name) + " " + Wire.text(network, "IP") + " x " + Wire.text(network, "SIZE")
                        + " gateway " + Wire.text(network, "GATEWAY") + " guard " + own(guard) + " state "
                        + Wire.text(network, "STATE") + " leases " + Wire.text(network, "USED_LEASES") + " in VDC "
                        + lent);
                lines.add("routes " + Wire.text(network, "ROUTES"));
            }
        }
    }

    private void templates(boolean atRest) {
        for (String template : Wire.elements(pool("one.templatepool.info", ALL, -1, -1), "VMTEMPLATE")) {
            String name = Wire.text(template, "NAME");
            if (ours(name)) {
                lines.add("template " + own(name) + " rights " + rights(template) + " cpu " + Wire.text(template, "CPU")
                        + " memory " + Wire.text(template, "MEMORY") + " profile " + Wire.text(template, "PROFILE"));
            } else if (name.contains("lock") && atRest) {
                lines.add("lock " + name);
            }
        }
    }

    private void documents() {
        for (int type : new int[] {ANCHOR, SERVICE, SERVICE_TEMPLATE}) {
            for (String document : Wire.elements(pool("one.documentpool.info", ALL, -1, -1, type), "DOCUMENT")) {
                String name = Wire.text(document, "NAME");
                if (ours(name)) {
                    lines.add(
                            switch (type) {
                                case ANCHOR -> "anchor " + own(name);
                                case SERVICE_TEMPLATE -> "service template " + own(name);
                                default -> service(own(name), Wire.text(document, "BODY"));
                            });
                }
            }
        }
    }

    private static String service(String name, String body) {
        Matcher state = STATE.matcher(body);
        Matcher role = ROLE.matcher(body);
        List<String> roles = new ArrayList<>();
        while (role.find()) {
            roles.add(role.group(1) + " " + role.group(2));
        }
        return "service " + name + " state " + (state.find() ? state.group(1) : "unknown") + " roles "
                + String.join(", ", roles);
    }

    private void machines(String pool) {
        for (String vm : Wire.elements(pool, "VM")) {
            String group = Wire.text(vm, "GNAME");
            if (ours(group)) {
                lines.add("machine of " + own(group) + " role " + Wire.text(vm, "ROLE_NAME") + " state "
                        + Wire.text(vm, "STATE") + "/" + Wire.text(vm, "LCM_STATE") + " on "
                        + Wire.text(vm, "HOSTNAME"));
            }
        }
    }

    private void breakouts() {
        for (String subscription : arena.nef.subscriptions(Arena.AF_ID).values()) {
            if (!subscription.contains("\"theirs\"")) {
                Matcher flows = FLOWS.matcher(subscription);
                Map<String, String> fields = new HashMap<>();
                Matcher field = FIELD.matcher(subscription);
                while (field.find()) {
                    fields.put(field.group(1), field.group(2));
                }
                lines.add("breakout filters "
                        + (flows.find() ? flows.group(1).replace("\"", "") : "") + " to "
                        + fields.getOrDefault("dnai", "") + " application " + fields.getOrDefault("afAppId", ""));
            }
        }
        arena.nef.applications().forEach(application -> lines.add("application " + application));
    }

    /** What others have, whole. */
    private List<String> foreign() {
        List<String> found = new ArrayList<>();
        for (String object : arena.foreign) {
            String[] words = object.split(" ");
            if (words[0].equals("subscription")) {
                found.add(arena.nef.subscriptions(Arena.AF_ID).getOrDefault(words[1], "gone: " + object));
            } else {
                found.add(read(words[0], Integer.parseInt(words[1])));
            }
        }
        return found;
    }

    private String read(String info, int id) {
        try {
            return pool(info, id);
        } catch (IllegalStateException gone) {
            return "gone: " + info + " " + id;
        }
    }

    private String pool(String method, Object... arguments) {
        return (String) arena.cloud.rpc(method, arguments);
    }

    private static String rights(String object) {
        StringBuilder octal = new StringBuilder();
        for (String who : List.of("OWNER", "GROUP", "OTHER")) {
            octal.append(4 * bit(object, who + "_U") + 2 * bit(object, who + "_M") + bit(object, who + "_A"));
        }
        return octal.toString();
    }

    private static int bit(String object, String name) {
        return Wire.text(object, name).equals("1") ? 1 : 0;
    }

    private static boolean ours(String name) {
        return name.startsWith(PREFIX);
    }

    private static String own(String name) {
        return ours(name) ? name.substring(PREFIX.length()) : name;
    }
}
