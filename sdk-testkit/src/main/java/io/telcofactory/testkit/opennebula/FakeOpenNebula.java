package io.telcofactory.testkit.opennebula;

import io.telcofactory.api.spi.HttpAnswer;
import io.telcofactory.api.spi.HttpCall;
import io.telcofactory.api.spi.HttpTransport;
import io.telcofactory.api.spi.Time;
import io.telcofactory.testkit.VirtualTime;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiPredicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A small OpenNebula 7.4 with OneFlow: users, groups, VDCs, access rules, quotas, name rules, state machines, the
 * scheduler with its NUMA and PCI placement, services. It answers with the codes and texts of the real server, also where
 * that errs, and refuses loudly what it does not know.
 *
 * <pre>{@code
 * VirtualTime time = VirtualTime.create();
 * FakeOpenNebula cloud = FakeOpenNebula.edgeSite(time);
 * HttpTransport transport = cloud.transport();   // no sockets: give it to a client with cloud.endpoint()
 * time.advance(Duration.ofSeconds(30));          // machines boot, services start
 * }</pre>
 *
 * <p>Time: the clock it is given decides. On a {@link VirtualTime} everything happens when a test advances it; on the
 * time of the machine it happens as it does on a real server. No thread runs in the background: what is due happens when
 * the next call comes in.
 *
 * <p>Threads: safe for concurrent use; calls run one after the other.
 *
 * @since 0.1
 */
public final class FakeOpenNebula implements AutoCloseable {

    /** The administrator that every fake has. */
    public static final String ADMIN = "oneadmin";

    private static final URI ENDPOINT = URI.create("http://one.fake:2633/RPC2");
    private static final URI FLOW_ENDPOINT = URI.create("http://flow.fake:2474");

    private final ReentrantLock lock = new ReentrantLock();
    private final Time time;
    private final String password;
    private final Cloud cloud;
    private final CallLog log = new CallLog();
    private final RpcServer rpc;
    private final FlowServer flow;
    private final List<LoopbackServer> servers = new ArrayList<>();

    private FakeOpenNebula(Builder builder) {
        this.time = builder.time;
        this.password = builder.password;
        this.cloud = new Cloud(time);
        this.cloud.bootstrap(password);
        this.rpc = new RpcServer(cloud, log);
        this.flow = new FlowServer(cloud, log);
        builder.steps.forEach(step -> step.accept(cloud));
        if (time instanceof VirtualTime virtual) {
            virtual.onAdvance(() -> locked(() -> null));
        }
    }

    /**
     * Starts the description of a fake.
     *
     * @return a builder of an installation without hosts
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Makes an edge site: the cluster {@code default} with the datastores {@code system-dummy} and {@code
     * images-dummy}, the images {@code stream-framer}, {@code
     * defect-detector} and {@code vllm}, two hosts with H100 cards cut by MIG ({@code mig-1}, {@code mig-2}), one with
     * four whole H100 ({@code h100-1}), all three for pinned machines, and two ordinary ones ({@code std-1}, {@code
     * std-2}).
     *
     * @param time the clock it lives on
     * @return a new fake
     */
    public static FakeOpenNebula edgeSite(Time time) {
        return Sites.edge(builder().time(time)).build();
    }

    /**
     * Returns a transport that leads into this fake without sockets, for both endpoints.
     *
     * @return a new transport; closing it does nothing
     */
    public HttpTransport transport() {
        return this::exchange;
    }

    /**
     * Returns the address of oned for {@link #transport()}.
     *
     * @return an address that exists only there
     */
    public URI endpoint() {
        return ENDPOINT;
    }

    /**
     * Returns the address of OneFlow for {@link #transport()}.
     *
     * @return an address that exists only there
     */
    public URI flowEndpoint() {
        return FLOW_ENDPOINT;
    }

    /**
     * Opens free loopback ports for oned and OneFlow, so that any client in any language can call.
     *
     * @return the two addresses; {@link #close()} closes them
     * @throws IOException if no port can be opened
     */
    public Endpoints startHttp() throws IOException {
        LoopbackServer oned = LoopbackServer.start(this::serveOned);
        LoopbackServer oneflow = LoopbackServer.start(this::serveFlow);
        servers.add(oned);
        servers.add(oneflow);
        return new Endpoints(oned.address().resolve("/RPC2"), oneflow.address());
    }

    /**
     * Returns the administrator's credentials.
     *
     * @return {@code oneadmin:password}
     */
    public String adminCredentials() {
        return ADMIN + ":" + password;
    }

    /**
     * Returns the clock the fake lives on.
     *
     * @return the time source it was built with
     */
    public Time time() {
        return time;
    }

