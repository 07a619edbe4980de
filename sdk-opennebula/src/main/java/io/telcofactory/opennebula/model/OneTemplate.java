package io.telcofactory.opennebula.model;

import io.telcofactory.opennebula.internal.XmlText;
import io.telcofactory.opennebula.xml.XmlNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Attributes of an object as OpenNebula takes them: names with a text, or with a vector of named texts; a name may repeat.
 * Sent as XML, the only form in which quotes, brackets, backslashes and newlines arrive unchanged. What the server would lose
 * or refuse is refused here, with the reason. Immutable; may hold secrets, so it prints names only.
 *
 * <pre>{@code
 * OneTemplate.builder()
 *         .set("NAME", "upf")
 *         .set("CPU", 4)
 *         .add("NIC", nic -> nic.set("NETWORK_ID", 3))
 *         .build();
 * }</pre>
 *
 * @since 0.1
 */
public final class OneTemplate implements WireArgument {
    private static final OneTemplate EMPTY = builder().build();

    private final List<Attribute> attributes;

    private OneTemplate(List<Attribute> attributes) {
        this.attributes = List.copyOf(attributes);
    }

    /** A name with a text, or with a vector. */
    private record Attribute(String name, String text, Optional<Map<String, String>> vector) {}

    /**
     * Starts a template.
     *
     * @return a builder without attributes
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Returns the template without attributes.
     *
     * @return sent as an empty text
     */
    public static OneTemplate empty() {
        return EMPTY;
    }

    /**
     * Makes a template of the attributes that an object has, to be changed and sent back.
     *
     * @param section for example the {@code TEMPLATE} element of a view
     * @return its attributes; deeper nesting than a vector is left out
     */
    public static OneTemplate of(XmlNode section) {
        Builder builder = builder();
        for (XmlNode child : section.children()) {
            if (child.hasChildren()) {
                builder.add(
                        child.name(), vector -> child.children().forEach(key -> vector.set(key.name(), key.text())));
            } else {
                builder.add(child.name(), child.text());
            }
        }
        return builder.build();
    }

    /**
     * Returns the first text of a name.
     *
     * @param name in any case
     * @return the text; nothing when there is no such attribute or it is a vector
     */
    public Optional<String> text(String name) {
        return attributes.stream()
                .filter(a -> a.name().equalsIgnoreCase(name) && a.vector().isEmpty())
                .map(Attribute::text)
                .findFirst();
    }

    /**
     * Returns all vectors of a name.
     *
     * @param name in any case
     * @return each as names and texts, in the order given
     */
    public List<Map<String, String>> vectors(String name) {
        return attributes.stream()
                .filter(a -> a.name().equalsIgnoreCase(name))
                .flatMap(a -> a.vector().stream())
                .toList();
    }

    /**
     * Returns the names of all attributes.
     *
     * @return in order, without duplicates
     */
    public List<String> names() {
        return attributes.stream().map(Attribute::name).distinct().toList();
    }

    /**
     * Tells whether there are no attributes.
     *
     * @return true when it is sent as an empty text
     */
    public boolean isEmpty() {
        return attributes.isEmpty();
    }

    /**
     * Returns a builder that holds these attributes.
     *
     * @return to be changed
     */
    public Builder toBuilder() {
        Builder builder = builder();
        builder.attributes.addAll(attributes);
        return builder;
    }

    /**
     * Returns the template as it is sent. It may hold secrets: don't log it.
     *
     * @return XML with the root {@code TEMPLATE}, or nothing at all for an empty template
     */
    public String toXml() {
        if (attributes.isEmpty()) {
            return "";
        }
        StringBuilder out = new StringBuilder(256).append("<TEMPLATE>");
        for (Attribute attribute : attributes) {
            out.append('<').append(attribute.name()).append('>');
            attribute
                    .vector()
                    .ifPresentOrElse(
                            vector -> vector.forEach((key, value) -> element(key, value, out)),
                            () -> XmlText.escape(attribute.text(), out));
            out.append("</").append(attribute.name()).append('>');
        }
        return out.append("</TEMPLATE>").toString();
    }

    private static void element(String name, String text, StringBuilder out) {
        out.append('<').append(name).append('>');
        XmlText.escape(text, out);
        out.append("</").append(name).append('>');
    }

    @Override
    public List<Object> wireValues() {
        return List.of(toXml());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof OneTemplate that && attributes.equals(that.attributes);
    }

    @Override
    public int hashCode() {
        return attributes.hashCode();
    }

    /** Returns the names only: texts may be secrets. */
    @Override
    public String toString() {
        return "OneTemplate" + names();
    }

    /**
     * Collects the attributes of a template. Threads: one thread.
     *
     * @since 0.1
     */
    public static final class Builder {
        private final List<Attribute> attributes = new ArrayList<>();

        private Builder() {}

        /**
         * Sets an attribute, replacing all of the same name.
         *
         * @param name letters, digits and underscores; stored in capitals
         * @param value its text; null-free
         * @return this
         */
        public Builder set(String name, Object value) {
            remove(name);
            return add(name, value);
        }

        /**
         * Sets a vector, replacing all attributes of the same name.
         *
         * @param name letters, digits and underscores; stored in capitals
         * @param content fills the vector
         * @return this
         */
        public Builder set(String name, Consumer<Vector> content) {
            remove(name);
            return add(name, content);
        }

        /**
         * Adds an attribute beside those of the same name.
         *
         * @param name letters, digits and underscores; stored in capitals
         * @param value its text
         * @return this
         */
        public Builder add(String name, Object value) {
            String valid = OneText.name(name);
            attributes.add(new Attribute(valid, OneText.value(valid, text(value)), Optional.empty()));
            return this;
        }

        /**
         * Adds a vector beside those of the same name.
         *
         * @param name letters, digits and underscores; stored in capitals
         * @param content fills the vector
         * @return this
         */
        public Builder add(String name, Consumer<Vector> content) {
            String valid = OneText.name(name);
            Vector vector = new Vector(valid);
            content.accept(vector);
            attributes.add(new Attribute(valid, "", Optional.of(Collections.unmodifiableMap(vector.values))));
            return this;
        }

        /**
         * Adds all attributes of another template.
         *
         * @param other its attributes come after those that are here
         * @return this
         */
        public Builder addAll(OneTemplate other) {
            attributes.addAll(other.attributes);
            return this;
        }

        /**
         * Removes all attributes of a name.
         *
         * @param name in any case
         * @return this
         */
        public Builder remove(String name) {
            attributes.removeIf(a -> a.name().equalsIgnoreCase(name));
            return this;
        }

        /**
         * Makes the template.
         *
         * @return what was collected
         */
        public OneTemplate build() {
            return new OneTemplate(attributes);
        }
    }

    /**
     * Collects the texts of a vector.
     *
     * @since 0.1
     */
    public static final class Vector {
        private final String name;
        private final Map<String, String> values = new LinkedHashMap<>();

        private Vector(String name) {
            this.name = name;
        }

        /**
         * Sets a text.
         *
         * @param key letters, digits and underscores; stored in capitals
         * @param value its text
         * @return this
         */
        public Vector set(String key, Object value) {
            String valid = OneText.name(key);
            values.put(valid, OneText.value(name + "/" + valid, text(value)));
            return this;
        }
    }

    private static String text(Object value) {
        if (value instanceof Boolean flag) {
            return flag ? "YES" : "NO";
        }
        return value instanceof Double number ? String.format(Locale.ROOT, "%s", number) : String.valueOf(value);
    }
}
