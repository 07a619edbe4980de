package io.telcofactory.opennebula;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Runs the declared interfaces. */
final class RpcProxy implements InvocationHandler {
    private static final Map<Method, RpcMethod> METHODS = new ConcurrentHashMap<>();
    private static final Object[] NO_ARGUMENTS = {};

    private final Class<?> type;
    private final Caller caller;

    private RpcProxy(Class<?> type, Caller caller) {
        this.type = type;
        this.caller = caller;
    }

    static <T> T of(Class<T> type, Caller caller) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, new RpcProxy(type, caller)));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] given) throws Throwable {
        Object[] arguments = given == null ? NO_ARGUMENTS : given;
        if (method.getDeclaringClass() == Object.class) {
            return ofObject(proxy, method, arguments);
        }
        if (method.isDefault()) {
            return InvocationHandler.invokeDefault(proxy, method, arguments);
        }
        for (Object argument : arguments) {
            if (argument == null) {
                throw new NullPointerException("An argument of " + method.getName() + " is null");
            }
        }
        return caller.call(METHODS.computeIfAbsent(method, RpcMethod::of), arguments);
    }

    private Object ofObject(Object proxy, Method method, Object[] arguments) {
        return switch (method.getName()) {
            case "equals" -> proxy == arguments[0];
            case "hashCode" -> System.identityHashCode(proxy);
            default -> type.getSimpleName() + " of " + caller;
        };
    }
}
