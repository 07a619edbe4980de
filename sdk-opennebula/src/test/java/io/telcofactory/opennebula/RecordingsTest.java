package io.telcofactory.opennebula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.telcofactory.api.error.InvalidRequestException;
import io.telcofactory.api.error.SdkException;
import io.telcofactory.opennebula.internal.WireText;
import io.telcofactory.opennebula.model.AclRule;
import io.telcofactory.opennebula.model.IdSet;
import io.telcofactory.opennebula.model.View;
import io.telcofactory.opennebula.model.WireArgument;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every recorded call is sent again, byte for byte, and every recorded answer is read through every view. */
class RecordingsTest {

    /** The code of a call that the server's XML parser refuses. */
    private static final int UNPARSABLE = -503;

    @Test
    void requests_ofAllRecordings_areSentByteForByte() {
        for (Recording recording : Recording.calls()) {
            if (!recording.json().get("user").asText().equals("oneadmin") || isHandMade(recording)) {
                continue;
            }
            CannedHttp http = new CannedHttp().answer(recording.response());
            OpenNebula one = Clients.once(http);
            try {
                one.call(recording.method(), recording.params().toArray());
            } catch (SdkException e) {
                assertThat(recording.outcome()).as(recording.toString()).isNotEqualTo("ok");
            }
            assertThat(http.sent()).as(recording.toString()).isEqualTo(normal(recording.request()));
        }
    }

    /** Requests that the recorder deliberately made wrong. */
    private static boolean isHandMade(Recording recording) {
        String request = recording.request();
        return request.length() > 60_000 // the list of calls holds long values cut short
                || !request.contains("<string>oneadmin:opennebula</string>")
                || request.contains("<i4>")
                || request.contains("<i8>")
                || request.contains("<double>")
                || request.contains("<value>oneadmin")
                || isUnsendable(recording)
                || recording.params().stream()
                        .anyMatch(param -> param.toString().contains("raw:"))
                || recording.method().startsWith("system.");
    }

    /** Texts on which the server failed, and which the client does not even send. */
    private static boolean isUnsendable(Recording recording) {
        return recording.params().stream()
                .anyMatch(param ->
                        param instanceof String text && WireText.refusal(text).isPresent());
    }

    private static String normal(String request) {
        return request.replace("\r", "&#13;");
    }

    @Test
    void outcomes_ofAllRecordings_areResultsOrErrorsWithTheServersWords() {
        for (Recording recording : Recording.calls()) {
            OpenNebula one = Clients.once(new CannedHttp().answer(recording.response()));
            Throwable thrown = catchThrowable(
                    () -> one.call(recording.method(), recording.params().toArray()));
            if (recording.method().startsWith("system.")) {
                continue;
            }
            if (recording.outcome().equals("ok")) {
                assertThat(thrown).as(recording.toString()).isNull();
            } else if (isUnsendable(recording)) {
                assertThat(recording.code()).as(recording.toString()).isEqualTo(UNPARSABLE);
                assertThat(thrown)
                        .as(recording.toString())
                        .isInstanceOf(InvalidRequestException.class)
                        .hasMessageContaining("nothing was sent");
            } else {
                assertThat(thrown)
                        .as(recording.toString())
                        .isInstanceOfSatisfying(
                                SdkException.class,
                                e -> assertThat(e.context().nativeCode().orElse(""))
                                        .isIn(String.valueOf(recording.code()), "fault " + recording.code()));
                assertThat(thrown).hasMessageContaining(recording.message().strip());
            }
        }
    }

    @Test
    void errors_ofAllRecordings_haveTheMeaningOnFile() {
        Map<String, Set<String>> seen = new TreeMap<>();
        for (Recording recording : Recording.calls()) {
            if (recording.outcome().equals("error")) {
                OpenNebula one = Clients.once(new CannedHttp().answer(recording.response()));
                Throwable thrown = catchThrowable(
                        () -> one.call(recording.method(), recording.params().toArray()));
                seen.computeIfAbsent(thrown.getClass().getSimpleName(), name -> new TreeSet<>())
                        .add(recording.code() + " " + anonymous(recording.message()));
            }
        }
        StringBuilder text = new StringBuilder();
        seen.forEach((name, messages) -> {
            text.append(name).append('\n');
            messages.forEach(message -> text.append("    ").append(message).append('\n'));
        });

        Golden.assertEquals("errors-7.4.0.txt", text.toString());
    }

    private static String anonymous(String message) {
        return message.replace('\n', ' ')
                .replaceFirst("^\\[[a-z_.]+] ", "")
                .replaceAll("\\d+", "n")
                .strip();
    }

