package io.telcofactory.testkit.opennebula;

import java.util.List;

/** The parameters of a call after the session, already checked against the method's types. */
final class Args {

    private final List<Object> values;

    Args(List<Object> values) {
        this.values = values;
    }

    boolean has(int index) {
        return index < values.size();
    }

    int number(int index) {
        return (Integer) values.get(index);
    }

    int number(int index, int otherwise) {
        return has(index) ? number(index) : otherwise;
    }

    boolean flag(int index, boolean otherwise) {
        return has(index) ? (Boolean) values.get(index) : otherwise;
    }

    String text(int index) {
        return (String) values.get(index);
    }

    String text(int index, String otherwise) {
        return has(index) ? text(index) : otherwise;
    }

    List<?> array(int index) {
        return has(index) ? (List<?>) values.get(index) : List.of();
    }

    List<Object> values() {
        return values;
    }

    @Override
    public String toString() {
        return values.toString();
    }
}
