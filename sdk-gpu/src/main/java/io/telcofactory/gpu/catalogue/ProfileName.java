package io.telcofactory.gpu.catalogue;

import io.telcofactory.gpu.internal.Errors;
import java.util.Collections;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a MIG profile, taken apart: {@code 1g.10gb}, {@code 1g.24gb+me.all}, {@code 1c.3g.40gb}.
 *
 * <p><i>Shape</i>: {@code [Cc.]Gg.Mgb} and any number of attributes, each with its sign. The memory is rounded and differs
 * between drivers ({@code 1g.34gb}, {@code 1g.35gb}), so names are parsed and never listed in code.
 *
 * <p><i>Source</i>: NVIDIA MIG User Guide, <i>Profile naming</i>.
 *
 * @since 0.1
 */
public final class ProfileName implements Comparable<ProfileName> {
    private static final Pattern GRAMMAR =
            Pattern.compile("(?:MIG\\s+)?(?:(\\d{1,2})c\\.)?(\\d{1,2})g\\.(\\d{1,4})gb((?:[+-](?:me\\.all|me|gfx))*)");
    private static final int ROUNDING = 20;
    private static final Pattern CONFIG_ATTRIBUTES = Pattern.compile("\\.(?=(me|gfx))");
    private static final Pattern ATTRIBUTE = Pattern.compile("[+-](?:me\\.all|me|gfx)");

    private final int computeSlices;
    private final int gpuSlices;
    private final int memoryGb;
    private final Set<String> attributes;
    private final String text;

    private ProfileName(int computeSlices, int gpuSlices, int memoryGb, Set<String> attributes) {
        this.computeSlices = computeSlices;
        this.gpuSlices = gpuSlices;
        this.memoryGb = memoryGb;
        this.attributes = attributes;
        this.text = (computeSlices == 0 ? "" : computeSlices + "c.")
                + gpuSlices
                + "g."
                + memoryGb
                + "gb"
                + String.join("", attributes);
    }

    /**
     * Reads a name as tools print it; a leading {@code MIG} is dropped.
     *
     * @param text the name
     * @return the parsed name
     * @throws io.telcofactory.api.error.InvalidRequestException if the text follows another grammar
     */
    public static ProfileName parse(String text) {
        Matcher matcher = GRAMMAR.matcher(Objects.requireNonNull(text, "text").trim());
        if (!matcher.matches()) {
            throw Errors.invalid(
                    "profile name",
                    text,
                    "'%s' is not a MIG profile: expected [Cc.]Gg.Mgb with attributes such as +me, for example 1g.10gb,"
                            + " 1g.10gb+me or 1c.3g.40gb",
                    text);
        }
        int gpuSlices = Integer.parseInt(matcher.group(2));
        int computeSlices = matcher.group(1) == null ? 0 : Integer.parseInt(matcher.group(1));
        boolean badCompute = matcher.group(1) != null && (computeSlices == 0 || computeSlices > gpuSlices);
        if (gpuSlices == 0 || badCompute) {
            throw Errors.invalid(
                    "profile name",
                    text,
                    "'%s' is not a MIG profile: a slice has at least 1g, and a compute instance 1c up to all slices of its"
                            + " GPU instance",
                    text);
        }
        Set<String> attributes = new TreeSet<>();
        Matcher each = ATTRIBUTE.matcher(matcher.group(4));
        while (each.find()) {
            attributes.add(each.group());
        }
        // 3c.3g.40gb spans the whole GPU instance and is printed without the c part
        return new ProfileName(
                computeSlices == gpuSlices ? 0 : computeSlices,
                gpuSlices,
                Integer.parseInt(matcher.group(3)),
                Collections.unmodifiableSet(attributes));
    }

    /**
     * Reads a name as it stands in a Kubernetes resource or a key of the GPU operator, where {@code .} takes the place of
     * {@code +}: {@code 1g.10gb.me}.
     *
     * @param text the name, without a prefix such as {@code nvidia.com/mig-}
     * @return the parsed name
     * @throws io.telcofactory.api.error.InvalidRequestException if the text follows another grammar
     */
    public static ProfileName parseConfigKey(String text) {
        return parse(CONFIG_ATTRIBUTES.matcher(text).replaceAll("+"));
    }

    /**
     * Returns the compute slices when the name is that of a compute instance smaller than its GPU instance.
     *
     * @return the {@code C} of {@code 1c.3g.40gb}, or empty
     */
    public OptionalInt computeSlices() {
        return computeSlices == 0 ? OptionalInt.empty() : OptionalInt.of(computeSlices);
    }

    /**
     * Returns the slices of the GPU instance.
     *
     * @return the {@code G} of {@code 3g.40gb}
     */
    public int gpuSlices() {
        return gpuSlices;
    }

    /**
     * Returns the memory in the name.
     *
     * @return gigabytes, rounded by the driver; a {@link MigProfile} tells what a program can really use
     */
    public int memoryGb() {
        return memoryGb;
    }

    /**
     * Returns the attributes with their sign.
     *
     * @return for example {@code +me}, {@code +gfx}, {@code +me.all}, {@code -me}; empty for most names
     */
    public Set<String> attributes() {
        return attributes;
    }

    /**
     * Returns the name of the GPU instance: without the part that names a compute instance.
     *
     * @return this name, or a shorter one
     */
    public ProfileName gpuInstance() {
        return computeSlices == 0 ? this : new ProfileName(0, gpuSlices, memoryGb, attributes);
    }

    /**
     * Tells whether two names are of one profile: drivers round the memory differently, so that {@code 1g.34gb} on one
     * node is {@code 1g.35gb} on the next.
     *
     * @param other another name, of the same kind of board
     * @return true if only the memory differs, by 5 % at most
     */
    public boolean matches(ProfileName other) {
        return computeSlices == other.computeSlices
                && gpuSlices == other.gpuSlices
                && attributes.equals(other.attributes)
                && Math.abs(memoryGb - other.memoryGb) * ROUNDING <= Math.max(memoryGb, other.memoryGb);
    }

    /**
     * Returns the name as a key of the GPU operator and as a part of a Kubernetes resource.
     *
     * @return for example {@code 1g.10gb.me}
     */
    public String configKey() {
        return text.replace('+', '.');
    }

    @Override
    public int compareTo(ProfileName other) {
        int bySlices = Integer.compare(gpuSlices, other.gpuSlices);
        int byMemory = bySlices != 0 ? bySlices : Integer.compare(memoryGb, other.memoryGb);
        return byMemory != 0 ? byMemory : text.compareTo(other.text);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ProfileName name && name.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** Returns the name as {@code nvidia-smi} prints it. */
    @Override
    public String toString() {
        return text;
    }
}