    @Test
    void views_ofAllRecordings_readEverything() {
        List<Method> declared = Declarations.methods();
        Set<String> unknown = new TreeSet<>();
        Set<String> read = new TreeSet<>();
        for (Recording recording : Recording.calls()) {
            Optional<Method> method = declared.stream()
                    .filter(candidate ->
                            candidate.getAnnotation(Rpc.class).value().equals(recording.method()))
                    .findFirst();
            if (recording.outcome().equals("ok") && method.isPresent()) {
                Object result = call(method.get(), recording);
                look(recording + "", result, unknown, read);
            }
        }
        assertThat(unknown).as("states that no enum knows").isEmpty();
        assertThat(read).as("views met").hasSizeGreaterThanOrEqualTo(45);
    }

    private static Object call(Method method, Recording recording) {
        CannedHttp http = new CannedHttp().answer(recording.response());
        OpenNebula one = Clients.once(http);
        Object[] arguments = Arrays.stream(method.getParameterTypes())
                .map(RecordingsTest::any)
                .toArray();
        try {
            Object calls = Arrays.stream(OpenNebula.class.getMethods())
                    .filter(candidate -> candidate.getReturnType() == method.getDeclaringClass())
                    .findFirst()
                    .orElseThrow()
                    .invoke(one);
            Object result = method.invoke(calls, arguments);
            if (result instanceof Stream<?> stream) {
                List<?> all = stream.toList();
                assertThat(http.closedBodies()).as(recording.toString()).isPositive();
                return all;
            }
            return result == null ? "" : result;
        } catch (InvocationTargetException e) {
            throw new AssertionError(recording + " failed", e.getCause());
        } catch (IllegalAccessException e) {
            throw new LinkageError(String.valueOf(e.getMessage()), e);
        }
    }

    private static Object any(Class<?> type) {
        if (type == int.class) {
            return 1;
        } else if (type == boolean.class) {
            return false;
        } else if (type == String.class) {
            return "text";
        } else if (type == List.class) {
            return List.of(1);
        } else if (type == Duration.class) {
            return Duration.ofSeconds(60);
        } else if (type == IdSet.class) {
            return IdSet.of(List.of(1, 2));
        } else if (type == AclRule.class) {
            return AclRule.builder()
                    .kinds(AclRule.Kind.VM)
                    .allow(AclRule.Right.USE)
                    .build();
        } else if (type.isEnum()) {
            return type.getEnumConstants()[0];
        }
        try {
            for (String constant : List.of("ALL", "ANY", "LATEST")) {
                for (var field : type.getFields()) {
                    if (field.getName().equals(constant) && Modifier.isStatic(field.getModifiers())) {
                        return field.get(null);
                    }
                }
            }
            return switch (type.getSimpleName()) {
                case "OneTemplate" -> type.getMethod("empty").invoke(null);
                case "Permissions" -> type.getMethod("ofOctal", String.class).invoke(null, "640");
                case "DiskSize" -> type.getConstructor(long.class).newInstance(1L);
                default -> throw new AssertionError("No value of " + type);
            };
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(String.valueOf(e.getMessage()), e);
        }
    }

    /** Calls every method without parameters, on everything that is found. */
    private static void look(String where, Object seen, Set<String> unknown, Set<String> read) {
        if (seen instanceof Collection<?> many) {
            many.forEach(one -> look(where, one, unknown, read));
        } else if (seen instanceof Optional<?> maybe) {
            maybe.ifPresent(one -> look(where, one, unknown, read));
        } else if (seen instanceof Enum<?> state) {
            if (state.name().startsWith("UNREC")
                    || (state.name().equals("UNKNOWN")
                            && !state.getDeclaringClass().getSimpleName().equals("LcmState"))) {
                unknown.add(where + " " + state.getDeclaringClass().getSimpleName());
            }
        } else if (seen instanceof View view) {
            read.add(view.getClass().getSimpleName());
            for (Method method : new ArrayList<>(List.of(view.getClass().getMethods()))) {
                boolean accessor = method.getParameterCount() == 0
                        && !Modifier.isStatic(method.getModifiers())
                        && method.getDeclaringClass() != Object.class
                        && !method.getName().equals("tree");
                if (accessor) {
                    Object value = value(method, view);
                    assertThat(value).as(where + " " + method).isNotNull();
                    if (!(value instanceof WireArgument)) {
                        look(where, value, unknown, read);
                    }
                }
            }
        }
    }

    private static Object value(Method method, View view) {
        try {
            return method.invoke(view);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(method + " failed on " + view, e);
        }
    }
}
