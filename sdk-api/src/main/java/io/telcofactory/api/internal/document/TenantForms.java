package io.telcofactory.api.internal.document;

import io.telcofactory.api.compute.DataSize;
import io.telcofactory.api.tenant.DatastoreQuota;
import io.telcofactory.api.tenant.Persona;
import io.telcofactory.api.tenant.Quota;
import io.telcofactory.api.tenant.Tenant;
import io.telcofactory.api.tenant.TenantUser;
import io.telcofactory.api.tenant.VlanRange;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How tenants stand in documents. */
final class TenantForms {
    private static final Form<Integer> COUNT = Forms.whole(0, Integer.MAX_VALUE, 16);

    private static final Form<DatastoreQuota> DATASTORE = ObjectForm.of(
                    "datastoreQuota",
                    "the most a tenant may keep on an image datastore",
                    DatastoreDraft::new,
                    DatastoreDraft::build)
            .optional(
                    "size",
                    Forms.SIZE,
                    DatastoreQuota::size,
                    (draft, value) -> draft.size = Optional.of(value),
                    "space of all its images, in whole MiB")
            .optional(
                    "images",
                    COUNT,
                    DatastoreQuota::images,
                    (draft, value) -> draft.images = Optional.of(value),
                    "number of images")
            .build();

    private static final Form<Quota> CLUSTER = machines(ObjectForm.of(
                    "clusterQuota",
                    "the most a tenant's machines may hold on one cluster",
                    Quota::builder,
                    Quota.Builder::build))
            .build();

    private static final Form<Quota> QUOTA = machines(ObjectForm.of(
                    "quota", "the most a tenant may hold at a time", Quota::builder, Quota.Builder::build))
            .defaulted(
                    "gpuModels",
                    new MapForm<>(
                            COUNT, "GPU models and how many of each, whole cards and slices alike", "H100-SXM-80GB"),
                    Quota::gpuModels,
                    Quota.Builder::gpuModels,
                    Map.of(),
                    "GPUs of single models; counted when plans are made, since servers count devices of all models"
                            + " alike")
            .defaulted(
                    "datastores",
                    new MapForm<>(DATASTORE, "names of image datastores", "nvme-images"),
                    Quota::datastores,
                    Quota.Builder::datastores,
                    Map.of(),
                    "space and number of images on single datastores")
            .defaulted(
                    "leases",
                    new MapForm<>(COUNT, "names of provider networks and how many addresses of each", "uplink"),
                    Quota::leases,
                    Quota.Builder::leases,
                    Map.of(),
                    "addresses on provider networks")
            .defaulted(
                    "clusters",
                    new MapForm<>(CLUSTER, "names of clusters", "edge"),
                    Quota::clusters,
                    Quota.Builder::clusters,
                    Map.of(),
                    "further limits of the machines on single clusters")
            .build();

    private static final Form<TenantUser> USER = ObjectForm.of(
                    "user",
                    "who works on a tenant; logs in as FACTORY.TENANT.NAME",
                    () -> TenantUser.builder("user"),
                    TenantUser.Builder::build)
            .required(
                    "name",
                    Forms.NAME,
                    TenantUser::name,
                    TenantUser.Builder::name,
                    "the user's name, unique in the tenant")
            .defaulted(
                    "persona",
                    Forms.choice(Persona.class),
                    TenantUser::persona,
                    TenantUser.Builder::persona,
                    Persona.END_USER,
                    "sees services (end-user), administers them and the tenant's users (service-admin), or sees hosts"
                            + " as well (infrastructure-admin)")
            .defaulted(
                    "driver",
                    Forms.text("an authentication driver", "^[a-z][a-z0-9_-]{0,31}$", "ldap"),
                    TenantUser::driver,
                    TenantUser.Builder::driver,
                    TenantUser.CORE,
                    "how the server tells that it is this user")
            .optional(
                    "password",
                    Forms.SECRET,
                    TenantUser::password,
                    TenantUser.Builder::password,
                    "where the password is; needed with the driver core, and with no other")
            .optional(
                    "identity",
                    Forms.text(
                            "a public key or subject without blanks", "^\\S{1,16384}$", "AAAAC3NzaC1lZDI1NTE5AAAAI..."),
                    TenantUser::identity,
                    TenantUser.Builder::identity,
                    "by what another driver knows the user")
            .build();

