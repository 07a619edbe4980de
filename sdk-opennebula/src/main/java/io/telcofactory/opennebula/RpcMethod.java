package io.telcofactory.opennebula;

import io.telcofactory.opennebula.model.View;
import io.telcofactory.opennebula.model.WireArgument;
import io.telcofactory.opennebula.xml.XmlNode;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A declared call, read once from its method.
 *
 * @param name full name
 * @param idempotent whether it may be repeated after a lost answer
 * @param since first release that has it
 * @param result how the answer is read
 * @param view what an object of the answer becomes; XmlNode when it has no view
 * @param targetIndex which parameter says what is acted on; -1 for none
 */
record RpcMethod(String name, boolean idempotent, String since, Result result, Class<?> view, int targetIndex) {

    enum Result {
        NOTHING,
        ID,
        TEXT,
        OBJECT,
        LIST,
        STREAM
    }

    static RpcMethod of(Method method) {
        Rpc rpc = method.getAnnotation(Rpc.class);
        if (rpc == null) {
            throw new IllegalStateException(method + " is neither declared by @Rpc nor a default method");
        }
        Result result = result(method.getReturnType());
        return new RpcMethod(
                rpc.value(),
                rpc.idempotent(),
                rpc.since(),
                result,
                view(result, method.getGenericReturnType()),
                target(method.getParameterAnnotations()));
    }

    /** A call that is known by its name only. */
    static RpcMethod untyped(String name, Result result) {
        return new RpcMethod(name, false, "", result, XmlNode.class, -1);
    }

    private static Result result(Class<?> type) {
        if (type == void.class) {
            return Result.NOTHING;
        } else if (type == int.class) {
            return Result.ID;
        } else if (type == String.class) {
            return Result.TEXT;
        } else if (type == List.class) {
            return Result.LIST;
        }
        return type == Stream.class ? Result.STREAM : Result.OBJECT;
    }

    private static Class<?> view(Result result, Type type) {
        Type element = type instanceof ParameterizedType generic ? generic.getActualTypeArguments()[0] : type;
        boolean object = result == Result.OBJECT || result == Result.LIST || result == Result.STREAM;
        if (!object) {
            return XmlNode.class;
        }
        if (element instanceof Class<?> view && (view == XmlNode.class || View.class.isAssignableFrom(view))) {
            return view;
        }
        throw new IllegalStateException("An answer cannot become " + type);
    }

    private static int target(Annotation[][] parameters) {
        for (int i = 0; i < parameters.length; i++) {
            for (Annotation annotation : parameters[i]) {
                if (annotation instanceof Target) {
                    return i;
                }
            }
        }
        return -1;
    }

    String target(Object[] arguments) {
        return targetIndex < 0 ? "" : name.split("\\.")[1] + " " + arguments[targetIndex];
    }

    static List<Object> wireValues(Object[] arguments) {
        List<Object> values = new ArrayList<>();
        for (Object argument : arguments) {
            if (argument instanceof WireArgument wire) {
                values.addAll(wire.wireValues());
            } else if (argument instanceof Duration duration) {
                values.add(Math.toIntExact(duration.toSeconds()));
            } else {
                values.add(argument);
            }
        }
        return values;
    }
}
