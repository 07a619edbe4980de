package io.telcofactory.testkit.opennebula.internal.template;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One attribute of a template: a text, or a vector of key-value pairs. */
public sealed interface Attribute {

    Attribute copy();

    /** A plain value. */
    public record Text(String value) implements Attribute {
        @Override
        public Attribute copy() {
            return this;
        }
    }

    /** A vector; its keys are kept sorted, as oned prints them. */
    public final class Vector implements Attribute {

        private final TreeMap<String, String> pairs = new TreeMap<>();

        public String get(String key) {
            return pairs.getOrDefault(key, "");
        }

        @Nullable String find(String key) {
            return pairs.get(key);
        }

        public boolean has(String key) {
            return pairs.containsKey(key);
        }

        /** Tells whether the key has a text that is not empty. */
        public boolean given(String key) {
            return !get(key).isEmpty();
        }

        public int number(String key, int otherwise) {
            return Numbers.integer(get(key), otherwise);
        }

        public Vector set(String key, String value) {
            pairs.put(key, value);
            return this;
        }

        public Vector set(String key, long value) {
            return set(key, Long.toString(value));
        }

        public void remove(String key) {
            pairs.remove(key);
        }

        public void removeAll(Collection<String> keys) {
            pairs.keySet().removeAll(keys);
        }

        public Map<String, String> pairs() {
            return pairs;
        }

        @Override
        public Vector copy() {
            Vector copy = new Vector();
            copy.pairs.putAll(pairs);
            return copy;
        }

        @Override
        public String toString() {
            return pairs.toString();
        }
    }
}
