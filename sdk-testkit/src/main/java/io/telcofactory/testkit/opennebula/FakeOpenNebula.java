package io.telcofactory.testkit.opennebula;

import io.telcofactory.api.spi.HttpAnswer;
import io.telcofactory.api.spi.HttpCall;
import io.telcofactory.api.spi.HttpTransport;
import io.telcofactory.api.spi.Time;
import io.telcofactory.testkit.Fault;
import io.telcofactory.testkit.FaultySite;
import io.telcofactory.testkit.VirtualTime;
import io.telcofactory.testkit.opennebula.internal.access.OneObject;
import io.telcofactory.testkit.opennebula.internal.flow.FlowServer;
import io.telcofactory.testkit.opennebula.internal.gate.OneGateServer;
import io.telcofactory.testkit.opennebula.internal.oned.Cloud;
import io.telcofactory.testkit.opennebula.internal.oned.Resource;
import io.telcofactory.testkit.opennebula.internal.oned.Vm;
import io.telcofactory.testkit.opennebula.internal.oned.VmState;
import io.telcofactory.testkit.opennebula.internal.rpc.OneError;
import io.telcofactory.testkit.opennebula.internal.rpc.RpcFault;
import io.telcofactory.testkit.opennebula.internal.rpc.Unsupported;
import io.telcofactory.testkit.opennebula.internal.server.CallLog;
import io.telcofactory.testkit.opennebula.internal.server.EventPublisher;
import io.telcofactory.testkit.opennebula.internal.server.HttpReply;
import io.telcofactory.testkit.opennebula.internal.server.LoopbackServer;
import io.telcofactory.testkit.opennebula.internal.server.OnedHttp;
import io.telcofactory.testkit.opennebula.internal.server.RpcServer;
import io.telcofactory.testkit.opennebula.internal.template.Numbers;
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
import java.util.function.Consumer;
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
public final class FakeOpenNebula implements FaultySite, AutoCloseable {

    /** The administrator that every fake has. */
    public static final String ADMIN = "oneadmin";

    private static final URI ENDPOINT = URI.create("http://one.fake:2633/RPC2");
    private static final URI FLOW_ENDPOINT = URI.create("http://flow.fake:2474");
    private static final URI GATE_ENDPOINT = URI.create("http://gate.fake:5030");

    private final ReentrantLock lock = new ReentrantLock();
    private final Time time;
    private final String password;
    private final Cloud cloud;
    private final CallLog log = new CallLog();
    private final RpcServer rpc;
    private final FlowServer flow;
    private final OneGateServer gate;
    private final List<LoopbackServer> servers = new ArrayList<>();
    private final List<Runnable> publishers = new ArrayList<>();

    FakeOpenNebula(SiteBuilder builder) {
        this.time = builder.time();
        this.password = builder.password();
        this.cloud = new Cloud(time);
        this.cloud.bootstrap(password);
        this.rpc = new RpcServer(cloud, log);
        this.flow = new FlowServer(cloud, log);
        this.gate = new OneGateServer(cloud, log, flow.engine());
        if (builder.hasOneGate()) {
            cloud.oneGateEndpoint(GATE_ENDPOINT.toString());
        }
        builder.steps().forEach(step -> step.accept(cloud));
        if (time instanceof VirtualTime virtual) {
            virtual.onAdvance(() -> locked(() -> null));
        }
    }

