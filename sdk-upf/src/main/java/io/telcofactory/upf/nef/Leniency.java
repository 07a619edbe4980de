package io.telcofactory.upf.nef;

/**
 * A rule of the standard that a network does not keep, and that the SDK then does not insist on. By default it insists on
 * all rules.
 *
 * @since 0.1
 */
public enum Leniency {
    /**
     * A route may name only its DNAI. The schema wants a tunnel or a profile too; free5GC needs neither, and its own guide
     * sends neither.
     */
    ROUTE_WITHOUT_PROFILE,
    /**
     * A flow description may be any text. The network is trusted to understand it.
     */
    ANY_FLOW_DESCRIPTION
}
