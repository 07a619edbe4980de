package io.telcofactory.api.service;

import io.telcofactory.api.Ref;
import io.telcofactory.api.SecretRef;
import io.telcofactory.api.compute.DataSize;
import io.telcofactory.api.compute.EpaProfile;
import io.telcofactory.api.compute.HostTuning;
import io.telcofactory.api.compute.PciClaim;
import io.telcofactory.api.compute.Timing;
import io.telcofactory.api.gpu.GpuClaim;
import io.telcofactory.api.internal.ValueStyle;
import io.telcofactory.api.network.Handoff;
import io.telcofactory.api.network.N6Breakout;
import io.telcofactory.api.network.TenantNetwork;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.immutables.value.Value;

/**
 * One part of a service: equal virtual machines made from one image, or from one appliance of a marketplace.
 *
 * @since 0.1
 */
@Value.Immutable
@ValueStyle
public sealed interface Role permits ImmutableRole {

    /**
     * Returns the role's name.
     *
     * @return a DNS label of at most 40 characters, unique in the service
     */
    String name();

    /**
     * Returns the disk image.
     *
     * @return its name at the site; looked up, never changed; or empty for a role that runs an appliance
     */
    Optional<String> image();

    /**
     * Returns the software of a marketplace that runs in place of an image.
     *
     * @return the appliance, or empty for a role that has an image
     */
    Optional<Appliance> appliance();

    /**
     * Returns the roles that must be ready before this one starts.
     *
     * @return names of roles of the same service
     */
    Set<String> dependsOn();

    /**
     * Returns how many instances run.
     *
     * @return bounds, exactly 1 by default
     */
    @Value.Default
    default Instances instances() {
        return Instances.exactly(1);
    }

    /**
     * Returns when the role is scaled by what is measured.
     *
     * @return rules in the order in which they are looked at; they need bounds that differ
     */
    List<ScalingRule> scaling();

    /**
     * Returns when the role is scaled by the clock.
     *
     * @return schedules, looked at before the rules; they need bounds that differ
     */
    List<Schedule> schedules();

    /**
     * Returns the number of virtual CPUs of each instance.
     *
     * @return 1 to 1024
     */
    int vcpus();

    /**
     * Returns the memory of each instance.
     *
     * @return whole mebibytes
     */
    DataSize memory();

    /**
     * Returns how strictly processors and memory are held.
     *
     * @return the profile, or empty for shared ones
     */
    Optional<EpaProfile> epa();

    /**
     * Returns what each instance gets of GPUs.
     *
     * @return the claim, or empty for none
     */
    Optional<GpuClaim> gpu();

    /**
     * Returns the PCI devices that each instance gets besides those of its GPU claim.
     *
     * @return claims in the order in which the guest sees the devices, after the GPUs
     */
    List<PciClaim> devices();

    /**
     * Returns where the instances are connected, in the order of their interfaces.
     *
     * @return one attachment for each interface
     */
    List<Attachment> attachments();

    /**
     * Returns by what the clocks of the hosts must be kept on which the instances run.
     *
     * @return what the site document declares of some hosts; none by default
     */
    Set<Timing> timing();

    /**
     * Returns the networks of the provider that each instance is connected to, with interfaces after those of {@link #attachments}.
     *
     * @return names on the server; the tenant must be allowed to use them
     */
    List<String> providerNetworks();

    /**
     * Returns what the guest is told when it boots.
     *
     * @return upper-case keys and their values; never secrets
     */
    Map<String, String> context();

    /**
     * Returns what the guest is told and nobody else shall know. The texts are looked up while applying, and written to each virtual
     * machine once; a secret that changes later is no difference, the machine keeps what it was told.
     *
     * @return upper-case keys of the context, and of an appliance's passwords, and where their texts are
     */
    Map<String, SecretRef> secrets();

    /**
     * Returns how the role's instances stand to each other when hosts are chosen for them.
     *
     * @return together or apart, or empty if that does not matter
     */
    Optional<Affinity> affinity();

    /**
     * Returns how instances end when the role shrinks or the service goes.
     *
     * @return the way, or empty for the server's own default
     */
    Optional<Shutdown> shutdown();

    /**
     * Returns how long instances may finish what they have begun before they end, when the SDK ends them: the service is taken away or
     * made again, or the role shrinks to what the blueprint says. They are told by the key {@code DRAIN} of their context, and may end the
     * time early. Instances that the server ends by a rule or schedule are not told.
     *
     * @return whole seconds, less than a day; or empty to end them at once by the way of {@link #shutdown}
     */
    Optional<Duration> drain();

