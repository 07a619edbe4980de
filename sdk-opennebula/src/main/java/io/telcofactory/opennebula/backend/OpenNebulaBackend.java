package io.telcofactory.opennebula.backend;

import io.telcofactory.api.Change;
import io.telcofactory.api.Ref;
import io.telcofactory.api.Resource;
import io.telcofactory.api.error.ErrorContext;
import io.telcofactory.api.error.UnsupportedFeatureException;
import io.telcofactory.api.network.TenantNetwork;
import io.telcofactory.api.network.VirtualRouter;
import io.telcofactory.api.service.Workload;
import io.telcofactory.api.site.Site;
import io.telcofactory.api.spi.Adoption;
import io.telcofactory.api.spi.Backend;
import io.telcofactory.api.spi.Check;
import io.telcofactory.api.spi.Execution;
import io.telcofactory.api.spi.LockStore;
import io.telcofactory.api.spi.Observation;
import io.telcofactory.api.spi.Rendering;
import io.telcofactory.api.spi.Scope;
import io.telcofactory.api.spi.SharedState;
import io.telcofactory.api.tenant.Tenant;
import io.telcofactory.opennebula.OpenNebula;
import io.telcofactory.opennebula.backend.read.Pools;
import io.telcofactory.opennebula.backend.read.Snapshot;
import io.telcofactory.opennebula.backend.read.Zone;
import io.telcofactory.opennebula.backend.render.AffinitySayable;
import io.telcofactory.opennebula.backend.render.NameLengths;
import io.telcofactory.opennebula.backend.render.NetworkRendering;
import io.telcofactory.opennebula.backend.render.RouterForm;
import io.telcofactory.opennebula.backend.render.RoutersSayable;
import io.telcofactory.opennebula.backend.render.RulesSayable;
import io.telcofactory.opennebula.backend.render.ServiceRendering;
import io.telcofactory.opennebula.backend.render.TenantRendering;
import io.telcofactory.opennebula.flow.OneFlow;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Makes tenants, networks, network functions and services real on OpenNebula and OneFlow. It needs the rights of {@code oneadmin}; what runs is started and
 * scaled with short-lived credentials of the tenant, so that its quotas and rights apply.
 *
 * <p>Threads: safe; the clients are the caller's and stay open. Source: OpenNebula 7.4.
 *
 * @since 0.1
 */
public final class OpenNebulaBackend implements Backend {
    static final String NAME = "opennebula";

    private final OpenNebula one;
    private final OneFlow flow;
    private final Site site;
    private final Duration deadline;
    private final RandomGenerator random;
    private final Zone zone = new Zone();
    private final TenantSessions sessions = new TenantSessions();

    private OpenNebulaBackend(OpenNebula one, OneFlow flow, Site site, Duration deadline, RandomGenerator random) {
        this.one = one;
        this.flow = flow;
        this.site = site;
        this.deadline = deadline;
        this.random = random;
    }

    /**
     * Starts a backend.
     *
     * @return a builder; client, flow and site must be given
     */
    public static Builder builder() {
        return new Builder();
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(Ref.TENANT, Ref.NETWORK, Ref.ROUTER, Ref.FUNCTION, Ref.SERVICE);
    }

    @Override
    public Observation observe(Scope scope) {
        return new Observer(one, snapshot(scope), site).observe();
    }

    @Override
    public Observation observe(Scope scope, SharedState shared) {
        return new Observer(one, snapshot(scope, shared), site).observeOwned();
    }

    @Override
    public Rendering render(Resource resource, Scope scope) {
        if (resource instanceof Tenant tenant) {
            return TenantRendering.render(tenant, site, scope);
        } else if (resource instanceof TenantNetwork network) {
            return NetworkRendering.render(network, site, scope);
        } else if (resource instanceof VirtualRouter router) {
            return RouterForm.render(router, site, scope);
        } else if (resource instanceof Workload service) {
            return ServiceRendering.render(service, site, scope);
        }
        throw unserved(resource.ref());
    }

    @Override
    public Map<String, String> ensure(Resource resource, Change change, Execution execution) {
        Job job = job(execution);
        if (resource instanceof Tenant tenant) {
            return new TenantConvergence(job, tenant).ensure();
        } else if (resource instanceof TenantNetwork network) {
            return new NetworkConvergence(job, network).ensure();
        } else if (resource instanceof VirtualRouter router) {
            return new RouterConvergence(job, router).ensure();
        } else if (resource instanceof Workload service) {
            return new ServiceConvergence(job, service, sessions).ensure();
        }
        throw unserved(resource.ref());
    }