    /**
     * Calls a method as the administrator, in the process and without any codec: the back door by which a test makes
     * foreign objects or changes something behind a client's back.
     *
     * @param method for example {@code one.vn.update}
     * @param arguments the parameters after the session: {@code Integer}, {@code Boolean}, {@code String} or {@code List}
     * @return the body of the answer: an {@code Integer} or a {@code String}
     * @throws IllegalStateException if the call is refused; its message is the server's
     */
    public Object rpc(String method, Object... arguments) {
        return rpcAs(adminCredentials(), method, arguments);
    }

    /**
     * Calls a method with the credentials of any user.
     *
     * @param credentials {@code user:password} or {@code user:token}
     * @param method for example {@code one.vm.info}
     * @param arguments the parameters after the session
     * @return the body of the answer: an {@code Integer} or a {@code String}
     * @throws IllegalStateException if the call is refused; its message is the server's
     */
    public Object rpcAs(String credentials, String method, Object... arguments) {
        List<Object> params = new ArrayList<>();
        params.add(credentials);
        params.addAll(Arrays.asList(arguments));
        return locked(() -> {
            try {
                return rpc.invoke(method, params);
            } catch (OneError refused) {
                throw new IllegalStateException("[" + method + "] " + refused.text() + " (code "
                        + refused.code().code() + ")");
            } catch (RpcFault fault) {
                throw new IllegalStateException(method + ": fault " + fault.code() + ", " + fault.text());
            } catch (Unsupported unsupported) {
                throw new IllegalStateException(method + ": " + unsupported.text());
            }
        });
    }

    /**
     * Lists the calls that came over a wire, oldest first; those by {@link #rpc} and inside OneFlow are not among them.
     *
     * @return an unmodifiable copy
     */
    public List<CallRecord> calls() {
        return locked(log::calls);
    }

    /** Forgets the calls so far. */
    public void clearCalls() {
        locked(() -> {
            log.clear();
            return null;
        });
    }

    /**
     * Writes down the whole state, for comparing: every object with its attributes, access rules by their content, and
     * no times, tokens or other things that differ between two equal runs.
     *
     * @param withIds whether ids are part of it
     * @return lines in a stable order
     */
    public String snapshot(boolean withIds) {
        return locked(() -> Snapshot.of(cloud, withIds));
    }

    /**
     * Lists the names of all objects that are still there; ended machines are not among them.
     *
     * @return names, each as often as it occurs
     */
    public List<String> names() {
        return locked(() -> {
            List<String> names = new ArrayList<>();
            for (Resource<?> resource : cloud.resources()) {
                for (OneObject object : resource.pool.all()) {
                    if (!(object instanceof Vm vm) || vm.state() != VmState.DONE) {
                        names.add(object.name());
                    }
                }
            }
            return names;
        });
    }

    /**
     * Lists the machines of a tenant that run.
     *
     * @param group the name of the tenant's group
     * @param role the name of a OneFlow role, or empty for all machines
     * @return their names, oldest first
     */
    public List<String> runningMachines(String group, String role) {
        return locked(() -> cloud.vms().pool.all().stream()
                .filter(vm -> vm.isRunning() && vm.groupName().equals(group))
                .filter(vm -> role.isEmpty() || vm.template().text("ROLE_NAME").equals(role))
                .map(Vm::name)
                .toList());
    }

    /**
     * Reads the context of a machine as its guest would.
     *
     * @param vmId the machine
     * @return an unmodifiable copy of its CONTEXT, empty when it has none
     * @throws IllegalStateException if there is no such machine
     */
    public Map<String, String> contextOf(int vmId) {
        return locked(() -> Map.copyOf(vm(vmId).own().vector("CONTEXT").pairs()));
    }

    /**
     * Reports an attribute as a guest does through OneGate: {@code READY}, or a metric.
     *
     * @param vmId the machine
     * @param name the attribute, in capitals
     * @param value its value
     * @throws IllegalStateException if there is no such machine
     */
    public void reportAsGuest(int vmId, String name, String value) {
        locked(() -> {
            Vm vm = vm(vmId);
            vm.template().set(name, value);
            cloud.changed(vm);
            return null;
        });
    }

    private Vm vm(int id) {
        Vm vm = cloud.vms().pool.find(id);
        if (vm == null) {
            throw new IllegalStateException("the fake has no machine " + id);
        }
        return vm;
    }

    /**
     * Lets boots fail from now on.
     *
     * @param vmAndHost decides by the names of machine and host
     */
    public void failBoots(BiPredicate<String, String> vmAndHost) {
        Objects.requireNonNull(vmAndHost, "vmAndHost");
        locked(() -> {
            cloud.failBoots(vmAndHost);
            return null;
        });
    }

