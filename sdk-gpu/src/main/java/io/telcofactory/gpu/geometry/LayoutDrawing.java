package io.telcofactory.gpu.geometry;

import java.util.function.Function;

/** Draws a layout as one line of text, to scale: a unit is always as wide. */
final class LayoutDrawing {
    private static final int UNIT_WIDTH = 8;

    private LayoutDrawing() {}

    static String draw(Layout layout, Function<SlicePlacement, String> label) {
        StringBuilder line = new StringBuilder("|");
        int unit = 0;
        for (SlicePlacement slice : layout.slices()) {
            line.append(free(slice.start() - unit));
            int width = slice.profile().size() * UNIT_WIDTH - 1;
            String text = label.apply(slice);
            line.append(text.length() > width ? text.substring(0, width) : text);
            line.append(" ".repeat(Math.max(0, width - text.length()))).append('|');
            unit = slice.end();
        }
        return line.append(free(layout.geometry().axisUnits() - unit)).toString();
    }

    private static String free(int units) {
        return (".".repeat(UNIT_WIDTH - 1) + "|").repeat(units);
    }
}
