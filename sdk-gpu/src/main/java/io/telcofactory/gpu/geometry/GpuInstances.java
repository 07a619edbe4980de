package io.telcofactory.gpu.geometry;

import io.telcofactory.gpu.catalogue.GpuBoard;
import io.telcofactory.gpu.catalogue.MigProfile;
import io.telcofactory.gpu.catalogue.ProfileId;
import io.telcofactory.gpu.catalogue.ProfileName;
import io.telcofactory.gpu.internal.ToolOutput;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The slices one GPU of a live node holds, read from the output of {@code nvidia-smi mig -lgi}: where plans begin.
 *
 * <p>The driver numbers the instances it makes; the numbers change when a slice is made again, and {@code -dgi} asks for
 * them.
 *
 * @since 0.1
 */
public final class GpuInstances {
    private static final Pattern ROW = Pattern.compile(
            "\\|\\s*(\\d{1,4})\\s+MIG\\s+(\\S+)\\s+(\\d{1,6})\\s+(\\d{1,6})" + "\\s+(\\d{1,4}):(\\d{1,4})\\s*\\|");
    private static final String NONE = "No GPU instances found";

    private final Layout layout;
    private final Map<SlicePlacement, Integer> ids;

    private GpuInstances(Layout layout, Map<SlicePlacement, Integer> ids) {
        this.layout = layout;
        this.ids = Map.copyOf(ids);
    }

    /**
     * Reads what one GPU holds.
     *
     * @param output the output of {@code nvidia-smi mig -lgi}
     * @param geometry the kind of GPU
     * @param gpu the index of the GPU, as {@code nvidia-smi} numbers them
     * @return its instances, none if the output lists those of other GPUs only
     * @throws io.telcofactory.api.error.ProtocolException if the output is that of another command, a line can't be
     *     understood, or names a slice that the board does not offer or that overlaps with another; the message names the
     *     line and shows it
     */
    public static GpuInstances parse(String output, MigGeometry geometry, int gpu) {
        ToolOutput text = new ToolOutput("nvidia-smi mig -lgi", output);
        Map<SlicePlacement, Integer> ids = new LinkedHashMap<>();
        Layout layout = geometry.empty();
        boolean understood = false;
        for (int i = 0; i < text.size(); i++) {
            MatchResult row = text.match(i, ROW).orElse(null);
            if (row != null && number(row, 1) == gpu) {
                Layout before = layout;
                SlicePlacement slice = slice(text, i, row, geometry.board());
                layout = text.read(i, () -> before.with(slice));
                ids.put(slice, number(row, 4));
            } else if (row == null
                    && text.line(i).startsWith("|")
                    && text.line(i).contains("MIG")) {
                throw text.malformed(i, "this is not a row of GPU instances");
            }
            understood |= row != null || text.line(i).startsWith(NONE);
        }
        if (!understood) {
            throw text.malformed(
                    "neither GPU instances nor '%s'; is MIG enabled (nvidia-smi -i %d -mig 1)?", NONE, gpu);
        }
        return new GpuInstances(layout, ids);
    }

    /**
     * Returns the slices.
     *
     * @return the layout, maybe empty
     */
    public Layout layout() {
        return layout;
    }

    /**
     * Returns the number by which the driver knows an instance.
     *
     * @param slice a slice at its place
     * @return the number {@code nvidia-smi mig -dgi -gi} takes, or empty if there is no such slice
     */
    public OptionalInt id(SlicePlacement slice) {
        Integer id = ids.get(slice);
        return id == null ? OptionalInt.empty() : OptionalInt.of(id);
    }

    /** Names differ between drivers and ids do not, so the id decides where the board knows it. */
    private static SlicePlacement slice(ToolOutput text, int line, MatchResult row, GpuBoard board) {
        ProfileName name = text.read(line, () -> ProfileName.parse(row.group(2)));
        MigProfile profile = board.findProfile(new ProfileId(number(row, 3)))
                .or(() -> board.findProfile(name))
                .orElseThrow(() -> text.malformed(
                        line,
                        "%s offers no profile %s with the id %s, only %s",
                        board,
                        name,
                        row.group(3),
                        board.profiles()));
        int start = number(row, 5);
        int size = number(row, 6);
        if (profile.name().gpuSlices() != name.gpuSlices()
                || profile.size() != size
                || !profile.starts().contains(start)) {
            throw text.malformed(
                    line,
                    "%s knows %s at the starts %s with %d units; if this is such a board, read its profiles with"
                            + " Catalogue.withLive",
                    board,
                    profile,
                    profile.starts(),
                    profile.size());
        }
        return new SlicePlacement(profile, start);
    }

    private static int number(MatchResult row, int group) {
        return Integer.parseInt(row.group(group));
    }

    /** Returns the slices by start. */
    @Override
    public String toString() {
        return layout.toString();
    }
}