    /** Closes the ports that {@link #startHttp()} opened. The state stays. */
    @Override
    public void close() {
        servers.forEach(LoopbackServer::close);
        servers.clear();
    }

    private HttpAnswer exchange(HttpCall call) throws IOException {
        String authority = call.uri().getAuthority();
        HttpReply reply;
        if (ENDPOINT.getAuthority().equals(authority)) {
            reply = serveOned(call);
        } else if (FLOW_ENDPOINT.getAuthority().equals(authority)) {
            reply = serveFlow(call);
        } else {
            throw new ConnectException("no fake listens at " + call.uri());
        }
        return new HttpAnswer(reply.status(), reply.headers(), new ByteArrayInputStream(reply.body()));
    }

    private HttpReply serveOned(HttpCall call) {
        HttpReply refusal = OnedHttp.refuse(call);
        if (refusal != null) {
            return refusal;
        }
        byte[] body = locked(() -> rpc.answer(call.body()));
        return new HttpReply(
                200,
                Map.of(
                        "content-type", List.of("text/xml; charset=utf-8"),
                        "connection", List.of("close"),
                        "server", List.of("Xmlrpc-c_Abyss/1.33.14")),
                body);
    }

    private HttpReply serveFlow(HttpCall call) {
        return locked(() -> flow.answer(call));
    }

    private <T extends @Nullable Object> T locked(Supplier<T> action) {
        lock.lock();
        try {
            cloud.events().catchUp();
            return action.get();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Two addresses of a fake that listens on sockets.
     *
     * @param oned what {@code ONE_XMLRPC} names
     * @param oneflow what {@code ONEFLOW_URL} names
     */
    public record Endpoints(URI oned, URI oneflow) {}

    /** Describes a fake before it is made. */
    public static final class Builder {

        private final List<java.util.function.Consumer<Cloud>> steps = new ArrayList<>();
        private Time time = VirtualTime.create();
        private String password = "opennebula";

        private Builder() {}

        /**
         * Sets the clock; a {@link VirtualTime} of its own without.
         *
         * @param clock the time source
         * @return this builder
         */
        public Builder time(Time clock) {
            this.time = Objects.requireNonNull(clock, "clock");
            return this;
        }

        /**
         * Sets the administrator's password; {@code opennebula} without.
         *
         * @param secret the password, without blanks
         * @return this builder
         */
        public Builder password(String secret) {
            this.password = Objects.requireNonNull(secret, "secret");
            return this;
        }

        /**
         * Adds a cluster.
         *
         * @param name its name
         * @return this builder
         */
        public Builder cluster(String name) {
            steps.add(cloud -> cloud.clusters().create(name));
            return this;
        }

        /**
         * Adds a host that is already monitored. Its hardware follows the first part of its name: {@code mig-}, {@code
         * h100-}, {@code quad-}, {@code edge1s-}, {@code wide-}; any other name reports the dummy probe's hardware.
         *
         * @param name its name
         * @param cluster the name of its cluster
         * @param pinned whether it takes pinned machines only
         * @return this builder
         */
        public Builder host(String name, String cluster, boolean pinned) {
            steps.add(cloud -> Sites.addHost(cloud, name, cluster, pinned));
            return this;
        }

        /**
         * Adds a datastore for running machines.
         *
         * @param name its name
         * @param cluster the name of its cluster
         * @return this builder
         */
        public Builder systemDatastore(String name, String cluster) {
            steps.add(cloud -> Sites.addDatastore(cloud, name, cluster, "TYPE=SYSTEM_DS\nTM_MAD=dummy"));
            return this;
        }

        /**
         * Adds a datastore for images.
         *
         * @param name its name
         * @param cluster the name of its cluster
         * @return this builder
         */
        public Builder imageDatastore(String name, String cluster) {
            steps.add(cloud -> Sites.addDatastore(cloud, name, cluster, "TYPE=IMAGE_DS\nDS_MAD=dummy\nTM_MAD=dummy"));
            return this;
        }

        /**
         * Adds an image that is ready.
         *
         * @param name its name
         * @param datastore the name of an image datastore
         * @param sizeMb its size in MiB
         * @return this builder
         */
        public Builder image(String name, String datastore, int sizeMb) {
            steps.add(cloud -> Sites.addImage(cloud, name, datastore, sizeMb));
            return this;
        }

        /**
         * Makes the fake.
         *
         * @return a new one
         */
        public FakeOpenNebula build() {
            return new FakeOpenNebula(this);
        }
    }
}
