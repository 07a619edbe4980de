package io.telcofactory.opennebula.backend.render;

/** Kinds of external things that renderings name by symbols. */
public final class Externals {
    /** An image: its name stands for its id. */
    public static final String IMAGE = "image";

    /** An appliance: its name stands for the id of its image, if that was fetched already. */
    public static final String APPLIANCE = "appliance";

    /** A host of the site: its name stands for its id. */
    public static final String HOST = "host";

    /** A network of the provider: its name stands for its id. */
    public static final String NETWORK = "network";

    /** The key under which an observation resolves a symbol. */
    public static String key(String kind, String name) {
        return kind + ":" + name;
    }

    private Externals() {}
}
