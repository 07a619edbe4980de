package io.telcofactory.api.internal.document;

import io.telcofactory.api.tenant.Quota;
import io.telcofactory.api.tenant.Tenant;

/** How tenants stand in documents. */
final class TenantForms {
    private static final Form<Integer> COUNT = Forms.whole(0, Integer.MAX_VALUE);

    private static final Form<Quota> QUOTA = ObjectForm.of(
                    "quota", "the most a tenant may hold at a time", Quota::builder, Quota.Builder::build)
            .optional("vms", COUNT, Quota::vms, Quota.Builder::vms, "virtual machines; not limited if absent")
            .optional("vcpus", COUNT, Quota::vcpus, Quota.Builder::vcpus, "virtual CPUs; not limited if absent")
            .optional(
                    "memory",
                    Forms.SIZE,
                    Quota::memory,
                    Quota.Builder::memory,
                    "guest memory, in whole MiB; not limited if absent")
            .optional(
                    "gpus",
                    COUNT,
                    Quota::gpus,
                    Quota.Builder::gpus,
                    "GPU devices, whole cards and slices alike; not limited if absent")
            .build();

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
            .build();

    private TenantForms() {}
}
