package io.telcofactory.opennebula.backend;

import io.telcofactory.api.Finding;
import io.telcofactory.api.site.Site;
import io.telcofactory.opennebula.backend.read.Pools;
import io.telcofactory.opennebula.backend.render.TenantRendering;
import io.telcofactory.opennebula.model.Cluster;
import io.telcofactory.opennebula.model.Datastore;
import io.telcofactory.opennebula.model.DatastoreState;
import io.telcofactory.opennebula.model.DatastoreType;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Finds what the site document means on the server, and tells what is not there. */
final class SiteParts {
    private final Pools pools;
    private final Site site;

    SiteParts(Pools pools, Site site) {
        this.pools = pools;
        this.site = site;
    }

    Optional<Cluster> cluster() {
        return pools.clusters().stream()
                .filter(cluster -> cluster.name().equals(site.cluster()))
                .findFirst();
    }

    List<Integer> hosts() {
        return cluster().map(Cluster::hostIds).orElse(List.of());
    }

    /** The system datastore that the site names, or all enabled ones of the cluster. */
    List<Integer> systemDatastores() {
        Predicate<Datastore> meant = site.systemDatastore()
                .<Predicate<Datastore>>map(name -> datastore -> datastore.name().equals(name))
                .orElse(this::enabledInCluster);
        return pools.datastores().stream()
                .filter(datastore -> datastore.type() == DatastoreType.SYSTEM)
                .filter(meant)
                .map(Datastore::id)
                .toList();
    }

    /** The image datastore that the site names, or the roomiest of the enabled ones of the cluster. */
    Optional<Datastore> imageDatastore() {
        Predicate<Datastore> meant = site.imageDatastore()
                .<Predicate<Datastore>>map(name -> datastore -> datastore.name().equals(name))
                .orElse(this::enabledInCluster);
        return roomiest(pools.datastores().stream()
                .filter(datastore -> datastore.type() == DatastoreType.IMAGE)
                .filter(meant));
    }

    /** Of two that are equal, the older one. */
    static Optional<Datastore> roomiest(Stream<Datastore> datastores) {
        return datastores.max(
                Comparator.comparingLong(Datastore::freeMb).thenComparing(Datastore::id, Comparator.reverseOrder()));
    }

    private boolean enabledInCluster(Datastore datastore) {
        return datastore.state() == DatastoreState.READY
                && cluster()
                        .filter(cluster -> datastore.clusterIds().contains(cluster.id()))
                        .isPresent();
    }

    List<Finding> findings() {
        if (cluster().isEmpty()) {
            return List.of(unknown("site-unknown-cluster", "cluster '" + site.cluster() + "'"));
        }
        return systemDatastores().isEmpty()
                ? List.of(unknown(
                        "site-unknown-datastore", "system datastore: " + TenantRendering.systemDatastores(site)))
                : List.of();
    }

    private Finding unknown(String code, String what) {
        return new Finding(
                code,
                Finding.Severity.ERROR,
                Optional.empty(),
                "the server does not have what the site document '" + site.name() + "' names: " + what,
                "correct the site document, or make it on the server");
    }
}
