package io.telcofactory.upf.flow;

/**
 * Two rules that some packet belongs to.
 *
 * @param kind what it means
 * @param rule the narrower one, or the later if neither is
 * @param other the wider one, or the earlier
 * @since 0.1
 */
public record FlowConflict(Kind kind, FlowRule rule, FlowRule other) {

    /** What it means that two rules share packets. */
    public enum Kind {
        /** They lead to different places, and neither is narrower: where shared packets go is undefined. */
        CONFLICTING_DNAI,
        /** They lead to different places, and one lies within the other: only precedence in the core tells them apart. */
        NESTED_DNAI,
        /** They lead to the same place, and one lies within the other: the narrower has no effect. */
        SHADOWED,
        /** They lead to the same place and share some packets, which does no harm. */
        OVERLAPPING
    }

    static FlowConflict of(FlowRule a, FlowRule b) {
        boolean aWider = contains(a, b);
        boolean bWider = contains(b, a);
        Kind kind = kind(a.dnai().equals(b.dnai()), aWider, bWider);
        return bWider && !aWider ? new FlowConflict(kind, a, b) : new FlowConflict(kind, b, a);
    }

    private static Kind kind(boolean sameDnai, boolean aWider, boolean bWider) {
        if (sameDnai) {
            return aWider || bWider ? Kind.SHADOWED : Kind.OVERLAPPING;
        }
        return aWider == bWider ? Kind.CONFLICTING_DNAI : Kind.NESTED_DNAI;
    }

    private static boolean contains(FlowRule wide, FlowRule narrow) {
        UeScope outer = wide.ues();
        boolean ues = (outer.dnn().isEmpty() || outer.dnn().equals(narrow.ues().dnn()))
                && (outer.snssai().isEmpty()
                        || outer.snssai().equals(narrow.ues().snssai()));
        return ues && wide.flow().contains(narrow.flow());
    }

    /** Returns both rules and what it means. */
    @Override
    public String toString() {
        return switch (kind) {
            case CONFLICTING_DNAI ->
                rule.id() + " and " + other.id() + " share packets and lead to " + rule.dnai() + " and " + other.dnai();
            case NESTED_DNAI ->
                rule.id() + " (" + rule.dnai() + ") lies within " + other.id() + " (" + other.dnai() + ")";
            case SHADOWED -> rule.id() + " has no effect: " + other.id() + " covers it, with the same DNAI";
            case OVERLAPPING -> rule.id() + " and " + other.id() + " share packets, with the same DNAI";
        };
    }
}
