package io.telcofactory.opennebula.backend;

import io.telcofactory.api.Finding;
import io.telcofactory.api.Ref;
import io.telcofactory.api.site.Inventory;
import io.telcofactory.api.site.Site;
import io.telcofactory.api.spi.Observation;
import io.telcofactory.api.spi.Owned;
import io.telcofactory.api.spi.Stamp;
import io.telcofactory.opennebula.OpenNebula;
import io.telcofactory.opennebula.backend.read.InventoryReader;
import io.telcofactory.opennebula.backend.read.Machines;
import io.telcofactory.opennebula.backend.read.Pools;
import io.telcofactory.opennebula.backend.read.Snapshot;
import io.telcofactory.opennebula.backend.read.Strays;
import io.telcofactory.opennebula.backend.render.Externals;
import io.telcofactory.opennebula.backend.render.Stamps;
import io.telcofactory.opennebula.flow.FlowDocument;
import io.telcofactory.opennebula.model.Image;
import io.telcofactory.opennebula.model.Network;
import io.telcofactory.opennebula.model.OneObject;
import io.telcofactory.opennebula.model.Vm;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads everything of one factory in as many calls as there are pools, and one more for each tenant: the quotas of its group. */
final class Observer {
    private final OpenNebula one;
    private final Snapshot snapshot;
    private final Site site;
    private final Stamps stamps;
    private final Pools pools;
    private final List<Owned> owned = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private final Map<Integer, Ref> networks = new HashMap<>();
    private final Machines machines;

    Observer(OpenNebula one, Snapshot snapshot, Site site) {
        this.one = one;
        this.snapshot = snapshot;
        this.site = site;
        this.stamps = snapshot.stamps();
        this.pools = new Pools(snapshot);
        this.machines = new Machines(pools, stamps);
    }

    /** Reads what an apply or a status needs: what is owned and what those external things stand for that a plan may leave open. */
    Observation observeOwned() {
        readOwned();
        return new Observation(owned, Inventory.empty(), externals(), findings);
    }

    /** Reads what a plan needs. */
    Observation observe() {
        readOwned();
        findings.addAll(new Strays(pools, stamps).findings());
        findings.addAll(new SiteParts(pools, site).findings());
        Inventory inventory = Inventory.builder()
                .from(new InventoryReader(pools, site).read(networks))
                .guestsReport(guestsReport())
                .build();
        Map<String, String> externals = externals();
        pools.hosts().forEach(host -> externals.put(Externals.key(Externals.HOST, host.name()), id(host)));
        return new Observation(owned, inventory, externals, findings);
    }

    private void readOwned() {
        for (Ref ref : refs()) {
            switch (ref.kind()) {
                case Ref.TENANT -> tenant(ref);
                case Ref.NETWORK -> network(ref);
                case Ref.ROUTER -> router(ref);
                case Ref.SERVICE, Ref.FUNCTION -> service(ref);
                default -> {
                    // made by a later release
                }
            }
        }
    }

    /** Every resource of which there is at least one part that is ours. */
    private Set<Ref> refs() {
        Set<Ref> refs = new TreeSet<>();
        Stream.of(
                        pools.anchors(),
                        pools.networks(),
                        pools.securityGroups(),
                        pools.vmGroups(),
                        pools.templates(),
                        pools.virtualRouters())
                .flatMap(List::stream)
                .filter(object -> object.userId() == stamps.userId())
                .forEach(object -> stamps.of(object).map(Stamp::ref).ifPresent(refs::add));
        Stream.of(pools.groups(), pools.vdcs())
                .flatMap(List::stream)
                .map(OneObject.class::cast)
                .forEach(object -> stamps.of(object).map(Stamp::ref).ifPresent(refs::add));
        Stream.of(pools.serviceTemplates(), pools.services())
                .flatMap(List::stream)
                .map(FlowDocument.class::cast)
                .forEach(document -> stamps.of(document).map(Stamp::ref).ifPresent(refs::add));
        return refs;
    }

    private void tenant(Ref ref) {
        TenantParts parts = new TenantParts(pools, stamps, site, ref);
        parts.stamp().ifPresent(stamp -> {
            TenantView view = new TenantView(parts, site);
            int group = parts.group().map(OneObject::id).orElse(-1);
            owned.add(builder(stamp, ref)
                    .fields(view.fields(found -> one.groups().get(found.id())))
                    .outputs(view.outputs())
                    .usedBy(machines.foreignOfGroup(group))
                    .build());
        });
    }

    private void network(Ref ref) {
        TenantParts tenant = new TenantParts(pools, stamps, site, Ref.tenant(ref.tenant()));
        NetworkParts parts = new NetworkParts(pools, stamps, tenant, ref);
        parts.stamp().ifPresent(stamp -> {
            NetworkView view = new NetworkView(parts);
            int id = parts.network().map(Network::id).orElse(-1);
            parts.network().ifPresent(network -> networks.put(network.id(), ref));
            owned.add(builder(stamp, ref)
                    .fields(view.fields())
                    .outputs(view.outputs())
                    .usedBy(machines.foreignOnNetwork(id))
                    .health(view.health())
                    .reason(view.reason())
                    .build());
        });
    }

    private void router(Ref ref) {
        RouterParts parts = new RouterParts(pools, stamps, ref);
        parts.stamp()
                .ifPresent(stamp -> owned.add(builder(stamp, ref)
                        .fields(parts.fields())
                        .outputs(parts.outputs())
                        .build()));
    }

    private void service(Ref ref) {
        TenantParts tenant = new TenantParts(pools, stamps, site, Ref.tenant(ref.tenant()));
        ServiceParts parts = new ServiceParts(pools, stamps, tenant, ref);
        parts.stamp().ifPresent(stamp -> {
            ServiceView view = new ServiceView(parts);
            List<Vm> vms = machines.of(parts.nodes());
            ServiceHealth state = ServiceHealth.of(parts, vms);
            owned.add(builder(stamp, ref)
                    .fields(view.fields())
                    .outputs(view.outputs(vms))
                    .instances(view.instances())
                    .health(state.health())
                    .reason(state.reason())
                    .build());
        });
    }

    private static Owned.Builder builder(Stamp stamp, Ref ref) {
        return Owned.builder().ref(ref).blueprint(stamp.blueprint()).applied(stamp.value());
    }

    private boolean guestsReport() {
        return snapshot.configuration()
                .text("ONEGATE_ENDPOINT")
                .filter(endpoint -> !endpoint.isBlank())
                .isPresent();
    }

    /** All but hosts, whose pool is the largest: those that a plan names are known or it has an error. */
    private Map<String, String> externals() {
        Map<String, String> externals = new HashMap<>();
        unambiguous(pools.images(), Image::name)
                .forEach((name, image) -> externals.put(Externals.key(Externals.IMAGE, name), id(image)));
        String fetched = ApplianceImages.prefix(stamps.scope().factory());
        pools.images().stream()
                .filter(image ->
                        image.userId() == stamps.userId() && image.name().startsWith(fetched))
                .forEach(image -> externals.put(
                        Externals.key(Externals.APPLIANCE, image.name().substring(fetched.length())), id(image)));
        unambiguous(pools.networks(), Network::name)
                .forEach((name, network) -> externals.put(Externals.key(Externals.NETWORK, name), id(network)));
        return externals;
    }

    private static <T> Map<String, T> unambiguous(List<T> objects, Function<T, String> name) {
        return objects.stream().collect(Collectors.groupingBy(name)).entrySet().stream()
                .filter(entry -> entry.getValue().size() == 1)
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().get(0)));
    }

    private static String id(OneObject object) {
        return Integer.toString(object.id());
    }
}
