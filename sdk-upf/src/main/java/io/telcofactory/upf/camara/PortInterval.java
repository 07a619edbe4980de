package io.telcofactory.upf.camara;

/**
 * A range of ports; 0 to 65535 each.
 *
 * <p><b>Source:</b> CAMARA Quality On Demand 1.1.0
 *
 * @param from the first
 * @param to the last
 * @since 0.1
 */
public record PortInterval(int from, int to) {}
