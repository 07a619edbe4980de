package io.telcofactory.testkit.opennebula.internal.rpc;

import java.util.List;

/** The parameters of a call after the session, already checked against the method's types. */
public final class Args {

    private final List<Object> values;

    public Args(List<Object> values) {
        this.values = values;
    }

    public boolean has(int index) {
        return index < values.size();
    }

    public int number(int index) {
        return (Integer) values.get(index);
    }

    public int number(int index, int otherwise) {
        return has(index) ? number(index) : otherwise;
    }

    public boolean flag(int index, boolean otherwise) {
        return has(index) ? (Boolean) values.get(index) : otherwise;
    }

    public String text(int index) {
        return (String) values.get(index);
    }

    public String text(int index, String otherwise) {
        return has(index) ? text(index) : otherwise;
    }

    public List<?> array(int index) {
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
