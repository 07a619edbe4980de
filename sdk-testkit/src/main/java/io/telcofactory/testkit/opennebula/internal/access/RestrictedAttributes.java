package io.telcofactory.testkit.opennebula.internal.access;

import io.telcofactory.testkit.opennebula.internal.template.Attribute;
import io.telcofactory.testkit.opennebula.internal.template.Attribute.Vector;
import io.telcofactory.testkit.opennebula.internal.template.Template;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The attributes that a tenant may not set: those of the shipped configuration, {@code VECTOR/KEY} or a plain name. */
public final class RestrictedAttributes {

    public static final RestrictedAttributes NONE = new RestrictedAttributes(List.of());
    public static final RestrictedAttributes VM =
            new RestrictedAttributes(ServerConfiguration.values("VM_RESTRICTED_ATTR"));
    public static final RestrictedAttributes NET =
            new RestrictedAttributes(ServerConfiguration.values("VNET_RESTRICTED_ATTR"));
    public static final RestrictedAttributes USER =
            new RestrictedAttributes(ServerConfiguration.values("USER_RESTRICTED_ATTR"));
    public static final RestrictedAttributes GROUP =
            new RestrictedAttributes(ServerConfiguration.values("GROUP_RESTRICTED_ATTR"));
    public static final RestrictedAttributes IMAGE =
            new RestrictedAttributes(ServerConfiguration.values("IMAGE_RESTRICTED_ATTR"));

    private final Set<String> plain = new TreeSet<>();
    private final Map<String, Set<String>> keys = new TreeMap<>();

    private RestrictedAttributes(List<String> names) {
        for (String name : names) {
            int slash = name.indexOf('/');
            if (slash < 0) {
                plain.add(name);
            } else {
                keys.computeIfAbsent(name.substring(0, slash), unused -> new TreeSet<>())
                        .add(name.substring(slash + 1));
            }
        }
    }

    /** Names the first restricted attribute in a template, or returns null. A plain name does not match vectors. */
    public @Nullable String find(Template template) {
        for (String name : template.names()) {
            if (plain.contains(name) && template.all(name).stream().anyMatch(Attribute.Text.class::isInstance)) {
                return name;
            }
            for (Vector vector : template.vectors(name)) {
                for (String key : vector.pairs().keySet()) {
                    if (keys.getOrDefault(name, Set.of()).contains(key)) {
                        return key;
                    }
                }
            }
        }
        return null;
    }

    /**
     * Names the first attribute whose restricted part a change would alter, or returns null. A plain restricted attribute
     * that the change leaves out is added to it, so that it stays.
     */
    public @Nullable String findChanged(Template base, Template change, boolean append) {
        Set<String> names = new TreeSet<>(plain);
        names.addAll(keys.keySet());
        for (String name : names) {
            boolean altered = plain.contains(name)
                    ? altersText(base, change, name)
                    : altersParts(restrictedPart(base, name), restrictedPart(change, name), append);
            if (altered) {
                return name;
            }
        }
        return null;
    }

    private static boolean altersText(Template base, Template change, String name) {
        String before = base.text(name);
        if (change.all(name).stream().anyMatch(Attribute.Text.class::isInstance)) {
            return !before.equals(change.text(name));
        }
        if (!before.isEmpty()) {
            change.set(name, before);
        }
        return false;
    }

    private static boolean altersParts(Object before, List<?> after, boolean append) {
        return !before.equals(after) && (!after.isEmpty() || !append);
    }

    private List<Map<String, String>> restrictedPart(Template template, String name) {
        Set<String> restricted = keys.getOrDefault(name, Set.of());
        return template.vectors(name).stream()
                .map(vector -> {
                    Map<String, String> part = new TreeMap<>(vector.pairs());
                    part.keySet().retainAll(restricted);
                    return part;
                })
                .filter(part -> !part.isEmpty())
                .toList();
    }
}
