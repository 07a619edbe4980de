package io.telcofactory.upf.flow;

import io.telcofactory.api.network.Snssai;
import java.util.Locale;
import java.util.Optional;

/**
 * Which UEs a rule is about: those in one data network, one slice, both, or all.
 *
 * @param dnn the data network in lower case, empty for all
 * @param snssai the slice, empty for all
 * @since 0.1
 */
public record UeScope(Optional<String> dnn, Optional<Snssai> snssai) {
    /** All UEs. */
    public static final UeScope ALL = new UeScope(Optional.empty(), Optional.empty());

    /** Lowers the case of the data network's name, which does not count. */
    public UeScope {
        dnn = dnn.map(name -> name.toLowerCase(Locale.ROOT));
    }

    /**
     * Tells whether a UE can be in both.
     *
     * @param other the other UEs
     * @return true unless data network or slice differ
     */
    public boolean overlaps(UeScope other) {
        return agree(dnn, other.dnn) && agree(snssai, other.snssai);
    }

    private static <T> boolean agree(Optional<T> one, Optional<T> two) {
        return one.isEmpty() || two.isEmpty() || one.equals(two);
    }

    /** Returns both parts in words. */
    @Override
    public String toString() {
        return "DNN " + dnn.orElse("any") + ", slice "
                + snssai.map(Snssai::toString).orElse("any");
    }
}