    private static final Form<VlanRange> VLANS =
            Forms.scalar(VlanRange::parse, "VLAN ids", "^[0-9]{1,4}(-[0-9]{1,4})?$", "100-199 or 500");

    static final ObjectForm<Tenant, Tenant.Builder> TENANT = ObjectForm.of(
                    "tenant",
                    "a customer of the site, closed to all others",
                    () -> Tenant.builder("tenant"),
                    Tenant.Builder::build)
            .required(
                    "name",
                    Forms.NAME,
                    Tenant::name,
                    Tenant.Builder::name,
                    "the tenant's name, a DNS label of at most 40 characters")
            .defaulted("quota", QUOTA, Tenant::quota, Tenant.Builder::quota, Quota.unlimited(), "the most it may hold")
            .defaulted("users", Forms.listOf(USER), Tenant::users, Tenant.Builder::users, List.of(), "who works there")
            .defaulted(
                    "vlans",
                    Forms.listOf(VLANS),
                    Tenant::vlans,
                    Tenant.Builder::vlans,
                    List.of(),
                    "the VLAN ids that its networks may take; any if there are none")
            .defaulted(
                    "providerNetworks",
                    Forms.setOf(Forms.text("a network's name on the server", "", "uplink")),
                    Tenant::providerNetworks,
                    Tenant.Builder::providerNetworks,
                    Set.of(),
                    "networks of the provider that its machines may be attached to")
            .build();

    private TenantForms() {}

    /** Adds the limits that hold for machines, on all clusters or on one. */
    private static ObjectForm.Builder<Quota, Quota.Builder> machines(ObjectForm.Builder<Quota, Quota.Builder> form) {
        return form.optional("vms", COUNT, Quota::vms, Quota.Builder::vms, "virtual machines; not limited if absent")
                .optional(
                        "runningVms", COUNT, Quota::runningVms, Quota.Builder::runningVms, "virtual machines that run")
                .optional("vcpus", COUNT, Quota::vcpus, Quota.Builder::vcpus, "virtual CPUs; not limited if absent")
                .optional(
                        "runningVcpus",
                        COUNT,
                        Quota::runningVcpus,
                        Quota.Builder::runningVcpus,
                        "virtual CPUs of machines that run")
                .optional(
                        "memory",
                        Forms.SIZE,
                        Quota::memory,
                        Quota.Builder::memory,
                        "guest memory, in whole MiB; not limited if absent")
                .optional(
                        "runningMemory",
                        Forms.SIZE,
                        Quota::runningMemory,
                        Quota.Builder::runningMemory,
                        "guest memory of machines that run, in whole MiB")
                .optional(
                        "gpus",
                        COUNT,
                        Quota::gpus,
                        Quota.Builder::gpus,
                        "GPU devices, whole cards and slices alike; not limited if absent")
                .optional(
                        "runningGpus",
                        COUNT,
                        Quota::runningGpus,
                        Quota.Builder::runningGpus,
                        "GPU devices of machines that run")
                .optional(
                        "sriovInterfaces",
                        COUNT,
                        Quota::sriovInterfaces,
                        Quota.Builder::sriovInterfaces,
                        "SR-IOV network interfaces")
                .optional(
                        "systemDisk",
                        Forms.SIZE,
                        Quota::systemDisk,
                        Quota.Builder::systemDisk,
                        "space for disks of machines on system datastores, in whole MiB");
    }

    /** A limit of a datastore in the making. */
    private static final class DatastoreDraft {
        private Optional<DataSize> size = Optional.empty();
        private Optional<Integer> images = Optional.empty();

        DatastoreQuota build() {
            return new DatastoreQuota(size, images);
        }
    }
}
