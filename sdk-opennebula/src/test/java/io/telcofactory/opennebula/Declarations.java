package io.telcofactory.opennebula;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;

/** The declared interfaces, as found through the client's own methods. */
final class Declarations {

    private Declarations() {}

    static List<Class<?>> interfaces() {
        return Arrays.<Method>stream(OpenNebula.class.getMethods())
                .<Class<?>>map(Method::getReturnType)
                .filter(type -> type.isInterface() && type.getPackage() == OpenNebula.class.getPackage())
                .distinct()
                .toList();
    }

    static List<Method> methods() {
        return interfaces().stream()
                .flatMap(type -> Arrays.stream(type.getMethods()))
                .filter(method -> method.isAnnotationPresent(Rpc.class) && !method.isBridge())
                .toList();
    }
}
