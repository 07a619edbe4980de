package io.telcofactory.gpu.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Reads the table of boards that lies beside this class. */
final class BoardTable {
    private static final Engine[] ENGINES = Engine.values();

    private final List<String> columns;

    private BoardTable(List<String> columns) {
        this.columns = columns;
    }

    static List<GpuBoard> read(String resource) {
        try (InputStream stream = Objects.requireNonNull(BoardTable.class.getResourceAsStream(resource), resource)) {
            JsonNode root = new ObjectMapper().readTree(stream);
            BoardTable table = new BoardTable(texts(root.get("profileColumns")));
            List<GpuBoard> boards = new ArrayList<>();
            root.get("boards").forEach(board -> boards.add(table.board(board)));
            return boards;
        } catch (IOException e) {
            throw new UncheckedIOException("the table " + resource + " of this module can't be read", e);
        }
    }

    private GpuBoard board(JsonNode node) {
        List<MigProfile> profiles = new ArrayList<>();
        node.get("profiles").forEach(row -> profiles.add(profile(row)));
        GpuBoard.Builder builder = GpuBoard.builder(node.get("name").textValue())
                .architecture(node.get("architecture").textValue())
                .memory(
                        node.get("memoryGB").intValue(),
                        MemoryKind.valueOf(node.get("memoryKind").textValue()))
                .evidence(Evidence.valueOf(node.get("evidence").textValue()))
                .pciDeviceIds(texts(node.get("pciDevices")))
                .aliases(texts(node.get("aliases")))
                .vgpuBoards(texts(node.get("vgpuBoards")))
                .notes(texts(node.get("notes")))
                .profiles(profiles);
        if (node.get("axisUnits").isInt()) {
            builder.axisUnits(node.get("axisUnits").intValue());
        }
        if (node.get("totalSm").isInt()) {
            builder.streamingMultiprocessors(node.get("totalSm").intValue());
        }
        if (node.get("minDriver").isInt()) {
            builder.minimumDriver(node.get("minDriver").intValue());
        }
        return builder.build();
    }

    private MigProfile profile(JsonNode row) {
        MigProfile.Builder builder = MigProfile.builder(
                        ProfileName.parse(cell(row, "name").textValue()))
                .maxInstances(cell(row, "maxInstances").intValue());
        if (cell(row, "id").isInt()) {
            builder.id(cell(row, "id").intValue());
        }
        if (cell(row, "memoryGiB").isNumber()) {
            builder.memoryGib(cell(row, "memoryGiB").doubleValue());
        }
        if (cell(row, "starts").isArray()) {
            List<Integer> starts = new ArrayList<>();
            cell(row, "starts").forEach(start -> starts.add(start.intValue()));
            builder.placements(starts, cell(row, "size").intValue());
        }
        if (cell(row, "sm").isInt()) {
            builder.streamingMultiprocessors(cell(row, "sm").intValue());
        }
        Engines engines = Engines.unknown();
        for (Engine engine : ENGINES) {
            JsonNode count = cell(row, engine.name().toLowerCase(Locale.ROOT));
            engines = count.isInt() ? engines.with(engine, count.intValue()) : engines;
        }
        return builder.engines(engines).build();
    }

    private JsonNode cell(JsonNode row, String column) {
        return row.get(columns.indexOf(column));
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(item -> texts.add(item.textValue()));
        return texts;
    }
}
