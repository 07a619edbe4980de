package io.telcofactory.api.tenant;

/**
 * What a user of a tenant does there, from which the rights follow.
 *
 * @since 0.1
 */
public enum Persona {
    /** Sees what the tenant's services and machines do. */
    END_USER,
    /** Administers the tenant's group: its users and their quotas, its machines and services; not the tenant's own quota. */
    SERVICE_ADMIN,
    /** A service admin who also sees the hosts and datastores of the site's cluster. */
    INFRASTRUCTURE_ADMIN
}
