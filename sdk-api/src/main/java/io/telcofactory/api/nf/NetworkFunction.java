package io.telcofactory.api.nf;

import io.telcofactory.api.Ref;
import io.telcofactory.api.compute.DataSize;
import io.telcofactory.api.compute.EpaProfile;
import io.telcofactory.api.compute.PciClaim;
import io.telcofactory.api.compute.PinPolicy;
import io.telcofactory.api.compute.Timing;
import io.telcofactory.api.gpu.GpuClaim;
import io.telcofactory.api.internal.Checks;
import io.telcofactory.api.internal.ValueStyle;
import io.telcofactory.api.service.AffinityRule;
import io.telcofactory.api.service.Readiness;
import io.telcofactory.api.service.Role;
import io.telcofactory.api.service.Workload;
import io.telcofactory.api.tenant.Tenant;
import java.time.Duration;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.immutables.value.Value;

/**
 * A network function in virtual machines: a user plane function, or a distributed or central unit of a base station. What it holds is
 * guaranteed: its processors are pinned, and plans refuse to put best-effort work beside it.
 *
 * @since 0.1
 */
@Value.Immutable
@ValueStyle
public sealed interface NetworkFunction extends Workload permits ImmutableNetworkFunction {

    /**
     * Returns the function's name.
     *
     * @return a DNS label of at most 40 characters, unique among the tenant's functions
     */
    @Override
    String name();

    /**
     * Returns the owner, usually the operator.
     *
     * @return name of the tenant
     */
    @Override
    String tenant();

    /**
     * Returns what the function is.
     *
     * @return the type
     */
    NetworkFunctionType type();

    /**
     * Returns the disk image.
     *
     * @return its name at the site; looked up, never changed
     */
    String image();

    /**
     * Returns the number of virtual CPUs.
     *
     * @return 1 to 1024
     */
    int vcpus();

    /**
     * Returns the memory.
     *
     * @return whole mebibytes
     */
    DataSize memory();

    /**
     * Returns how strictly processors and memory are held.
     *
     * @return a profile that pins to cores or threads, {@link EpaProfile#realtime()} by default
     */
    @Value.Default
    default EpaProfile epa() {
        return EpaProfile.realtime();
    }

    /**
     * Returns what it gets of GPUs.
     *
     * @return the claim, or empty for none
     */
    Optional<GpuClaim> gpu();

    /**
     * Returns the PCI devices that it gets besides, for example for forward error correction.
     *
     * @return claims in the order in which the guest sees the devices
     */
    List<PciClaim> devices();

    /**
     * Returns by what the clocks of its hosts must be kept.
     *
     * @return what the site document declares of some hosts; none by default
     */
    Set<Timing> timing();

    /**
     * Returns the interfaces.
     *
     * @return at least one, no two of one name on one network
     */
    List<NetworkInterface> interfaces();

    /**
     * Returns how many there are.
     *
     * @return {@link Redundancy#SINGLE} by default
     */
    @Value.Default
    default Redundancy redundancy() {
        return Redundancy.SINGLE;
    }

    /**
     * Returns what the guest is told when it boots.
     *
     * @return upper-case keys and their values; never secrets
     */
    Map<String, String> context();

    @Override
    @Value.Default
    default Readiness readiness() {
        return Readiness.RUNNING;
    }

    /**
     * Returns how long the function rests after a change of the number of instances.
     *
     * @return 10 s
     */
    @Override
    default Duration cooldown() {
        return Duration.ofSeconds(10);
    }

    /**
     * Returns the function as the one role that it is, named after its type.
     *
     * @return one role of one instance, or of two on different hosts
     */
    @Override
    @Value.Lazy
    default List<Role> roles() {
        Role.Builder role = Role.builder(type().name().toLowerCase(Locale.ROOT))
                .image(image())
                .vcpus(vcpus())
                .memory(memory())
                .epa(epa())
                .gpu(gpu())
                .devices(devices())
                .timing(timing())
                .context(context());
        interfaces().forEach(link -> role.addAttachments(link.attachment()));
        if (redundancy() == Redundancy.ACTIVE_STANDBY) {
            role.instances(2).antiAffined();
        }
        return List.of(role.build());
    }

    @Override
    default List<AffinityRule> affinity() {
        return List.of();
    }

    @Override
    @Value.Lazy
    default Ref ref() {
        return new Ref(Ref.FUNCTION, tenant(), name());
    }

    @Override
    @Value.Lazy
    default Set<Ref> references() {
        Set<Ref> references = new TreeSet<>();
        references.add(Ref.tenant(tenant()));
        for (NetworkInterface link : interfaces()) {
            references.add(link.to());
            link.vrfs().forEach(vrf -> references.addAll(vrf.breakouts()));
        }
        return Collections.unmodifiableSet(references);
    }

    /** Checks names and guarantees, and whose networks the interfaces name. */
    @Value.Check
    default void check() {
        Checks.name("function.name", name());
        Checks.name("function.tenant", tenant());
        Checks.require(
                epa().pinned() && epa().pinning() != PinPolicy.SHARED,
                epa().pinning(),
                "function.epa.pinning",
                "must be CORE or THREAD: what a network function holds is guaranteed");
        Checks.require(!interfaces().isEmpty(), name(), "function.interfaces", "must be at least one");
        Set<String> links = new HashSet<>();
        for (NetworkInterface link : interfaces()) {
            Checks.require(
                    link.name() == InterfaceName.N6 || link.to().tenant().equals(tenant()),
                    link.to(),
                    "function.interfaces.to",
                    "must belong to the function's tenant " + tenant()
                            + "; with N6 only, another's breakout may be named");
            Checks.require(
                    links.add(link.name() + " " + link.to()),
                    link.to(),
                    "function.interfaces." + link.name(),
                    "stands twice");
        }
        roles(); // whose own checks tell of sizes that do not fit the profile
    }

    /**
     * Starts a network function.
     *
     * @param name a DNS label of at most 40 characters
     * @return a builder
     */
    static Builder builder(String name) {
        return new Builder().name(name);
    }

    /**
     * Starts a network function from this one.
     *
     * @return a builder with these values
     */
    default Builder toBuilder() {
        return new Builder().from(this);
    }

    /** Collects the attributes of a network function. */
    final class Builder extends ImmutableNetworkFunction.Builder {
        Builder() {}

        /**
         * Sets the owner.
         *
         * @param owner the tenant, usually the operator
         * @return this builder
         */
        public Builder tenant(Tenant owner) {
            return tenant(owner.name());
        }

        /**
         * Adds an interface.
         *
         * @param name its standard name
         * @param target a network of the owner's, or a breakout with N6
         * @return this builder
         */
        public Builder attach(InterfaceName name, Ref target) {
            return addInterfaces(NetworkInterface.builder(name, target).build());
        }
    }
}
