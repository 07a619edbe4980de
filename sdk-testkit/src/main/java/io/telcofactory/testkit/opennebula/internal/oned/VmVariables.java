package io.telcofactory.testkit.opennebula.internal.oned;

import io.telcofactory.testkit.opennebula.internal.template.Attribute.Vector;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The variables that a context may use: {@code $NAME}, {@code $NIC[IP, NETWORK_ID=0]}, {@code $NETWORK[DNS, NETWORK="net"]},
 * {@code $IMAGE[DESCRIPTION, IMAGE_ID=0]}, {@code $USER[SSH_PUBLIC_KEY]}. What is unknown stands for nothing.
 */
final class VmVariables {

    private static final Pattern VARIABLE = Pattern.compile(
            "\\$(?:(\\w+)\\[\\s*(\\w+)\\s*(?:,\\s*(\\w+)\\s*=\\s*\"?(.*?)\"?\\s*)?]" + "|\\{(\\w+)}|([A-Za-z_]\\w*))");

    private final Cloud cloud;
    private final Vm vm;

    VmVariables(Cloud cloud, Vm vm) {
        this.cloud = cloud;
        this.vm = vm;
    }

    String resolve(String text) {
        Matcher variable = VARIABLE.matcher(text);
        StringBuilder resolved = new StringBuilder();
        while (variable.find()) {
            variable.appendReplacement(resolved, Matcher.quoteReplacement(value(variable)));
        }
        return variable.appendTail(resolved).toString();
    }

    private String value(Matcher variable) {
        if (variable.group(1) == null) {
            return single(upper(variable.group(5) != null ? variable.group(5) : variable.group(6)));
        }
        String attribute = upper(variable.group(2));
        String key = variable.group(3) == null ? "" : upper(variable.group(3));
        String wanted = variable.group(4) == null ? "" : variable.group(4);
        return switch (upper(variable.group(1))) {
            case "NETWORK" -> ofNetwork(attribute, key, wanted);
            case "IMAGE" -> ofImage(attribute, key, wanted);
            case "USER" -> ofUser(attribute);
            default -> {
                Vector found = first(vm.own().vectors(upper(variable.group(1))), key, wanted);
                yield found == null ? "" : found.get(attribute);
            }
        };
    }

    private String single(String name) {
        return switch (name) {
            case "UID" -> Integer.toString(vm.ownerId());
            case "UNAME" -> vm.ownerName();
            case "GID" -> Integer.toString(vm.groupId());
            case "GNAME" -> vm.groupName();
            case "NAME" -> vm.name();
            default -> {
                String own = vm.own().text(name);
                yield own.isEmpty() ? vm.template().text(name) : own;
            }
        };
    }

    private String ofNetwork(String attribute, String key, String wanted) {
        List<Vector> nics = new ArrayList<>(vm.own().vectors("NIC"));
        nics.addAll(vm.own().vectors("NIC_ALIAS"));
        boolean known = List.of("NETWORK", "NETWORK_ID", "NIC_ID").contains(key);
        Vector nic = known ? first(nics, key, wanted) : null;
        if (nic == null) {
            return "";
        }
        Network network = cloud.networks().pool.find(nic.number("NETWORK_ID", -1));
        if (network == null) {
            return "";
        }
        AddressRange range = network.ranges().get(nic.number("AR_ID", -1));
        String ofRange = range == null ? "" : range.attributes().get(attribute);
        return ofRange.isEmpty() ? network.template().text(attribute) : ofRange;
    }

    private String ofImage(String attribute, String key, String wanted) {
        boolean known = key.equals("IMAGE") || key.equals("IMAGE_ID");
        Vector disk = known ? first(vm.own().vectors("DISK"), key, wanted) : null;
        Image image = disk == null ? null : cloud.images().pool.find(disk.number("IMAGE_ID", -1));
        return image == null ? "" : image.template().text(attribute);
    }

    private String ofUser(String attribute) {
        User user = cloud.users().pool.find(vm.ownerId());
        return user == null ? "" : user.template().text(attribute);
    }

    /** The first vector that has a value; the first of all without a key. */
    private static @Nullable Vector first(List<Vector> vectors, String key, String wanted) {
        for (Vector vector : vectors) {
            if (key.isEmpty() || vector.get(key).equals(wanted)) {
                return vector;
            }
        }
        return null;
    }

    private static String upper(String text) {
        return text.toUpperCase(Locale.ROOT);
    }
}