    /**
     * Returns the hosts on which instances may run.
     *
     * @return their names at the site; all hosts if empty
     */
    Set<String> hosts();

    /**
     * Returns the hosts on which no instance may run.
     *
     * @return their names at the site
     */
    Set<String> avoidedHosts();

    /**
     * Returns how the hosts must be prepared on which the instances run.
     *
     * @return what the profile asks for; none without a profile
     */
    default Set<HostTuning> hostTuning() {
        return epa().map(EpaProfile::hostTuning).orElse(Set.of());
    }

    /**
     * Returns what the instances are connected to, in the order of their interfaces.
     *
     * @return networks, or breakouts that stand for their network
     */
    @Value.Lazy
    default List<Ref> targets() {
        return attachments().stream().map(Attachment::to).toList();
    }

    /** Checks names and sizes. */
    @Value.Check
    default void check() {
        RoleRules.check(this);
    }

    /**
     * Starts a role.
     *
     * @param name a DNS label of at most 40 characters
     * @return a builder for exactly one instance
     */
    static Builder builder(String name) {
        return new Builder().name(name);
    }

    /**
     * Starts a role from this one.
     *
     * @return a builder with these values
     */
    default Builder toBuilder() {
        return new Builder().from(this);
    }

    /** Collects the attributes of a role. */
    final class Builder extends ImmutableRole.Builder {
        Builder() {}

        /**
         * Runs an app of a marketplace.
         *
         * @param name the app's name in the marketplace
         * @param attributes sets its parameters
         * @return this builder
         */
        public Builder appliance(String name, Consumer<Appliance.Builder> attributes) {
            Appliance.Builder appliance = Appliance.builder(name);
            attributes.accept(appliance);
            return appliance(appliance.build());
        }

        /**
         * Adds roles that must be ready before.
         *
         * @param roles names of roles of the same service
         * @return this builder
         */
        public Builder dependsOn(String... roles) {
            return addDependsOn(roles);
        }

        /**
         * Keeps all instances on one host.
         *
         * @return this builder
         */
        public Builder affined() {
            return affinity(Affinity.AFFINED);
        }

        /**
         * Keeps each instance on another host.
         *
         * @return this builder
         */
        public Builder antiAffined() {
            return affinity(Affinity.ANTI_AFFINED);
        }

        /**
         * Fixes the number of instances.
         *
         * @param count 1 to 1000
         * @return this builder
         */
        public Builder instances(int count) {
            return instances(Instances.exactly(count));
        }

        /**
         * Bounds the number of instances.
         *
         * @param min 1 to 1000
         * @param max at least {@code min}
         * @return this builder
         */
        public Builder instances(int min, int max) {
            return instances(new Instances(min, max));
        }

        /**
         * Starts more instances when a condition holds.
         *
         * @param when the condition
         * @param count how many, 1 to 1000
         * @return this builder
         */
        public Builder scaleOut(Condition when, int count) {
            return addScaling(ScalingRule.builder()
                    .when(when)
                    .adjust(Adjustment.by(count))
                    .build());
        }

        /**
         * Ends instances when a condition holds; the oldest first.
         *
         * @param when the condition
         * @param count how many, 1 to 1000
         * @return this builder
         */
        public Builder scaleIn(Condition when, int count) {
            return addScaling(ScalingRule.builder()
                    .when(when)
                    .adjust(Adjustment.by(-count))
                    .build());
        }

        /**
         * Tells the guest a secret.
         *
         * @param key an upper-case key of its context
         * @param place where the secret is
         * @return this builder
         */
        public Builder secret(String key, SecretRef place) {
            return putSecrets(key, place);
        }

        /**
         * Connects each instance to a network.
         *
         * @param network one of the tenant's networks
         * @return this builder
         */
        public Builder attach(TenantNetwork network) {
            return attach(network.ref());
        }

        /**
         * Connects each instance to the network of a breakout.
         *
         * @param breakout one of the tenant's breakouts
         * @return this builder
         */
        public Builder attach(N6Breakout breakout) {
            return attach(breakout.ref());
        }

        /**
         * Connects each instance by an ordinary interface, or by what the breakout says.
         *
         * @param target a network or a breakout of the tenant
         * @return this builder
         */
        public Builder attach(Ref target) {
            return addAttachments(Attachment.of(target));
        }

        /**
         * Connects each instance by an interface of a kind.
         *
         * @param target a network or a breakout of the tenant
         * @param handoff what the interface is and what it is trusted with
         * @return this builder
         */
        public Builder attach(Ref target, Handoff handoff) {
            return addAttachments(Attachment.builder(target).handoff(handoff).build());
        }
    }
}
