package io.telcofactory.api.service;

import io.telcofactory.api.internal.Checks;
import java.time.Duration;
import java.util.stream.Stream;

/** What must hold within one role. */
final class RoleRules {
    private static final int MOST_MEBIBYTES = 1 << 26;

    /** By which a guest is told to drain. */
    private static final String DRAIN = "DRAIN";

    private RoleRules() {}

    static void check(Role role) {
        Checks.name("role.name", role.name());
        Checks.require(
                role.image().isPresent() != role.appliance().isPresent(),
                role.name(),
                "role",
                "must have either an image or an appliance");
        role.image().ifPresent(image -> Checks.line("role.image", image));
        sizes(role);
        role.providerNetworks().forEach(network -> Checks.line("role.providerNetworks", network));
        guest(role);
        role.drain().ifPresent(time -> drain(role, time));
        hosts(role);
        Stream.concat(
                        role.scaling().stream().map(ScalingRule::adjust),
                        role.schedules().stream().map(Schedule::adjust))
                .forEach(adjustment -> adjustment(role.instances(), adjustment));
    }

    private static void sizes(Role role) {
        Checks.range("role.vcpus", role.vcpus(), 1, 1024);
        role.memory().requireWholeMebibytes("role.memory");
        long mebibytes = role.memory().toMebibytes();
        Checks.range("role.memory in MiB", (int) Math.min(Integer.MAX_VALUE, mebibytes), 1, MOST_MEBIBYTES);
        role.epa().ifPresent(profile -> RoleEpa.check(profile, role.vcpus(), role.memory()));
    }

    private static void guest(Role role) {
        role.context().keySet().forEach(key -> ContextKeys.check("role.context key", key));
        role.secrets().keySet().forEach(key -> {
            ContextKeys.check("role.secrets key", key);
            boolean parameter = role.appliance()
                    .filter(app -> app.parameters().containsKey(key))
                    .isPresent();
            Checks.require(
                    !parameter && !role.context().containsKey(key),
                    key,
                    "role.secrets key",
                    "must not be told openly as well");
        });
    }

    private static void drain(Role role, Duration time) {
        Checks.seconds("role.drain", time);
        Checks.require(!time.isZero(), time, "role.drain", "must be at least 1 s, or be left out");
        boolean taken = role.context().containsKey(DRAIN) || role.secrets().containsKey(DRAIN);
        Checks.require(
                !taken,
                time,
                "role.drain",
                "needs the key " + DRAIN + " of the context, which must not be told already");
    }

    private static void hosts(Role role) {
        role.hosts().forEach(host -> Checks.line("role.hosts", host));
        role.avoidedHosts().forEach(host -> Checks.line("role.avoidedHosts", host));
        role.hosts()
                .forEach(host -> Checks.require(
                        !role.avoidedHosts().contains(host),
                        host,
                        "role.hosts",
                        "must not be among avoidedHosts as well"));
    }

    private static void adjustment(Instances bounds, Adjustment adjustment) {
        Checks.require(
                !bounds.fixed(), bounds, "role.instances", "must be bounds that differ, since the role is scaled");
        if (adjustment instanceof Adjustment.To target) {
            Checks.require(
                    target.instances() >= bounds.min() && target.instances() <= bounds.max(),
                    adjustment,
                    "role.schedules.adjust",
                    "must lie within the bounds " + bounds);
        }
    }
}
