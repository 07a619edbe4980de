package io.telcofactory.opennebula;

import io.telcofactory.api.spi.HttpTransport;
import io.telcofactory.opennebula.transport.OkHttpTransport;
import io.telcofactory.opennebula.transport.RpcTransport;
import io.telcofactory.opennebula.transport.XmlRpcTransport;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

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
    private final Runnable onClose;
    private final Map<Class<?>, Object> proxies = new ConcurrentHashMap<>();

    private OpenNebula(Caller caller, Runnable onClose) {
        this.caller = caller;
        this.onClose = onClose;
    }

    /**
     * Makes a client with the defaults. Nothing is sent yet.
     *
     * @param endpoint for example {@code http://frontend:2633/RPC2}
     * @param credentials user and password, or user and token
     * @return a client, to be closed
     */
    public static OpenNebula connect(String endpoint, Credentials credentials) {
        return connect(URI.create(endpoint), credentials, ClientSettings.defaults());
    }

    /**
     * Makes a client. Nothing is sent yet.
     *
     * @param endpoint for example {@code http://frontend:2633/RPC2}
     * @param credentials user and password, or user and token
     * @param settings how calls are made
     * @return a client, to be closed
     */
    public static OpenNebula connect(URI endpoint, Credentials credentials, ClientSettings settings) {
        return connect(List.of(endpoint), credentials, settings);
    }

    /**
     * Makes a client of a highly available front-end. It looks for the leader, which servers tell to administrators only, before its
     * first call and whenever a call failed. For other users it asks one server until that is out of reach or knows no leader,
     * then the next one; every server passes changes on to the leader, but a follower may read what is some moments old. Nothing
     * is sent yet.
     *
     * @param endpoints of the servers of one zone, the preferred one first; at least one
     * @param credentials user and password, or user and token
     * @param settings how calls are made
     * @return a client, to be closed
     */
    public static OpenNebula connect(List<URI> endpoints, Credentials credentials, ClientSettings settings) {
        HttpTransport http = settings.transport().orElseGet(OkHttpTransport::create);
        Runnable onClose = settings.transport().isPresent() ? () -> {} : http::close;
        return new OpenNebula(new Caller(new XmlRpcTransport(endpoints, http), credentials, settings), onClose);
    }

    /**
     * Makes a client whose calls go another way than XML-RPC over HTTP.
     *
     * @param transport carries the calls; never closed by the client
     * @param credentials user and password, or user and token
     * @param settings how calls are made; their HTTP transport is not used
     * @return a client
     */
    public static OpenNebula over(RpcTransport transport, Credentials credentials, ClientSettings settings) {
        return new OpenNebula(new Caller(transport, credentials, settings), () -> {});
    }

    /**
     * Returns the same client for another user, or for a token. Connections and limits are shared.
     *
     * @param credentials who calls
     * @return a view that needs no closing
     */
    public OpenNebula as(Credentials credentials) {
        return new OpenNebula(caller.as(credentials), () -> {});
    }

    /** {@return the calls on virtual machines} */
    public Vms vms() {
        return calls(Vms.class);
    }

    /** {@return the calls on VM templates} */
    public Templates templates() {
        return calls(Templates.class);
    }

    /** {@return the calls on images} */
    public Images images() {
        return calls(Images.class);
    }

    /** {@return the calls on hosts} */
    public Hosts hosts() {
        return calls(Hosts.class);
    }

    /** {@return the calls on clusters} */
    public Clusters clusters() {
        return calls(Clusters.class);
    }

    /** {@return the calls on virtual networks} */
    public Networks networks() {
        return calls(Networks.class);
    }

    /** {@return the calls on network templates} */
    public NetworkTemplates networkTemplates() {
        return calls(NetworkTemplates.class);
    }

    /** {@return the calls on security groups} */
    public SecurityGroups securityGroups() {
        return calls(SecurityGroups.class);
    }

    /** {@return the calls on virtual data centres} */
    public Vdcs vdcs() {
        return calls(Vdcs.class);
    }

    /** {@return the calls on groups} */
    public Groups groups() {
        return calls(Groups.class);
    }

    /** {@return the calls on users} */
    public Users users() {
        return calls(Users.class);
    }

    /** {@return the calls on the access control list} */
    public Acls acls() {
        return calls(Acls.class);
    }

    /** {@return the calls on datastores} */
    public Datastores datastores() {
        return calls(Datastores.class);
    }

    /** {@return the calls on marketplaces} */
    public Marketplaces marketplaces() {
        return calls(Marketplaces.class);
    }

    /** {@return the calls on apps of marketplaces} */
    public MarketplaceApps marketplaceApps() {
        return calls(MarketplaceApps.class);
    }

    /** {@return the calls on documents} */
    public Documents documents() {
        return calls(Documents.class);
    }

    /** {@return the calls on zones} */
    public Zones zones() {
        return calls(Zones.class);
    }

    /** {@return the calls on VM groups} */
    public VmGroups vmGroups() {
        return calls(VmGroups.class);
    }

    /** {@return the calls on virtual routers} */
    public VirtualRouters virtualRouters() {
        return calls(VirtualRouters.class);
    }

    /** {@return the calls on hooks} */
    public Hooks hooks() {
        return calls(Hooks.class);
    }

    /** {@return the calls on backup jobs} */
    public BackupJobs backupJobs() {
        return calls(BackupJobs.class);
    }

    /** {@return the calls on the front-end itself} */
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
        return Wait.on(what, look, caller.settings().time(), caller.settings().random());
    }

    private <T> T calls(Class<T> type) {
        return type.cast(proxies.computeIfAbsent(type, key -> RpcProxy.of(key, caller)));
    }

    /** Closes what the client opened itself; does nothing on a view made by {@link #as}. */
    @Override
    public void close() {
        onClose.run();
    }

    /** Returns the user, never the secret. */
    @Override
    public String toString() {
        return "OpenNebula " + caller;
    }
}
