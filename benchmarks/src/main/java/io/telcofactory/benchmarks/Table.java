package io.telcofactory.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Renders rows as aligned columns: the first to the left, figures to the right, the verdict last. */
final class Table {
    private static final List<String> HEADINGS = List.of("what", "baseline", "ours", "ratio", "target", "");

    private Table() {}

    static String render(List<Row> rows) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(HEADINGS);
        rows.forEach(row -> lines.add(cells(row)));
        int[] widths = IntStream.range(0, HEADINGS.size())
                .map(column -> lines.stream()
                        .mapToInt(line -> line.get(column).length())
                        .max()
                        .orElse(0))
                .toArray();
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append(align(line, widths)).append(System.lineSeparator()));
        return text.toString();
    }

    private static List<String> cells(Row row) {
        return List.of(
                row.what(),
                row.baseline(),
                row.ours(),
                row.ratio(),
                row.target(),
                row.verdict().toString());
    }

    private static String align(List<String> cells, int[] widths) {
        StringBuilder line = new StringBuilder();
        int last = cells.size() - 1;
        for (int column = 0; column <= last; column++) {
            String padding = " ".repeat(widths[column] - cells.get(column).length());
            boolean left = column == 0 || column == last;
            line.append(left ? cells.get(column) + padding : padding + cells.get(column));
            line.append(column == last ? "" : "  ");
        }
        return line.toString().stripTrailing();
    }
}
