/** GPU catalogue, MIG geometry, placement and transition planning, model sizing. */
module io.telcofactory.gpu {
    requires transitive io.telcofactory.api;
    requires static org.immutables.value;
    requires static org.jspecify;
    requires com.fasterxml.jackson.core;
    requires com.fasterxml.jackson.databind;

    exports io.telcofactory.gpu;
    exports io.telcofactory.gpu.catalogue;
    exports io.telcofactory.gpu.geometry;
    exports io.telcofactory.gpu.placement;
    exports io.telcofactory.gpu.sizing;
    exports io.telcofactory.gpu.transition;
}