    @Override
    public void remove(Change change, Execution execution) {
        Job job = job(execution);
        Ref ref = change.ref();
        switch (ref.kind()) {
            case Ref.TENANT -> new TenantRemoval(job, ref).remove();
            case Ref.NETWORK -> new NetworkRemoval(job, ref).remove();
            case Ref.ROUTER -> new RouterRemoval(job, ref).remove();
            case Ref.SERVICE, Ref.FUNCTION -> new ServiceRemoval(job, ref).remove();
            default -> throw unserved(ref);
        }
    }

    @Override
    public Adoption adoption(Resource resource, String nativeId, Scope scope) {
        TenantNetwork network = adoptable(resource);
        Snapshot snapshot = snapshot(scope);
        return new NetworkAdoption(one, new Pools(snapshot), snapshot.stamps(), site).look(network, nativeId);
    }

    @Override
    public void adopt(Resource resource, String nativeId, Execution execution) {
        TenantNetwork network = adoptable(resource);
        Job job = job(execution);
        new NetworkAdoption(one, job.pools(), job.stamps(), site).adopt(network, nativeId, execution);
    }

    private static TenantNetwork adoptable(Resource resource) {
        if (resource instanceof TenantNetwork network) {
            return network;
        }
        throw new UnsupportedFeatureException(
                ErrorContext.of(NAME, "adopt", resource.ref().toString()),
                "OpenNebula renames neither groups nor users, and the machines of a service belong to whoever started"
                        + " it, so that only networks can be adopted, not " + resource.ref()
                        + ". Let a new one be made, and take the old one away by hand");
    }

    @Override
    public List<Check> checks() {
        return List.of(new NameLengths(), new RulesSayable(), new RoutersSayable(), new AffinitySayable());
    }

    @Override
    public Optional<LockStore> locks() {
        return Optional.of(new TemplateLocks(one));
    }

    private Job job(Execution execution) {
        Snapshot snapshot = snapshot(execution.scope(), execution);
        return new Job(one, flow, site, execution, new Patience(execution, deadline), random, snapshot);
    }

    private Snapshot snapshot(Scope scope, SharedState shared) {
        return shared.shared(Snapshot.class, () -> snapshot(scope));
    }

    private Snapshot snapshot(Scope scope) {
        return new Snapshot(one, flow, scope, zone);
    }

    private static IllegalArgumentException unserved(Ref ref) {
        return new IllegalArgumentException(
                ref + " is of kind '" + ref.kind() + "', which the OpenNebula backend does not make");
    }

    /** Collects what a backend needs. */
    public static final class Builder {
        private @Nullable OpenNebula one;
        private @Nullable OneFlow flow;
        private @Nullable Site site;
        private Duration deadline = Duration.ofMinutes(10);
        private RandomGenerator random = new SecureRandom();

        Builder() {}

        /**
         * Sets the client.
         *
         * @param client with the rights of {@code oneadmin}; not closed with the backend
         * @return this builder
         */
        public Builder client(OpenNebula client) {
            this.one = client;
            return this;
        }

        /**
         * Sets the client of OneFlow.
         *
         * @param client of the same front-end and user; not closed with the backend
         * @return this builder
         */
        public Builder flow(OneFlow client) {
            this.flow = client;
            return this;
        }

        /**
         * Sets the site.
         *
         * @param document what differs from site to site
         * @return this builder
         */
        public Builder site(Site document) {
            this.site = document;
            return this;
        }

        /**
         * Sets how long one wait for the server may take.
         *
         * @param longest 10 minutes by default
         * @return this builder
         */
        public Builder deadline(Duration longest) {
            this.deadline = longest;
            return this;
        }

        /**
         * Sets the source of the passwords that service users are given and nobody learns.
         *
         * @param source a secure one by default; another for tests
         * @return this builder
         */
        public Builder random(RandomGenerator source) {
            this.random = source;
            return this;
        }

        /**
         * Makes the backend.
         *
         * @return the backend
         * @throws IllegalStateException if client, flow or site is missing
         */
        public OpenNebulaBackend build() {
            if (one == null || flow == null || site == null) {
                throw new IllegalStateException("an OpenNebula backend needs a client, a client of OneFlow and a site");
            }
            return new OpenNebulaBackend(one, flow, site, deadline, random);
        }
    }
}
