package io.telcofactory.api.site;

import io.telcofactory.api.Ref;
import io.telcofactory.api.compute.DataSize;
import io.telcofactory.api.internal.ValueStyle;
import io.telcofactory.api.network.Cidr;
import io.telcofactory.api.network.NetworkType;
import io.telcofactory.api.service.Appliance;
import io.telcofactory.api.service.HostFailure;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What a backend found at the site: capacity, and things that blueprints refer to but never change.
 *
 * @since 0.1
 */
@Value.Immutable
@ValueStyle
public sealed interface Inventory permits ImmutableInventory {

    /**
     * An image.
     *
     * @param id the backend's number for it
     * @param name its name, not necessarily unique
     * @param ready whether virtual machines may use it
     * @param size the space that a copy of it takes, if known
     */
    record Image(int id, String name, boolean ready, Optional<DataSize> size) {

        /**
         * Makes an image of unknown size.
         *
         * @param id the backend's number for it
         * @param name its name, not necessarily unique
         * @param ready whether virtual machines may use it
         */
        public Image(int id, String name, boolean ready) {
            this(id, name, ready, Optional.empty());
        }
    }

    /**
     * All that hosts have, used or not.
     *
     * @param cpus hardware threads
     * @param memory of all hosts
     */
    record Capacity(long cpus, DataSize memory) {}

    /**
     * An app of a marketplace.
     *
     * @param id the backend's number for it
     * @param name its name, not necessarily unique
     * @param marketplace the marketplace's name
     * @param usable whether it is ready and holds one image and what its machine needs
     * @param inputs what it asks for
     */
    record App(int id, String name, String marketplace, boolean usable, List<UserInput> inputs) {

        /** Keeps the list unmodifiable. */
        public App {
            inputs = List.copyOf(inputs);
        }
    }

    /**
     * A network, ours or foreign.
     *
     * @param id the backend's number for it
     * @param name its name on the server
     * @param owner the resource it was made for, or empty for a foreign one
     * @param type how it is kept apart from others
     * @param segment its VLAN or VXLAN network identifier, or empty for none
     * @param subnets its subnets, none if unknown
     * @param physicalDevice the hosts' interface that carries it, empty text if unknown
     */
    record Network(
            int id,
            String name,
            Optional<Ref> owner,
            NetworkType type,
            Optional<Integer> segment,
            List<Cidr> subnets,
            String physicalDevice) {

        /** Keeps the list unmodifiable. */
        public Network {
            subnets = List.copyOf(subnets);
        }

        /**
         * Returns a copy with another owner.
         *
         * @param newOwner the resource it was made for, or empty for a foreign one
         * @return the copy
         */
        public Network ownedBy(Optional<Ref> newOwner) {
            return new Network(id, name, newOwner, type, segment, subnets, physicalDevice);
        }
    }

    /**
     * Returns the site document.
     *
     * @return what was configured, or empty if the backend has none
     */
    Optional<Site> site();

    /**
     * Returns the servers.
     *
     * @return all hosts of the site's cluster
     */
    List<Host> hosts();

    /**
     * Returns whether guests can report to the server that they are ready and what they measure.
     *
     * @return true by default
     */
    @Value.Default
    default boolean guestsReport() {
        return true;
    }

    /**
     * Returns what becomes of virtual machines when their host fails.
     *
     * @return what the site does, or empty if that is not known
     */
    Optional<HostFailure> hostFailure();

    /**
     * Returns the images.
     *
     * @return all that the backend's credentials can see
     */
    List<Image> images();

    /**
     * Returns what marketplaces offer.
     *
     * @return all apps that the backend's credentials can see
     */
    List<App> apps();

    /**
     * Finds the apps that an appliance may mean.
     *
     * @param appliance any appliance
     * @return one, or none or several if its name means nothing or is ambiguous
     */
    default List<App> apps(Appliance appliance) {
        return apps().stream()
                .filter(app -> app.name().equals(appliance.name()))
                .filter(app -> appliance.marketplace().isEmpty()
                        || appliance.marketplace().get().equals(app.marketplace()))
                .toList();
    }

    /**
     * Returns the networks.
     *
     * @return all that the backend's credentials can see
     */
    List<Network> networks();

    /**
     * Returns the datastores for images.
     *
     * @return their names, not necessarily unique
     */
    List<String> datastores();

    /**
     * Returns the clusters.
     *
     * @return their names
     */
    List<String> clusters();

    /**
     * Returns what the hosts of the site's cluster have together.
     *
     * @return the sum, or empty if not known
     */
    Optional<Capacity> capacity();

    /**
     * Returns an inventory of nothing.
     *
     * @return the inventory of a backend that has none
     */
    static Inventory empty() {
        return builder().build();
    }

    /**
     * Starts an inventory.
     *
     * @return a builder
     */
    static Builder builder() {
        return new Builder();
    }

    /** Collects what was found. */
    final class Builder extends ImmutableInventory.Builder {
        Builder() {}
    }
}
