package io.telcofactory.testkit.opennebula;

/** The calls about the server itself. */
final class SystemCalls {

    static final String VERSION = "7.4.0";

    private final Cloud cloud;

    SystemCalls(Cloud cloud) {
        this.cloud = cloud;
    }

    void register(MethodTable table) {
        table.add("one.system.version", "", (session, args) -> VERSION);
        table.add("one.system.config", "", (session, args) -> ServerConfiguration.xml());
        for (Kind kind : new Kind[] {Kind.MARKETPLACE, Kind.MARKETPLACEAPP, Kind.VNTEMPLATE, Kind.VMGROUP}) {
            emptyPool(table, kind, "iii");
        }
        emptyPool(table, Kind.VROUTER, "iii");
        emptyPool(table, Kind.BACKUPJOB, "iii");
        emptyPool(table, Kind.HOOK, "");
    }

    /** A pool that the fake keeps empty: reading it is exact, writing to it is refused loudly. */
    private static void emptyPool(MethodTable table, Kind kind, String types) {
        String parameters = kind == Kind.MARKETPLACE ? "" : types;
        table.add(
                "one." + kind.prefix() + "pool.info",
                parameters,
                (session, args) -> "<" + kind.poolElement() + "></" + kind.poolElement() + ">");
        table.add("one." + kind.prefix() + ".info", "i?b", (session, args) -> {
            throw OneError.missing(kind, args.number(0));
        });
        for (String verb : new String[] {"delete", "rename", "update", "unlock", "enable", "clone"}) {
            String method = "one." + kind.prefix() + "." + verb;
            if (KnownMethods.isKnown(method)) {
                table.add(method, "i", (session, args) -> {
                    throw OneError.missing(kind, args.number(0));
                });
            }
        }
    }

    Cloud cloud() {
        return cloud;
    }
}
