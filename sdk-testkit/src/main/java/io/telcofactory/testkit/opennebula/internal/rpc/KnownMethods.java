package io.telcofactory.testkit.opennebula.internal.rpc;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The methods that OpenNebula 7.4 registers, in its order, whether the fake serves them or not. */
public final class KnownMethods {

    /** What introspection tells of a method: letters for the types of result and parameters, and a line of help. */
    record Description(String signature, String help) {}

    private static final List<String> SYSTEM = List.of(
            "system.listMethods",
            "system.methodExist",
            "system.methodHelp",
            "system.methodSignature",
            "system.multicall",
            "system.shutdown",
            "system.capabilities",
            "system.getCapabilities");
    /** What the library says of its own methods. */
    private static final Map<String, Description> OF_LIBRARY = Map.of(
            "system.multicall",
            new Description(
                    "A:A",
                    "Process an array of calls, and return an array of results.  Calls should be structs of the form"
                            + " {'methodName': string, 'params': array}. Each result will either be a single-item array"
                            + " containing the result value, or a struct of the form {'faultCode': int, 'faultString':"
                            + " string}.  This is useful when you need to make lots of small calls without lots of"
                            + " round trips."),
            "system.capabilities",
            new Description(
                    "S:",
                    "Return the capabilities of XML-RPC server.  This includes the version number of the XML-RPC For"
                            + " C/C++ software"));

    private static final Map<String, Description> METHODS = read();

    private KnownMethods() {}

    public static boolean isKnown(String name) {
        return METHODS.containsKey(name) || SYSTEM.contains(name);
    }

    /** All names, as introspection lists them. */
    static List<String> all() {
        List<String> names = new ArrayList<>(SYSTEM);
        names.addAll(METHODS.keySet());
        return names;
    }

    static @Nullable Description describe(String name) {
        Description ofLibrary = OF_LIBRARY.get(name);
        return ofLibrary != null ? ofLibrary : METHODS.get(name);
    }

    private static Map<String, Description> read() {
        String name = "methods.txt";
        Map<String, Description> methods = new LinkedHashMap<>();
        try (InputStream in = KnownMethods.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("resource " + name + " is not in the testkit's jar");
            }
            new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().forEach(line -> {
                List<String> columns = List.of(line.split("\t", -1));
                methods.put(columns.get(0), new Description(columns.get(1), columns.get(2)));
            });
        } catch (IOException unreadable) {
            throw new UncheckedIOException(name, unreadable);
        }
        return methods;
    }
}
