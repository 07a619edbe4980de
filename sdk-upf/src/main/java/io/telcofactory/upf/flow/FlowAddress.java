package io.telcofactory.upf.flow;

/**
 * One side of a flow: a {@link IpPrefix range of addresses} or one of two keywords.
 *
 * @since 0.1
 */
public sealed interface FlowAddress permits FlowAddress.Keyword, IpPrefix {

    /** Addresses that a flow description names by a word. */
    enum Keyword implements FlowAddress {
        /** Every address. */
        ANY("any"),
        /** The address that the network assigned to the UE; only as the destination of a downlink flow. */
        ASSIGNED("assigned");

        private final String word;

        Keyword(String word) {
            this.word = word;
        }

        @Override
        public String toString() {
            return word;
        }
    }
}
