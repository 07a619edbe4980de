package io.telcofactory.testkit.contract;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A system as small as one can be: things with a number and attributes. It outlives the processes that work on it. */
final class MapSystem {
    final Map<Integer, Map<String, String>> things = new TreeMap<>();
    private int lastId;

    synchronized int make(String name) {
        things.put(++lastId, new LinkedHashMap<>(Map.of("name", name)));
        return lastId;
    }

    /** Makes a thing unless there is one of that name; 0 if there is. */
    synchronized int makeOnly(String name, Map<String, String> attributes) {
        if (find(name) != 0) {
            return 0;
        }
        int id = make(name);
        attributes.forEach((attribute, value) -> set(id, attribute, value));
        return id;
    }

    synchronized int find(String name) {
        return things.entrySet().stream()
                .filter(thing -> name.equals(thing.getValue().get("name")))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(0);
    }

    synchronized boolean set(int id, String attribute, String value) {
        Map<String, String> thing = things.get(id);
        if (thing != null) {
            thing.put(attribute, value);
        }
        return thing != null;
    }

    synchronized void unset(int id, String attribute) {
        Objects.requireNonNull(things.get(id)).remove(attribute);
    }

    synchronized String get(int id, String attribute) {
        return things.getOrDefault(id, Map.of()).getOrDefault(attribute, "");
    }

    synchronized boolean delete(int id) {
        return things.remove(id) != null;
    }

    synchronized Map<Integer, Map<String, String>> all() {
        return things.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, thing -> Map.copyOf(thing.getValue())));
    }

    /** All things without their numbers. */
    synchronized String snapshot() {
        return things.values().stream()
                .map(attributes -> new TreeMap<>(attributes).toString())
                .sorted()
                .collect(Collectors.joining("\n"));
    }
}
