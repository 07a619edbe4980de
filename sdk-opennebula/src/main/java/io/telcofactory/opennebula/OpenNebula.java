package io.telcofactory.opennebula;

import io.telcofactory.api.internal.call.CallPolicy;
import io.telcofactory.api.internal.call.RetryBudget;
import io.telcofactory.api.internal.call.RetryLoop;
import io.telcofactory.api.spi.CallListener;
import io.telcofactory.api.spi.HttpTransport;
import io.telcofactory.api.spi.Time;
import io.telcofactory.opennebula.transport.OkHttpTransport;
import io.telcofactory.opennebula.transport.RpcTransport;
import io.telcofactory.opennebula.transport.XmlRpcTransport;
import io.telcofactory.opennebula.xml.XmlLimits;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * A client of OpenNebula 6.10 to 7.4. One client serves a whole program; it keeps within what a front-end stands: 8 connections
 * and 25 requests a second.
 *
 * <pre>{@code
 * try (OpenNebula one = OpenNebula.connect("http://frontend:2633/RPC2", Credentials.fromEnvironment());
 *         Stream<Vm> vms = one.vms().list()) {
 *     vms.forEach(vm -> System.out.println(vm.name() + " " + vm.stateName()));
 * }
 * }</pre>
 *
 * <p>Errors: all calls throw {@link io.telcofactory.api.error.SdkException}, named by what they mean. Threads: safe, virtual
 * threads included.
 *
 * @since 0.1
 */
public final class OpenNebula implements AutoCloseable {
    private final Caller caller;
    private final RandomGenerator random;
    private final RpcTransport transport;
    private final boolean owner;
    private final Map<Class<?>, Object> proxies = new ConcurrentHashMap<>();

    private OpenNebula(Caller caller, RandomGenerator random, RpcTransport transport, boolean owner) {
        this.caller = caller;
        this.random = random;
        this.transport = transport;
        this.owner = owner;
    }

    /**
     * Makes a client with the defaults. Nothing is sent yet.
     *
     * @param endpoint for example {@code http://frontend:2633/RPC2}
     * @param credentials who calls
     * @return a client, to be closed
     */
    public static OpenNebula connect(String endpoint, Credentials credentials) {
        return builder().endpoint(URI.create(endpoint)).credentials(credentials).build();
    }

    /**
     * Starts a client.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Returns the same client for another user, or for a token. Connections and limits are shared.
     *
     * @param credentials who calls
     * @return a view that needs no closing
     */
    public OpenNebula as(Credentials credentials) {
        return new OpenNebula(caller.as(credentials), random, transport, false);
    }

    /**
     * Returns the calls on virtual machines.
     *
     * @return calls of this client's user
     */
    public Vms vms() {
        return calls(Vms.class);
    }

    /**
     * Returns the calls on VM templates.
     *
     * @return calls of this client's user
     */
    public Templates templates() {
        return calls(Templates.class);
    }

    /**
     * Returns the calls on images.
     *
     * @return calls of this client's user
     */
    public Images images() {
        return calls(Images.class);
    }

    /**
     * Returns the calls on hosts.
     *
     * @return calls of this client's user
     */
    public Hosts hosts() {
        return calls(Hosts.class);
    }

    /**
     * Returns the calls on clusters.
     *
     * @return calls of this client's user
     */
    public Clusters clusters() {
        return calls(Clusters.class);
    }

    /**
     * Returns the calls on virtual networks.
     *
     * @return calls of this client's user
     */
    public Networks networks() {
        return calls(Networks.class);
    }

    /**
     * Returns the calls on network templates.
     *
     * @return calls of this client's user
     */
    public NetworkTemplates networkTemplates() {
        return calls(NetworkTemplates.class);
    }

    /**
     * Returns the calls on security groups.
     *
     * @return calls of this client's user
     */
    public SecurityGroups securityGroups() {
        return calls(SecurityGroups.class);
    }

    /**
     * Returns the calls on virtual data centres.
     *
     * @return calls of this client's user
     */
    public Vdcs vdcs() {
        return calls(Vdcs.class);
    }

    /**
     * Returns the calls on groups.
     *
     * @return calls of this client's user
     */
    public Groups groups() {
        return calls(Groups.class);
    }

    /**
     * Returns the calls on users.
     *
     * @return calls of this client's user
     */
    public Users users() {
        return calls(Users.class);
    }

    /**
     * Returns the calls on the access control list.
     *
     * @return calls of this client's user
     */
    public Acls acls() {
        return calls(Acls.class);
    }

    /**
     * Returns the calls on datastores.
     *
     * @return calls of this client's user
     */
    public Datastores datastores() {
        return calls(Datastores.class);
    }

    /**
     * Returns the calls on marketplaces.
     *
     * @return calls of this client's user
     */
    public Marketplaces marketplaces() {
        return calls(Marketplaces.class);
    }

    /**
     * Returns the calls on apps of marketplaces.
     *
     * @return calls of this client's user
     */
    public MarketplaceApps marketplaceApps() {
        return calls(MarketplaceApps.class);
    }

    /**
     * Returns the calls on documents.
     *
     * @return calls of this client's user
     */
    public Documents documents() {
        return calls(Documents.class);
    }

    /**
     * Returns the calls on zones.
     *
     * @return calls of this client's user
     */
    public Zones zones() {
        return calls(Zones.class);
    }

    /**
     * Returns the calls on VM groups.
     *
     * @return calls of this client's user
     */
    public VmGroups vmGroups() {
        return calls(VmGroups.class);
    }

    /**
     * Returns the calls on virtual routers.
     *
     * @return calls of this client's user
     */
    public VirtualRouters virtualRouters() {
        return calls(VirtualRouters.class);
    }

