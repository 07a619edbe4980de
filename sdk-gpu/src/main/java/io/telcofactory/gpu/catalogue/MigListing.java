package io.telcofactory.gpu.catalogue;

import io.telcofactory.gpu.internal.ToolOutput;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The profiles one GPU of a live node offers, read from the output of {@code nvidia-smi mig -lgip} and {@code -lgipp}.
 *
 * <p>The first command tells ids, memory, multiprocessors and engines, the second one the placements; both texts together,
 * in any order, make a complete listing.
 *
 * @since 0.1
 */
public final class MigListing {
    private static final Pattern PROFILE = Pattern.compile("\\|\\s*(\\d{1,4})\\s+MIG\\s+(\\S+)\\s+(\\d{1,6})"
            + "\\s+(\\d{1,4})/(\\d{1,4})\\s+(\\d{1,6}(?:\\.\\d{1,6})?)\\s+(?:Yes|No)"
            + "\\s+(\\d{1,6})\\s+(\\d{1,6})\\s+(\\d{1,6})\\s*\\|");
    private static final Pattern ENGINES_ROW = Pattern.compile("\\|\\s+(\\d{1,6})\\s+(\\d{1,6})\\s+(\\d{1,6})\\s*\\|");
    private static final Pattern PLACEMENT = Pattern.compile("GPU\\s+(\\d{1,4})\\s+Profile ID\\s+(\\d{1,6})"
            + "\\s+Placements?\\s*:\\s*\\{(\\d{1,4}(?:\\s*,\\s*\\d{1,4})*)}\\s*:\\s*(\\d{1,4})");
    private static final Pattern SEPARATOR = Pattern.compile("\\s*,\\s*");

    private final List<MigProfile> profiles;

    private MigListing(List<MigProfile> profiles) {
        this.profiles = profiles;
    }

    /**
     * Reads the listing of one GPU.
     *
     * @param output the output of both commands, joined
     * @param gpu the index of the GPU, as {@code nvidia-smi} numbers them
     * @return the listing
     * @throws io.telcofactory.api.error.ProtocolException if a line can't be understood, a profile has no placements, or
     *     the GPU is not listed; the message names the line and shows it
     */
    public static MigListing parse(String output, int gpu) {
        ToolOutput text = new ToolOutput("nvidia-smi mig -lgip -lgipp", output);
        Map<Integer, MigProfile> found = profiles(text, gpu);
        if (found.isEmpty()) {
            throw text.malformed(
                    "no profile of GPU %d is listed; is MIG enabled there (nvidia-smi -i %d -mig 1) and the index right?",
                    gpu, gpu);
        }
        placements(text, gpu, found);
        found.forEach((id, profile) -> {
            if (profile.starts().isEmpty()) {
                throw text.malformed(
                        "profile %s (id %d) of GPU %d has no placements; append the output of nvidia-smi mig -lgipp",
                        profile, id, gpu);
            }
        });
        MigListing listing = new MigListing(List.copyOf(found.values()));
        // profiles that contradict each other make no board
        text.read(() -> listing.applyTo(GpuBoard.builder("GPU " + gpu).build()));
        return listing;
    }

    /**
     * Returns the profiles.
     *
     * @return in the order of the listing
     */
    public List<MigProfile> profiles() {
        return profiles;
    }

    /**
     * Makes a board of the listing.
     *
     * @param board the board of that kind as known so far, or a new one that has but a name; its names, memory and device
     *     ids are kept
     * @return the board with the live profiles
     */
    public GpuBoard applyTo(GpuBoard board) {
        int axis = profiles.stream()
                .mapToInt(p -> p.starts().get(p.starts().size() - 1) + p.size())
                .max()
                .orElse(1);
        return board.toBuilder()
                .axisUnits(axis)
                .profiles(profiles)
                .evidence(Evidence.LIVE)
                .build();
    }

    private static Map<Integer, MigProfile> profiles(ToolOutput text, int gpu) {
        Map<Integer, MigProfile> found = new LinkedHashMap<>();
        for (int i = 0; i < text.size(); i++) {
            int index = i;
            MatchResult row = text.match(i, PROFILE).orElse(null);
            if (row != null) {
                MatchResult engines = text.match(i + 1, ENGINES_ROW)
                        .orElseThrow(() -> text.malformed(index, "it is not followed by its engines (CE, JPEG, OFA)"));
                if (number(row, 1) == gpu) {
                    MigProfile profile = text.read(i, () -> profile(row, engines));
                    if (found.put(number(row, 3), profile) != null) {
                        throw text.malformed(i, "GPU %d lists the profile id %s twice", gpu, row.group(3));
                    }
                }
            } else if (text.line(i).startsWith("|") && text.line(i).contains("MIG")) {
                throw text.malformed(i, "this is not a row of profiles");
            }
        }
        return found;
    }

    private static MigProfile profile(MatchResult row, MatchResult engines) {
        return MigProfile.builder(ProfileName.parse(row.group(2)))
                .id(number(row, 3))
                .maxInstances(number(row, 5))
                .memoryGib(Double.parseDouble(row.group(6)))
                .streamingMultiprocessors(number(row, 7))
                .engines(Engines.unknown()
                        .with(Engine.DECODER, number(row, 8))
                        .with(Engine.ENCODER, number(row, 9))
                        .with(Engine.COPY, number(engines, 1))
                        .with(Engine.JPEG, number(engines, 2))
                        .with(Engine.OFA, number(engines, 3)))
                .build();
    }

    private static void placements(ToolOutput text, int gpu, Map<Integer, MigProfile> found) {
        for (int i = 0; i < text.size(); i++) {
            MatchResult row = text.match(i, PLACEMENT).orElse(null);
            // profiles that -lgip does not list can't be used, whatever their places
            MigProfile profile = row != null && number(row, 1) == gpu ? found.get(number(row, 2)) : null;
            if (row != null && profile != null) {
                found.put(
                        number(row, 2),
                        text.read(
                                i,
                                () -> profile.toBuilder()
                                        .placements(starts(row.group(3)), number(row, 4))
                                        .build()));
            } else if (row == null
                    && text.line(i).contains("Profile ID")
                    && text.line(i).startsWith("GPU")) {
                throw text.malformed(i, "this is not a row of placements");
            }
        }
    }

    private static List<Integer> starts(String list) {
        List<Integer> starts = new ArrayList<>();
        SEPARATOR.splitAsStream(list).map(Integer::valueOf).forEach(starts::add);
        return starts;
    }

    private static int number(MatchResult row, int group) {
        return Integer.parseInt(row.group(group));
    }
}
