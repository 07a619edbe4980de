package io.telcofactory.gpu.catalogue;

import io.telcofactory.gpu.internal.Errors;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The profiles one GPU of a live node offers, read from the output of {@code nvidia-smi mig -lgip} and {@code -lgipp}.
 *
 * <p>The first command tells ids, memory, multiprocessors and engines, the second one the placements; both texts together,
 * in any order, make a complete listing.
 *
 * @since 0.1
 */
public final class MigListing {
    private static final Pattern PROFILE = Pattern.compile(
            "\\|\\s*(\\d+)\\s+MIG\\s+(\\S+)\\s+(\\d+)\\s+(\\d+)/(\\d+)\\s+(\\d+(?:\\.\\d+)?)\\s+(?:Yes|No)\\s+(\\d+)\\s+(\\d+)\\s+(\\d+)\\s*\\|");
    private static final Pattern ENGINES_ROW = Pattern.compile("\\|\\s+(\\d+)\\s+(\\d+)\\s+(\\d+)\\s*\\|");
    private static final Pattern PLACEMENT = Pattern.compile(
            "GPU\\s+(\\d+)\\s+Profile ID\\s+(\\d+)\\s+Placements?\\s*:\\s*\\{([\\d,\\s]+)}\\s*:\\s*(\\d+)");

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
     *     the GPU is not listed
     */
    public static MigListing parse(String output, int gpu) {
        Map<Integer, MigProfile.Builder> found = new LinkedHashMap<>();
        List<String> lines = output.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            Matcher row = PROFILE.matcher(lines.get(i).trim());
            if (row.matches()) {
                if (Integer.parseInt(row.group(1)) == gpu) {
                    int id = Integer.parseInt(row.group(3));
                    ProfileName name = ProfileName.parse(row.group(2));
                    found.put(id, profile(name, row, i + 1 < lines.size() ? lines.get(i + 1) : null));
                }
            } else if (lines.get(i).contains(" MIG ")) {
                throw Errors.malformed("nvidia-smi mig -lgip", lines.get(i), "line %d is not a profile row", i + 1);
            }
        }
        if (found.isEmpty()) {
            throw Errors.malformed(
                    "nvidia-smi mig -lgip",
                    output,
                    "no profile of GPU %d is listed; is MIG enabled there (nvidia-smi -i %d -mig 1) and the index right?",
                    gpu,
                    gpu);
        }
        placements(lines, gpu, found);
        List<MigProfile> profiles = new ArrayList<>();
        found.forEach((id, builder) -> {
            MigProfile profile = builder.build();
            if (profile.starts().isEmpty()) {
                throw Errors.malformed(
                        "nvidia-smi mig -lgipp",
                        output,
                        "profile %s (id %d) of GPU %d has no placements; append the output of nvidia-smi mig -lgipp",
                        profile,
                        id,
                        gpu);
            }
            profiles.add(profile);
        });
        return new MigListing(List.copyOf(profiles));
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
     * @param board the board of that kind as known so far; its names, memory and device ids are kept
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

    private static MigProfile.Builder profile(ProfileName name, Matcher row, @Nullable String next) {
        Matcher engines = ENGINES_ROW.matcher(next == null ? "" : next.trim());
        if (!engines.matches()) {
            throw Errors.malformed(
                    "nvidia-smi mig -lgip",
                    row.group(),
                    "the row of %s is not followed by its engines (CE, JPEG, OFA)",
                    name);
        }
        return MigProfile.builder(name)
                .id(Integer.parseInt(row.group(3)))
                .maxInstances(Integer.parseInt(row.group(5)))
                .memoryGib(Double.parseDouble(row.group(6)))
                .streamingMultiprocessors(Integer.parseInt(row.group(7)))
                .engines(Engines.unknown()
                        .with(Engine.DECODER, Integer.parseInt(row.group(8)))
                        .with(Engine.ENCODER, Integer.parseInt(row.group(9)))
                        .with(Engine.COPY, Integer.parseInt(engines.group(1)))
                        .with(Engine.JPEG, Integer.parseInt(engines.group(2)))
                        .with(Engine.OFA, Integer.parseInt(engines.group(3))));
    }

    private static void placements(List<String> lines, int gpu, Map<Integer, MigProfile.Builder> found) {
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).trim();
            Matcher row = PLACEMENT.matcher(line);
            if (row.matches()) {
                MigProfile.Builder profile = found.get(Integer.parseInt(row.group(2)));
                if (Integer.parseInt(row.group(1)) == gpu && profile != null) {
                    profile.placements(starts(row.group(3)), Integer.parseInt(row.group(4)));
                }
            } else if (line.contains("Profile ID")) {
                throw Errors.malformed("nvidia-smi mig -lgipp", line, "line %d is not a placement row", i + 1);
            }
        }
    }

    private static List<Integer> starts(String list) {
        return Pattern.compile(",")
                .splitAsStream(list)
                .map(start -> Integer.valueOf(start.trim()))
                .toList();
    }
}