    /**
     * Returns the calls on hooks.
     *
     * @return calls of this client's user
     */
    public Hooks hooks() {
        return calls(Hooks.class);
    }

    /**
     * Returns the calls on backup jobs.
     *
     * @return calls of this client's user
     */
    public BackupJobs backupJobs() {
        return calls(BackupJobs.class);
    }

    /**
     * Returns the calls on the front-end itself.
     *
     * @return calls of this client's user
     */
    public FrontEnd frontEnd() {
        return calls(FrontEnd.class);
    }

    /**
     * Makes any call of the server by its name, also those that have no method here. It is never repeated after a lost answer.
     *
     * @param method full name, for example {@code one.vm.info}
     * @param arguments what follows the session string: Integer, Long, Boolean, String, a List of Integer, or a {@code
     *     WireArgument}
     * @return the answer's text, or its number as text
     */
    public String call(String method, Object... arguments) {
        RpcMethod untyped = RpcMethod.untyped(method, RpcMethod.Result.TEXT);
        return String.valueOf(caller.call(untyped, arguments));
    }

    /**
     * Waits for an object.
     *
     * @param resource the calls on its kind
     * @param id the object
     * @param <T> the kind's view
     * @return to be told until when
     */
    public <T> Wait<T> await(OneResource<T> resource, int id) {
        return await(resource.getClass().getInterfaces()[0].getSimpleName() + " " + id, () -> resource.get(id));
    }

    /**
     * Waits for anything that can be looked at.
     *
     * @param what its name in errors
     * @param look reads it
     * @param <T> what is read
     * @return to be told until when
     */
    public <T> Wait<T> await(String what, Supplier<T> look) {
        return Wait.on(what, look, caller.time(), random);
    }

    private <T> T calls(Class<T> type) {
        return type.cast(proxies.computeIfAbsent(type, key -> RpcProxy.of(key, caller)));
    }

    /** Closes the transport, unless this client was made by {@link #as}. */
    @Override
    public void close() {
        if (owner) {
            transport.close();
        }
    }

    /** Returns the user, never the secret. */
    @Override
    public String toString() {
        return "OpenNebula " + caller;
    }

    /**
     * Collects the settings of a client.
     *
     * @since 0.1
     */
    public static final class Builder {
        private @Nullable URI endpoint;
        private @Nullable Credentials credentials;
        private @Nullable HttpTransport http;
        private @Nullable RpcTransport rpc;
        private CallPolicy policy = CallPolicy.DEFAULT;
        private Time time = Time.system();
        private RandomGenerator random = new SecureRandom();
        private CallListener listener = CallListener.NONE;
        private XmlLimits limits = XmlLimits.DEFAULT;

        private Builder() {}

        /**
         * Sets where the front-end answers XML-RPC.
         *
         * @param uri for example {@code http://frontend:2633/RPC2}
         * @return this
         */
        public Builder endpoint(URI uri) {
            endpoint = uri;
            return this;
        }

        /**
         * Sets who calls.
         *
         * @param who user and password, or user and token
         * @return this
         */
        public Builder credentials(Credentials who) {
            credentials = who;
            return this;
        }

        /**
         * Sets what carries the HTTP exchanges; closed with the client.
         *
         * @param transport default: {@link OkHttpTransport#create()}
         * @return this
         */
        public Builder http(HttpTransport transport) {
            http = transport;
            return this;
        }

        /**
         * Sets what carries the calls, instead of XML-RPC over HTTP; closed with the client.
         *
         * @param transport needs no endpoint
         * @return this
         */
        public Builder transport(RpcTransport transport) {
            rpc = transport;
            return this;
        }

        /**
         * Sets the longest time of a call, over all attempts.
         *
         * @param longest default 30 seconds
         * @return this
         */
        public Builder deadline(Duration longest) {
            policy = policy.withDeadline(longest);
            return this;
        }

        /**
         * Sets how often a call is tried at most.
         *
         * @param attempts default 3
         * @return this
         */
        public Builder maxAttempts(int attempts) {
            policy = policy.withMaxAttempts(attempts);
            return this;
        }

        /**
         * Sets the source of time for deadlines and pauses.
         *
         * @param source default: the machine's
         * @return this
         */
        public Builder time(Time source) {
            time = source;
            return this;
        }

        /**
         * Sets the source of jitter.
         *
         * @param source safe for concurrent use
         * @return this
         */
        public Builder random(RandomGenerator source) {
            random = source;
            return this;
        }

        /**
         * Hears of every attempt of every call.
         *
         * @param hearer must not block or throw
         * @return this
         */
        public Builder listener(CallListener hearer) {
            listener = hearer;
            return this;
        }

        /**
         * Sets what an answer may cost.
         *
         * @param most default {@link XmlLimits#DEFAULT}
         * @return this
         */
        public Builder limits(XmlLimits most) {
            limits = most;
            return this;
        }

        /**
         * Makes the client. Nothing is sent yet.
         *
         * @return a client, to be closed
         */
        public OpenNebula build() {
            Credentials who = Objects.requireNonNull(credentials, "credentials");
            RpcTransport transport = rpc != null ? rpc : xmlRpc();
            RetryLoop loop = new RetryLoop("opennebula", policy, RetryBudget.standard(), time, random, listener);
            return new OpenNebula(new Caller(transport, who, loop, time, limits), random, transport, true);
        }

        private RpcTransport xmlRpc() {
            URI uri = Objects.requireNonNull(endpoint, "endpoint");
            return new XmlRpcTransport(uri, http != null ? http : OkHttpTransport.create());
        }
    }
}
