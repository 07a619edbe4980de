package io.telcofactory.upf.nef;

import java.util.Objects;

/**
 * What UEs are grouped by before a sample of them is taken. The standard may add values; what this release does not know is kept as it came.
 *
 * @param value the text on the wire
 * @since 0.1
 */
public record PartitioningCriteria(String value) {
    /** Type allocation code. */
    public static final PartitioningCriteria TAC = new PartitioningCriteria("TAC");
    /** Network of the subscriber. */
    public static final PartitioningCriteria SUBPLMN = new PartitioningCriteria("SUBPLMN");
    /** Geographical area. */
    public static final PartitioningCriteria GEOAREA = new PartitioningCriteria("GEOAREA");
    /** Slice. */
    public static final PartitioningCriteria SNSSAI = new PartitioningCriteria("SNSSAI");
    /** Data network. */
    public static final PartitioningCriteria DNN = new PartitioningCriteria("DNN");

    /** Checks that there is a text. */
    public PartitioningCriteria {
        Objects.requireNonNull(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
