package io.telcofactory.opennebula.backend;

import io.telcofactory.api.Ref;
import io.telcofactory.api.error.ErrorContext;
import io.telcofactory.api.error.InvalidRequestException;
import io.telcofactory.api.error.NotFoundException;
import io.telcofactory.api.network.TenantNetwork;
import io.telcofactory.api.site.Fabric;
import io.telcofactory.api.site.Site;
import io.telcofactory.opennebula.OpenNebula;
import io.telcofactory.opennebula.backend.read.Pools;
import io.telcofactory.opennebula.backend.render.Lending;
import io.telcofactory.opennebula.backend.render.NetworkForm;
import io.telcofactory.opennebula.backend.render.SecurityRules;
import io.telcofactory.opennebula.backend.render.Stamps;
import io.telcofactory.opennebula.backend.render.TenantOutputs;
import io.telcofactory.opennebula.model.Network;
import io.telcofactory.opennebula.model.NetworkState;
import io.telcofactory.opennebula.model.OneTemplate;
import io.telcofactory.opennebula.model.SecurityGroup;
import io.telcofactory.opennebula.model.UpdateMode;
import java.util.Map;
import java.util.Optional;

/** Makes a network of whatever is there of it: first what guards it, then itself, and last the tenant's right to use it. */
final class NetworkConvergence {
    private static final int KEEP = -1;

    private final Job job;
    private final OpenNebula one;
    private final Site site;
    private final TenantNetwork network;
    private final Stamps stamps;
    private final Pools pools;
    private final NetworkParts parts;
    private final Steps steps;

    NetworkConvergence(Job job, TenantNetwork network) {
        this.job = job;
        this.one = job.one();
        this.site = job.site();
        this.network = network;
        this.stamps = job.stamps();
        this.pools = job.pools();
        TenantParts tenant = new TenantParts(pools, stamps, site, Ref.tenant(network.tenant()));
        this.parts = new NetworkParts(pools, stamps, tenant, network.ref());
        this.steps = new Steps(job.execution(), pools);
    }

    Map<String, String> ensure() {
        SecurityGroup guard = securityGroup();
        rules(guard);
        lend(guard);
        Network made = allocate();
        NetworkGuests guests = parts.guests();
        guests.removeAllBut(network.guests(), made, guard, job, steps);
        settle(made.id(), guard.id());
        admit(made);
        guests.admit(network.guests(), made, guard, job, steps);
        return new NetworkView(parts).outputs();
    }

    private SecurityGroup securityGroup() {
        OneTemplate template = stamp().set("NAME", parts.name()).build();
        return steps.make(
                "one.secgroup.allocate",
                parts::securityGroup,
                () -> one.securityGroups().create(template));
    }

    private void rules(SecurityGroup guard) {
        String wanted = SecurityRules.text(network.securityRules());
        steps.until(
                "one.secgroup.update",
                () -> parts.securityGroup()
                        .filter(found -> SecurityRules.of(found.tree()).equals(wanted))
                        .isPresent(),
                () -> {
                    OneTemplate.Builder template = parts.securityGroup().orElse(guard).template().toBuilder();
                    SecurityRules.set(template, network.securityRules());
                    one.securityGroups().update(guard.id(), template.build(), UpdateMode.REPLACE);
                });
    }

    private void lend(SecurityGroup guard) {
        int group = Integer.parseInt(job.execution().output(Ref.tenant(network.tenant()), TenantOutputs.GROUP));
        steps.until(
                "one.secgroup.chown",
                () -> parts.securityGroup()
                        .filter(found -> found.groupId() == group)
                        .isPresent(),
                () -> one.securityGroups().chown(guard.id(), KEEP, group));
        steps.until(
                "one.secgroup.chmod",
                () -> parts.securityGroup()
                        .filter(found -> Lending.of(found).usable())
                        .isPresent(),
                () -> one.securityGroups().chmod(guard.id(), Lending.USABLE_BY_GROUP));
    }

