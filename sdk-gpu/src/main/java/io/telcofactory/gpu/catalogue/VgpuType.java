package io.telcofactory.gpu.catalogue;

import io.telcofactory.gpu.internal.Errors;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of an NVIDIA vGPU type, taken apart: {@code H100XM-3-40C} is a vGPU on a 3g slice of 40 GB, {@code H100XM-10C}
 * one that shares the GPU by time slices.
 *
 * <p><i>Source</i>: NVIDIA AI Enterprise, <i>vGPU Types Reference</i>.
 *
 * @param board the board, for example {@code H100XM}
 * @param gpuSlices the slices of the GPU instance behind it; empty for a time-sliced type
 * @param memoryGb gigabytes in the name
 * @param mediaEngines true for {@code ME}, the slice with the media engines
 * @since 0.1
 */
public record VgpuType(String board, OptionalInt gpuSlices, int memoryGb, boolean mediaEngines) {
    private static final Pattern GRAMMAR = Pattern.compile("(?:NVIDIA )?([A-Z0-9]+)-(?:(\\d{1,2})-)?(\\d{1,4})C(ME)?");

    /**
     * Reads a name as the vGPU driver lists it.
     *
     * @param text the name, with or without a leading {@code NVIDIA}
     * @return the parsed name
     * @throws io.telcofactory.api.error.InvalidRequestException if the text follows another grammar
     */
    public static VgpuType parse(String text) {
        Matcher matcher = GRAMMAR.matcher(text.trim());
        if (!matcher.matches()) {
            throw Errors.invalid(
                    "vGPU type",
                    text,
                    "'%s' is not a vGPU type for compute: expected BOARD-SLICES-GBC, for example H100XM-3-40C",
                    text);
        }
        String slices = matcher.group(2);
        return new VgpuType(
                matcher.group(1),
                slices == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(slices)),
                Integer.parseInt(matcher.group(3)),
                matcher.group(4) != null);
    }

    /**
     * Tells whether the type sits on a slice of its own.
     *
     * @return false for a time-sliced type
     */
    public boolean migBacked() {
        return gpuSlices.isPresent();
    }

    /**
     * Tells whether a profile of the right board is the one behind this type.
     *
     * @param profile a profile of the board
     * @return true if a GPU instance of that profile carries this type
     */
    boolean carriedBy(MigProfile profile) {
        ProfileName name = profile.name();
        return migBacked()
                && gpuSlices.getAsInt() == name.gpuSlices()
                && memoryGb == name.memoryGb()
                && name.attributes().contains("+me") == mediaEngines
                && name.attributes().size() == (mediaEngines ? 1 : 0);
    }

    /** Returns the name as the driver lists it. */
    @Override
    public String toString() {
        String slices = gpuSlices.isPresent() ? gpuSlices.getAsInt() + "-" : "";
        return board + "-" + slices + memoryGb + "C" + (mediaEngines ? "ME" : "");
    }
}
