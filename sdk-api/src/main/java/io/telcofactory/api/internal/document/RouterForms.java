package io.telcofactory.api.internal.document;

import io.telcofactory.api.Ref;
import io.telcofactory.api.compute.DataSize;
import io.telcofactory.api.network.IpAddress;
import io.telcofactory.api.network.RouterInterface;
import io.telcofactory.api.network.VirtualRouter;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How virtual routers stand in documents. */
final class RouterForms {
    private static final Form<RouterInterface> INTERFACE = ObjectForm.of(
                    "routerInterface",
                    "where a virtual router is connected to a network of its tenant",
                    Draft::new,
                    Draft::build)
            .required(
                    "network",
                    Forms.REF,
                    RouterInterface::network,
                    (draft, value) -> draft.network = value,
                    "the network")
            .optional(
                    "address",
                    Forms.ADDRESS_TEXT,
                    RouterInterface::address,
                    (draft, value) -> draft.address = Optional.of(value),
                    "its address there, among those that the network gives to virtual machines; the server's choice if"
                            + " absent")
            .build();

    static final ObjectForm<VirtualRouter, VirtualRouter.Builder> ROUTER = ObjectForm.of(
                    "router",
                    "a virtual router between networks of a tenant and one of the provider",
                    () -> VirtualRouter.builder("router"),
                    VirtualRouter.Builder::build)
            .required(
                    "name",
                    Forms.NAME,
                    VirtualRouter::name,
                    VirtualRouter.Builder::name,
                    "the router's name, a DNS label of at most 40 characters")
            .required(
                    "tenant",
                    Forms.NAME,
                    VirtualRouter::tenant,
                    VirtualRouter.Builder::tenant,
                    "the name of its tenant")
            .required(
                    "image",
                    Forms.text("an image's name on the server", "", "service-vnf"),
                    VirtualRouter::image,
                    VirtualRouter.Builder::image,
                    "an image of OpenNebula's virtual router appliance")
            .required(
                    "uplink",
                    Forms.text("a network's name on the server", "", "uplink"),
                    VirtualRouter::uplink,
                    VirtualRouter.Builder::uplink,
                    "the network of the provider; the tenant must be allowed to use it")
            .required(
                    "interfaces",
                    Forms.listOf(INTERFACE),
                    VirtualRouter::interfaces,
                    VirtualRouter.Builder::interfaces,
                    "the networks of the tenant, in the order of the interfaces after that of the uplink")
            .defaulted(
                    "nat",
                    Forms.FLAG,
                    VirtualRouter::nat,
                    VirtualRouter.Builder::nat,
                    true,
                    "whether senders inside are hidden behind the router's address outside; IPv4")
            .defaulted(
                    "instances",
                    Forms.whole(1, 2, 2),
                    VirtualRouter::instances,
                    VirtualRouter.Builder::instances,
                    1,
                    "machines; of two, one stands by")
            .defaulted(
                    "vcpus",
                    Forms.whole(1, 64, 2),
                    VirtualRouter::vcpus,
                    VirtualRouter.Builder::vcpus,
                    1,
                    "virtual CPUs of each machine")
            .defaulted(
                    "memory",
                    Forms.like("512 MiB", Forms.SIZE),
                    VirtualRouter::memory,
                    VirtualRouter.Builder::memory,
                    DataSize.mebibytes(512),
                    "memory of each machine, in whole MiB")
            .build();

    private RouterForms() {}

    /** An interface in the making. */
    private static final class Draft {
        private @Nullable Ref network;
        private Optional<IpAddress> address = Optional.empty();

        RouterInterface build() {
            return new RouterInterface(Objects.requireNonNull(network, "required"), address);
        }
    }
}