    /**
     * Starts the description of a fake.
     *
     * @return a builder of an installation without hosts
     */
    public static SiteBuilder builder() {
        return new SiteBuilder();
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
     * Makes a site for inference: the cluster {@code gpu} with two hosts of eight whole H100 each ({@code dgx-1}, {@code
     * dgx-2}), two with MIG slices ({@code mig-1}, {@code mig-2}), an ordinary one ({@code std-1}), the storage and
     * images of the edge site, and the app {@code vllm} in the public marketplace.
     *
     * @param time the clock it lives on
     * @return a new fake
     */
    public static FakeOpenNebula gpuSite(Time time) {
        return Sites.gpu(builder().time(time)).build();
    }

    /**
     * Makes a far-edge site for radio access: the cluster {@code far-edge} with two single-socket hosts for pinned
     * machines, each with huge pages, an accelerator for forward error correction and 16 SR-IOV functions ({@code
     * du-1}, {@code du-2}), an ordinary host ({@code std-1}), the networks {@code fronthaul} and {@code midhaul}, and
     * the storage and images of the edge site.
     *
     * @param time the clock it lives on
     * @return a new fake
     */
    public static FakeOpenNebula ranSite(Time time) {
        return Sites.ran(builder().time(time)).build();
    }

    /**
     * Returns a transport that leads into this fake without sockets, for all endpoints.
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
     * Returns the address of OneGate for {@link #transport()}; it answers if the fake was built with {@link
     * SiteBuilder#oneGate()}.
     *
     * @return an address that exists only there
     */
    public URI gateEndpoint() {
        return GATE_ENDPOINT;
    }

    /**
     * Opens free loopback ports for oned, OneFlow and OneGate, so that any client in any language can call. Machines
     * that are made from then on find this OneGate in their context.
     *
     * @return the addresses; {@link #close()} closes them
     * @throws IOException if no port can be opened
     */
    public Endpoints startHttp() throws IOException {
        LoopbackServer oned = LoopbackServer.start(this::serveOned);
        servers.add(oned);
        LoopbackServer oneflow = LoopbackServer.start(this::serveFlow);
        servers.add(oneflow);
        LoopbackServer onegate = LoopbackServer.start(this::serveGate);
        servers.add(onegate);
        locked(() -> {
            if (!cloud.oneGateEndpoint().isEmpty()) {
                cloud.oneGateEndpoint(onegate.address().toString());
            }
            return null;
        });
        return new Endpoints(oned.address().resolve("/RPC2"), oneflow.address(), onegate.address());
    }

    /**
     * Listens to the event stream: calls served and refused, and states of machines, hosts, images and networks, with the topics and
     * documents of the real hook manager. {@link io.telcofactory.testkit.Fault#EVENT_LOST} and {@link
     * io.telcofactory.testkit.Fault#EVENT_TWICE} strike it.
     *
     * @param listener hears of what happens from now on, on the thread that makes it happen, when that is done; may call the fake
     */
    public void onEvent(Consumer<HookEvent> listener) {
        cloud.stream().listen(Objects.requireNonNull(listener, "listener"));
    }

    /**
     * Publishes the event stream over ZeroMQ on a free loopback port, for subscribers in any language. Needs {@code
     * org.zeromq:jeromq}, which the testkit does not bring along.
     *
     * @return the address to connect a SUB socket to, for example {@code tcp://127.0.0.1:40551}; {@link #close()} closes it
     * @throws IllegalStateException if JeroMQ is missing
     */
    public URI startEvents() {
        try {
            EventPublisher publisher = new EventPublisher();
            publishers.add(publisher::close);
            onEvent(publisher);
            return publisher.address();
        } catch (NoClassDefFoundError missing) {
            throw new IllegalStateException(
                    "the event stream needs JeroMQ: add org.zeromq:jeromq to the test's dependencies, or use"
                            + " onEvent(...)",
                    missing);
        }
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
     * Returns what a guest finds as {@code token.txt} on its context disk: what it sends to OneGate, with its number, to
     * show who it is.
     *
     * @param vmId the machine
     * @return the value of the header {@code X-ONEGATE-TOKEN}
     * @throws IllegalStateException if there is no such machine, or its context does not ask for a token
     */
    public String guestToken(int vmId) {
        return locked(() -> {
            Vm vm = vm(vmId);
            if (!Numbers.yes(vm.own().vector("CONTEXT").get("TOKEN"))) {
                throw new IllegalStateException(
                        "the context of machine " + vmId + " does not ask for a token: it has no TOKEN=YES");
            }
            return gate.token(vm);
        });
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

    @Override
    public void strike(Fault fault) {
        locked(() -> {
            cloud.mishaps().strike(fault);
            return null;
        });
    }

    @Override
    public void mend() {
        locked(() -> {
            cloud.mishaps().mend();
            return null;
        });
    }

    /** Closes the ports that {@link #startHttp()} and {@link #startEvents()} opened. The state stays. */
    @Override
    public void close() {
        publishers.forEach(Runnable::run);
        publishers.clear();
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
        } else if (GATE_ENDPOINT.getAuthority().equals(authority)) {
            reply = serveGate(call);
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

    private HttpReply serveGate(HttpCall call) {
        return locked(() -> gate.answer(call));
    }

    private <T extends @Nullable Object> T locked(Supplier<T> action) {
        lock.lock();
        try {
            cloud.events().catchUp();
            return action.get();
        } finally {
            List<HookEvent> events = lock.getHoldCount() == 1 ? cloud.stream().drain() : List.of();
            lock.unlock();
            cloud.stream().deliver(events);
        }
    }

    /**
     * The addresses of a fake that listens on sockets.
     *
     * @param oned what {@code ONE_XMLRPC} names
     * @param oneflow what {@code ONEFLOW_URL} names
     * @param onegate what {@code ONEGATE_ENDPOINT} names in a guest
     */
    public record Endpoints(URI oned, URI oneflow, URI onegate) {}
}
