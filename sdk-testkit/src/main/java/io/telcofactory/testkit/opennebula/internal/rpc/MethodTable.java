package io.telcofactory.testkit.opennebula.internal.rpc;

import io.telcofactory.testkit.opennebula.internal.access.Session;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The methods that the fake serves, with the types of their parameters. */
public final class MethodTable {

    /** One method's code: an id, a document or another text comes back. */
    @FunctionalInterface
    public interface Handler {
        public Object handle(Session session, Args args);
    }

    /** A method: parameter types {@code i b s a}, those after {@code ?} may be left out. */
    public record Method(String name, String mandatory, String optional, Handler handler) {

        /** Checks types as xmlrpc-c does, and drops surplus parameters. */
        public Args check(List<Object> values) {
            String types = mandatory + optional;
            int count = Math.min(values.size(), types.length());
            for (int i = 0; i < count; i++) {
                checkType(types.charAt(i), values.get(i));
            }
            if (count < mandatory.length()) {
                throw new RpcFault(RpcFault.TYPE, "Not enough parameters");
            }
            return new Args(values.subList(0, count));
        }

        private static void checkType(char type, Object value) {
            boolean fits = switch (type) {
                case 'i' -> value instanceof Integer;
                case 'b' -> value instanceof Boolean;
                case 'a' -> value instanceof List;
                default -> value instanceof String;
            };
            if (!fits) {
                throw new RpcFault(
                        RpcFault.TYPE,
                        switch (type) {
                            case 'i' -> "Parameter that is supposed to be integer is not";
                            case 'b' -> "Parameter that is supposed to be boolean is not";
                            case 'a' -> "Parameter that is supposed to be an array is not";
                            default -> "Parameter that is supposed to be a string is not";
                        });
            }
        }
    }

    private final Map<String, Method> methods = new TreeMap<>();

    public void add(String name, String types, Handler handler) {
        int optional = types.indexOf('?');
        String mandatory = optional < 0 ? types : types.substring(0, optional);
        String rest = optional < 0 ? "" : types.substring(optional + 1);
        methods.put(name, new Method(name, mandatory, rest, handler));
    }

    public @Nullable Method find(String name) {
        return methods.get(name);
    }

    /** Runs a method for a session that is already known, as the services around oned do for their users. */
    public Object call(Session session, String name, Object... values) {
        Method method = Objects.requireNonNull(find(name), name);
        return method.handler().handle(session, method.check(List.of(values)));
    }

    /** The names of all methods the fake serves. */
    Iterable<String> names() {
        return methods.keySet();
    }
}
