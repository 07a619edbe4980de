package io.telcofactory.testkit.opennebula.internal.template;

import io.telcofactory.testkit.opennebula.internal.template.Attribute.Text;
import io.telcofactory.testkit.opennebula.internal.template.Attribute.Vector;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** An OpenNebula template: names may repeat; names are kept sorted, values of one name in the order they came. */
public final class Template {

    private final TreeMap<String, List<Attribute>> attributes = new TreeMap<>();

    private boolean unstorable;

    /** A template that the server takes without complaint and then does not store. */
    static Template unstorable() {
        Template template = new Template();
        template.unstorable = true;
        return template;
    }

    public boolean isUnstorable() {
        return unstorable;
    }

    public boolean isEmpty() {
        return attributes.isEmpty();
    }

    public boolean has(String name) {
        return attributes.containsKey(name);
    }

    public Set<String> names() {
        return attributes.keySet();
    }

    public List<Attribute> all(String name) {
        return attributes.getOrDefault(name, List.of());
    }

    /** Returns the first plain value, or an empty text. */
    public String text(String name) {
        for (Attribute attribute : all(name)) {
            if (attribute instanceof Text text) {
                return text.value();
            }
        }
        return "";
    }

    public List<Vector> vectors(String name) {
        List<Vector> found = new ArrayList<>();
        for (Attribute attribute : all(name)) {
            if (attribute instanceof Vector vector) {
                found.add(vector);
            }
        }
        return found;
    }

    /** Returns the first vector of that name; an empty, unattached one when there is none. */
    public Vector vector(String name) {
        List<Vector> found = vectors(name);
        return found.isEmpty() ? new Vector() : found.get(0);
    }

    public int number(String name, int otherwise) {
        return Numbers.integer(text(name), otherwise);
    }

    public double decimal(String name, double otherwise) {
        return Numbers.decimal(text(name), otherwise);
    }

    public boolean yes(String name) {
        return Numbers.yes(text(name));
    }

    public Template set(String name, String value) {
        attributes.put(name, new ArrayList<>(List.of(new Text(value))));
        return this;
    }

    public Template set(String name, long value) {
        return set(name, Long.toString(value));
    }

    public Template set(String name, Vector value) {
        attributes.put(name, new ArrayList<>(List.of(value)));
        return this;
    }

    public Template add(String name, Attribute value) {
        attributes.computeIfAbsent(name, unused -> new ArrayList<>()).add(value);
        return this;
    }

    public List<Attribute> remove(String name) {
        List<Attribute> removed = attributes.remove(name);
        return removed == null ? List.of() : removed;
    }

    public void removeOne(String name, Attribute value) {
        List<Attribute> values = attributes.get(name);
        if (values != null) {
            values.removeIf(each -> each == value);
            if (values.isEmpty()) {
                attributes.remove(name);
            }
        }
    }

    /** Replaces every attribute that the other template names; the rest stays. */
    public void merge(Template other) {
        other.attributes.forEach((name, values) -> attributes.put(name, copyOf(values)));
    }

    /** Adds what the other template has without removing anything. */
    void addAll(Template other) {
        other.attributes.forEach((name, values) -> copyOf(values).forEach(value -> add(name, value)));
    }

    public void clear() {
        attributes.clear();
    }

    public Template copy() {
        Template copy = new Template();
        copy.merge(this);
        return copy;
    }

    public void writeTo(Xml xml, String root) {
        xml.open(root);
        writeAttributes(xml);
        xml.close(root);
    }

    public void writeAttributes(Xml xml) {
        for (Map.Entry<String, List<Attribute>> entry : attributes.entrySet()) {
            for (Attribute value : entry.getValue()) {
                xml.attribute(entry.getKey(), value);
            }
        }
    }

    private static List<Attribute> copyOf(List<Attribute> values) {
        List<Attribute> copy = new ArrayList<>(values.size());
        for (Attribute value : values) {
            copy.add(value.copy());
        }
        return copy;
    }

    @Override
    public String toString() {
        Xml xml = new Xml();
        writeTo(xml, "TEMPLATE");
        return xml.toString();
    }
}