    private Network allocate() {
        int cluster = parts.tenant()
                .site()
                .cluster()
                .orElseThrow(() -> new NotFoundException(
                        context("one.vn.allocate"),
                        "The site '" + site.name() + "' names cluster '" + site.cluster()
                                + "', but the server has none of that name; correct the site document"))
                .id();
        OneTemplate.Builder template = stamp().set("NAME", parts.name());
        NetworkForm.allocate(template, network, fabric());
        Network made = steps.make(
                "one.vn.allocate", parts::network, () -> one.networks().create(template.build(), cluster));
        Network ready = job.patience()
                .await(
                        "network " + parts.name(),
                        () -> ready(made.id()),
                        () -> parts.network().map(Network::stateName).orElse("missing"));
        verify(ready);
        return ready;
    }

    private Optional<Network> ready(int id) {
        pools.changedBy("one.vn.");
        Optional<Network> found = parts.network().filter(candidate -> candidate.id() == id);
        found.flatMap(Network::deadEnd).ifPresent(reason -> {
            throw new InvalidRequestException(
                    context("one.vn.allocate"),
                    "Network " + parts.name() + " could not be made: " + reason
                            + ". Look into the log of the server, then apply again");
        });
        return found.filter(candidate -> candidate.state() == NetworkState.READY);
    }

    /** The server accepts a wrong address range and tells nobody: the network is then made without it. */
    private void verify(Network made) {
        Map<String, String> found = NetworkForm.of(made.tree()).identity();
        NetworkForm.of(network, site).identity().forEach((path, wanted) -> {
            if (!wanted.equals(found.get(path))) {
                throw new InvalidRequestException(
                        context("one.vn.allocate"),
                        "Network " + parts.name() + " was made with " + path + " '"
                                + found.getOrDefault(path, "(none)") + "' instead of '" + wanted + "'"
                                + made.error().map(text -> ": " + text).orElse("")
                                + ". Correct the network and apply again; it is replaced then");
            }
        });
    }

    private void settle(int id, int securityGroup) {
        Map<String, String> wanted = NetworkForm.of(network, site).settings();
        steps.until(
                "one.vn.update",
                () -> parts.network()
                        .filter(found -> NetworkForm.of(found.tree()).settings().equals(wanted))
                        .filter(parts::guarded)
                        .filter(found -> stamps.upToDate(found, network))
                        .isPresent(),
                () -> {
                    Network made = one.networks().get(id);
                    OneTemplate.Builder template = made.template().toBuilder();
                    String vlan = made.vlanId().isPresent()
                            ? Integer.toString(made.vlanId().getAsInt())
                            : "";
                    NetworkForm.settle(template, network, fabric(), vlan, securityGroup);
                    template.set(Stamps.ATTRIBUTE, stamps.stamp(network));
                    one.networks().update(id, template.build(), UpdateMode.REPLACE);
                });
    }

    private void admit(Network made) {
        int vdc = Integer.parseInt(job.execution().output(Ref.tenant(network.tenant()), TenantOutputs.VDC));
        int zone = job.zone();
        steps.until("one.vdc.addvnet", () -> parts.inVdc(made), () -> one.vdcs().addNetwork(vdc, zone, made.id()));
    }

    private Fabric fabric() {
        return site.fabricOf(network)
                .orElseThrow(() -> new InvalidRequestException(
                        context("one.vn.allocate"),
                        "Network " + network.ref() + " names fabric '"
                                + network.fabric().orElse("") + "', which site '" + site.name()
                                + "' does not have; add it to the site document or name another one"));
    }

    private OneTemplate.Builder stamp() {
        return OneTemplate.builder().set(Stamps.ATTRIBUTE, stamps.stamp(network));
    }

    private ErrorContext context(String call) {
        return ErrorContext.of(OpenNebulaBackend.NAME, call, network.ref().toString());
    }
}
