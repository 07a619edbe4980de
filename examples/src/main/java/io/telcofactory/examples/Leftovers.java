package io.telcofactory.examples;

import io.telcofactory.opennebula.OpenNebula;
import io.telcofactory.opennebula.model.IdRange;
import io.telcofactory.opennebula.model.OneObject;
import io.telcofactory.opennebula.model.PoolFilter;
import io.telcofactory.opennebula.model.VmStateFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Looks in every pool for what the factory may have made, by native names and not by stamps. */
final class Leftovers {
    private static final int SERVICE = 100;
    private static final int SERVICE_TEMPLATE = 101;
    private static final int ANCHOR = 1100;

    private final OpenNebula one;
    private final String prefix;
    private final List<String> found = new ArrayList<>();

    private Leftovers(OpenNebula one, String factory) {
        this.one = one;
        this.prefix = factory + ".";
    }

    static List<String> of(OpenNebula one, String factory) {
        Leftovers leftovers = new Leftovers(one, factory);
        leftovers.look();
        return leftovers.found;
    }

    private void look() {
        collect("group", one.groups().list());
        collect("user", one.users().list());
        collect("VDC", one.vdcs().list());
        collect("network", one.networks().list(PoolFilter.ALL, IdRange.ALL));
        collect("security group", one.securityGroups().list(PoolFilter.ALL, IdRange.ALL));
        collect("template", one.templates().list(PoolFilter.ALL, IdRange.ALL));
        collect("service", one.documents().list(PoolFilter.ALL, IdRange.ALL, SERVICE));
        collect("service template", one.documents().list(PoolFilter.ALL, IdRange.ALL, SERVICE_TEMPLATE));
        collect("anchor", one.documents().list(PoolFilter.ALL, IdRange.ALL, ANCHOR));
        try (Stream<? extends OneObject> vms =
                one.vms().list(PoolFilter.ALL, IdRange.ALL, VmStateFilter.NOT_DONE, "")) {
            vms.filter(vm -> ours(String.valueOf(vm.attribute("GNAME").orElse(""))))
                    .forEach(vm -> found.add("VM " + vm.id() + " " + vm.name()));
        }
    }

    private void collect(String kind, Stream<? extends OneObject> pool) {
        try (pool) {
            pool.filter(object -> ours(object.name()))
                    .forEach(object -> found.add(kind + " " + object.id() + " " + object.name()));
        }
    }

    private boolean ours(String name) {
        return name.contains(prefix);
    }
}
