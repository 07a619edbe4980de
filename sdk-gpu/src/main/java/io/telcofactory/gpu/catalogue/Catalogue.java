package io.telcofactory.gpu.catalogue;

import io.telcofactory.gpu.internal.Errors;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The boards the SDK knows. The built-in tables are a start: users add boards or replace them, and the listing of a live
 * node beats both.
 *
 * <p><i>Threads</i>: immutable.
 *
 * @since 0.1
 */
public final class Catalogue {
    private final Map<String, GpuBoard> boards;
    private final Map<String, GpuBoard> byName;

    private Catalogue(Map<String, GpuBoard> boards) {
        this.boards = boards;
        this.byName = new LinkedHashMap<>();
        boards.values().forEach(board -> board.aliases().forEach(alias -> byName.put(key(alias), board)));
        boards.values().forEach(board -> byName.put(key(board.name()), board));
    }

    /**
     * Returns the tables that come with the SDK.
     *
     * @return the same value for every call
     */
    public static Catalogue builtIn() {
        return BuiltIn.CATALOGUE;
    }

    /**
     * Returns a catalogue without boards.
     *
     * @return the empty catalogue
     */
    public static Catalogue empty() {
        return new Catalogue(Map.of());
    }

    /**
     * Returns a copy with one more board. A board of the same name is replaced, unless its evidence is better: what was
     * read from a live node stays.
     *
     * @param board the board
     * @return the copy
     */
    public Catalogue with(GpuBoard board) {
        Map<String, GpuBoard> copy = new LinkedHashMap<>(boards);
        copy.merge(board.name(), board, (old, added) -> old.evidence().compareTo(added.evidence()) > 0 ? old : added);
        return new Catalogue(copy);
    }

    /**
     * Returns a copy in which a board's profiles are those a live node printed.
     *
     * @param boardName the board the node holds, by any of its names
     * @param listing what {@code nvidia-smi} printed there
     * @return the copy
     * @throws io.telcofactory.api.error.NotFoundException if the catalogue does not know the board
     */
    public Catalogue withLive(String boardName, MigListing listing) {
        return with(listing.applyTo(get(boardName)));
    }

    /**
     * Returns all boards.
     *
     * @return in the order of the tables, added ones last
     */
    public List<GpuBoard> boards() {
        return List.copyOf(boards.values());
    }

    /**
     * Finds a board by its name in the catalogue or by another name, such as the product name {@code nvidia-smi} prints.
     * Case, spaces, dashes and underscores do not matter.
     *
     * @param name the name
     * @return the board, or empty
     */
    public Optional<GpuBoard> find(String name) {
        return Optional.ofNullable(byName.get(key(name)));
    }

    /**
     * Returns a board by name.
     *
     * @param name the name, as for {@link #find}
     * @return the board
     * @throws io.telcofactory.api.error.NotFoundException if there is none; the message names those that come closest
     */
    public GpuBoard get(String name) {
        return find(name)
                .orElseThrow(() -> Errors.unknown(
                        "board",
                        name,
                        "the catalogue has no board '%s'; %s. Add it with Catalogue.with, or read a live node with"
                                + " MigListing.parse",
                        name,
                        similar(name)));
    }

    /**
     * Finds a board by the device id its PCI function shows.
     *
     * @param deviceId four hexadecimal digits, of vendor {@code 10de}
     * @return the board, or empty
     */
    public Optional<GpuBoard> findByPciDevice(String deviceId) {
        String wanted = deviceId.replaceFirst("^0[xX]", "");
        return boards.values().stream()
                .filter(board -> board.pciDeviceIds().stream().anyMatch(wanted::equalsIgnoreCase))
                .findFirst();
    }

    /**
     * Finds the profiles that carry a MIG-backed vGPU type.
     *
     * @param type the type
     * @return per board the profile; empty for time-sliced types and unknown boards
     */
    public Map<GpuBoard, MigProfile> profilesOf(VgpuType type) {
        Map<GpuBoard, MigProfile> found = new LinkedHashMap<>();
        for (GpuBoard board : boards.values()) {
            if (board.vgpuBoards().contains(type.board())) {
                board.profiles().stream()
                        .filter(type::carriedBy)
                        .findFirst()
                        .ifPresent(profile -> found.put(board, profile));
            }
        }
        return found;
    }

    /**
     * Finds the boards that offer a profile of exactly this name.
     *
     * @param profile the name
     * @return the boards, maybe none
     */
    public List<GpuBoard> offering(ProfileName profile) {
        return boards.values().stream()
                .filter(board -> board.profiles().stream()
                        .anyMatch(offered -> offered.name().equals(profile.gpuInstance())))
                .toList();
    }

    private String similar(String name) {
        String wanted = key(name);
        List<String> near = new ArrayList<>(boards.values().stream()
                .filter(board -> Stream.concat(Stream.of(board.name()), board.aliases().stream())
                        .map(Catalogue::key)
                        .anyMatch(known -> commonPrefix(known, wanted) >= 2))
                .map(GpuBoard::name)
                .toList());
        return near.isEmpty()
                ? "it knows " + boards.keySet().stream().collect(Collectors.joining(", "))
                : "the nearest are " + String.join(", ", near);
    }

    private static int commonPrefix(String a, String b) {
        int length = 0;
        while (length < Math.min(a.length(), b.length()) && a.charAt(length) == b.charAt(length)) {
            length++;
        }
        return length;
    }

    private static String key(String name) {
        String folded = name.toLowerCase(Locale.ROOT).replaceAll("[\\s_-]", "");
        return folded.startsWith("nvidia") ? folded.substring("nvidia".length()) : folded;
    }

    /** Loads the tables at first use. */
    private static final class BuiltIn {
        private static final Catalogue CATALOGUE = load();

        private static Catalogue load() {
            Catalogue catalogue = empty();
            for (GpuBoard board : BoardTable.read("boards.json")) {
                catalogue = catalogue.with(board);
            }
            return catalogue;
        }
    }
}
