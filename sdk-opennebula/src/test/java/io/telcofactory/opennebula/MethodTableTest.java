package io.telcofactory.opennebula;

import static org.assertj.core.api.Assertions.assertThat;

import io.telcofactory.opennebula.model.AclRule;
import io.telcofactory.opennebula.model.IdRange;
import io.telcofactory.opennebula.model.MonthRange;
import io.telcofactory.opennebula.model.OneTemplate;
import io.telcofactory.opennebula.model.Permissions;
import io.telcofactory.opennebula.model.TimeRange;
import io.telcofactory.opennebula.model.WireArgument;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Holds the declarations against a table of the server's methods. */
class MethodTableTest {

    /** Calls between servers, and of the federation; only the untyped call sends 64-bit values. */
    private static final Set<String> INTERNAL = Set.of(
            "one.market.allocatedb",
            "one.market.updatedb",
            "one.marketapp.allocatedb",
            "one.marketapp.updatedb",
            "one.marketapp.dropdb",
            "one.zone.replicate",
            "one.zone.voterequest",
            "one.zone.fedreplicate",
            "one.zone.updatedb");

    /** Values that are sent as other than one int or one text. */
    private static final Map<Class<?>, String> WIRE = Map.of(
            Permissions.class, "i i i i i i i i i",
            IdRange.class, "i i",
            TimeRange.class, "i i",
            MonthRange.class, "i i i i",
            AclRule.class, "s s s s",
            List.class, "ai",
            Duration.class, "i");

    private static final Set<String> TEXTS = Set.of("OneTemplate", "VmAction", "ImageType", "IdSet", "DiskSize");

    /** One line of the table. */
    private record Row(String name, List<String> parameters, String result, String since) {}

    @Test
    void table_has307Methods() throws IOException {
        assertThat(rows()).hasSize(307);
    }

    @Test
    void table_isWhatTheRealServerLists() throws IOException {
        Matcher listed = Pattern.compile("<string>(one\\.[a-z_.]+)</string>")
                .matcher(Recording.of("70_errors", 9).response());

        assertThat(rows().stream().map(Row::name))
                .containsExactlyInAnyOrderElementsOf(
                        listed.results().map(match -> match.group(1)).toList());
    }

    @Test
    void declarations_areTheTableWithoutInternalMethods() throws IOException {
        Set<String> declared = Declarations.methods().stream()
                .map(method -> method.getAnnotation(Rpc.class).value())
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> expected = rows().stream()
                .map(Row::name)
                .filter(name -> !INTERNAL.contains(name))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(declared).isEqualTo(expected);
        assertThat(Declarations.methods()).hasSize(298);
    }

    @Test
    void declarations_haveParametersResultAndReleaseOfTheTable() throws IOException {
        Map<String, Row> rows = rows().stream().collect(Collectors.toMap(Row::name, row -> row));
        for (Method method : Declarations.methods()) {
            Rpc rpc = method.getAnnotation(Rpc.class);
            Row row = Objects.requireNonNull(rows.get(rpc.value()), rpc.value());

            assertThat(wire(method)).as(rpc.value()).isEqualTo(plain(row.parameters()));
            assertThat(result(method)).as(rpc.value()).contains(row.result());
            assertThat(rpc.since()).as(rpc.value()).isEqualTo(row.since());
        }
    }

    @Test
    void sideEffects_ofReadingCalls_none() {
        for (Method method : Declarations.methods()) {
            Rpc rpc = method.getAnnotation(Rpc.class);
            boolean reads = rpc.value().endsWith(".info") || rpc.value().contains("pool.");
            assertThat(rpc.idempotent() || !reads).as(rpc.value()).isTrue();
        }
    }

    @Test
    void creatingCalls_areNeverRepeated() {
        for (Method method : Declarations.methods()) {
            Rpc rpc = method.getAnnotation(Rpc.class);
            boolean creates =
                    rpc.value().matches(".*\\.(allocate|instantiate|clone|reserve|addrule|login|snapshotcreate)");
            assertThat(creates && rpc.idempotent()).as(rpc.value()).isFalse();
        }
    }

    private static List<String> wire(Method method) {
        return Arrays.stream(method.getParameterTypes())
                .flatMap(type -> Arrays.stream(wire(type).split(" ")))
                .toList();
    }

    private static String wire(Class<?> type) {
        if (type == int.class) {
            return "i";
        } else if (type == boolean.class) {
            return "b";
        } else if (type == String.class || type == OneTemplate.class) {
            return "s";
        }
        String several = WIRE.get(type);
        if (several != null) {
            return several;
        }
        assertThat(type).isAssignableTo(WireArgument.class);
        return TEXTS.contains(type.getSimpleName()) ? "s" : "i";
    }

    /** A result of nothing stands for the id that the server repeats, or for its blank. */
    private static String result(Method method) {
        Class<?> type = method.getReturnType();
        return type == void.class ? "i s" : type == int.class ? "i" : "s";
    }

    private static List<String> plain(List<String> parameters) {
        return parameters.stream().map(type -> type.replace("?", "")).toList();
    }

    private static List<Row> rows() throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(MethodTableTest.class.getResourceAsStream("methods.tsv")),
                StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t"))
                    .map(cells -> new Row(
                            cells[0],
                            cells[1].equals("-") ? List.of() : List.of(cells[1].split(" ")),
                            cells[2],
                            cells[3]))
                    .toList();
        }
    }
}
