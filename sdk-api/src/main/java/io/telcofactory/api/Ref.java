package io.telcofactory.api;

import io.telcofactory.api.internal.Checks;

/**
 * Names one resource of a factory: {@code tenant/acme}, {@code service/acme/defect-detection}.
 *
 * @param kind the kind's name, for example {@code service}
 * @param tenant name of the tenant it belongs to
 * @param name its own name; for a tenant the same as {@code tenant}
 * @since 0.1
 */
public record Ref(String kind, String tenant, String name) implements Comparable<Ref> {

    /** The kind of a {@link io.telcofactory.api.tenant.Tenant}. */
    public static final String TENANT = "tenant";

    /** The kind of a {@link io.telcofactory.api.network.TenantNetwork}. */
    public static final String NETWORK = "network";

    /** The kind of a {@link io.telcofactory.api.network.N6Breakout}. */
    public static final String BREAKOUT = "breakout";

    /** The kind of a {@link io.telcofactory.api.nf.NetworkFunction}. */
    public static final String FUNCTION = "function";

    /** The kind of a {@link io.telcofactory.api.network.VirtualRouter}. */
    public static final String ROUTER = "router";

    /** The kind of a {@link io.telcofactory.api.service.AiService}. */
    public static final String SERVICE = "service";

    /** 2^32 over the golden ratio. */
    private static final int SPREAD = 0x9E3779B9;

    /** Checks the three parts. */
    public Ref {
        Checks.name("kind", kind);
        Checks.name("tenant", tenant);
        Checks.name("name", name);
        Checks.require(
                !kind.equals(TENANT) || tenant.equals(name), name, "name of a tenant", "must equal '" + tenant + "'");
    }

    /**
     * Returns the reference of a tenant.
     *
     * @param name the tenant's name
     * @return {@code tenant/NAME}
     */
    public static Ref tenant(String name) {
        return new Ref(TENANT, name, name);
    }

    /**
     * Reads the printed form.
     *
     * @param text {@code kind/tenant/name}, or {@code tenant/name}
     * @return the reference
     * @throws IllegalArgumentException if the text has another shape
     */
    public static Ref parse(String text) {
        String[] parts = text.split("/", -1);
        if (parts.length == 2 && parts[0].equals(TENANT)) {
            return tenant(parts[1]);
        }
        Checks.require(
                parts.length == 3, text, "reference", "must look like service/acme/defect-detection or tenant/acme");
        return new Ref(parts[0], parts[1], parts[2]);
    }

    /**
     * Tells whether this names a tenant.
     *
     * @return true for {@code tenant/...}
     */
    public boolean isTenant() {
        return kind.equals(TENANT);
    }

    @Override
    public int compareTo(Ref other) {
        return toString().compareTo(other.toString());
    }

    /** Spreads names that differ in digits only, as those of large factories do: sums of their hash codes collide. */
    @Override
    public int hashCode() {
        return (kind.hashCode() * 31 + tenant.hashCode()) * SPREAD + name.hashCode();
    }

    /** Returns {@code kind/tenant/name}, or {@code tenant/name} for a tenant. */
    @Override
    public String toString() {
        return isTenant() ? kind + "/" + name : kind + "/" + tenant + "/" + name;
    }
}
