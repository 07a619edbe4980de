package io.telcofactory.api.internal.check;

import io.telcofactory.api.Finding;
import io.telcofactory.api.Ref;
import io.telcofactory.api.network.VirtualRouter;
import io.telcofactory.api.site.Inventory;
import io.telcofactory.api.spi.Check;
import io.telcofactory.api.spi.Proposal;
import io.telcofactory.api.tenant.Quota;
import io.telcofactory.api.tenant.Tenant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** What tenants name of the provider - networks, datastores, clusters - is at the site, once; and roles and routers use only networks granted. */
final class ProvidersKnown implements Check {

    @Override
    public String title() {
        return "what is named of the provider is there";
    }

    @Override
    public List<Finding> examine(Proposal proposal) {
        Inventory inventory = proposal.inventory();
        List<String> networks =
                inventory.networks().stream().map(Inventory.Network::name).toList();
        List<Finding> findings = new ArrayList<>();
        proposal.desired(Tenant.class).forEach(tenant -> {
            Quota quota = tenant.quota();
            if (!inventory.equals(Inventory.empty())) {
                TreeSet<String> named = new TreeSet<>(tenant.providerNetworks());
                named.addAll(quota.leases().keySet());
                find(tenant, "network", named, networks, findings);
                find(tenant, "datastore", quota.datastores().keySet(), inventory.datastores(), findings);
                find(tenant, "cluster", quota.clusters().keySet(), inventory.clusters(), findings);
            }
        });
        proposal.roles()
                .forEach(each -> granted(
                        proposal,
                        each.ref(),
                        "role " + each.role().name(),
                        each.role().providerNetworks(),
                        findings));
        proposal.desired(VirtualRouter.class)
                .forEach(router -> granted(proposal, router.ref(), "it", List.of(router.uplink()), findings));
        return findings;
    }

    private static void find(
            Tenant tenant, String kind, Collection<String> named, List<String> there, List<Finding> findings) {
        for (String name : new TreeSet<>(named)) {
            long count = there.stream().filter(name::equals).count();
            String what = "it names " + kind + " '" + name + "', of which the site has ";
            if (count == 0) {
                findings.add(Finding.error(
                        "provider-unknown",
                        tenant.ref(),
                        what + "none",
                        "name one of " + (there.isEmpty() ? "those that are there (now none)" : new TreeSet<>(there))));
            } else if (count > 1) {
                findings.add(
                        Finding.error("provider-ambiguous", tenant.ref(), what + count, "rename all but one of them"));
            }
        }
    }

    private static void granted(
            Proposal proposal, Ref user, String what, List<String> networks, List<Finding> findings) {
        Optional<Tenant> tenant = proposal.find(Ref.tenant(user.tenant()), Tenant.class);
        for (String network : networks) {
            if (tenant.filter(found -> !found.providerNetworks().contains(network))
                    .isPresent()) {
                findings.add(Finding.error(
                        "provider-not-granted",
                        user,
                        what + " is attached to provider network '" + network + "', which "
                                + tenant.get().ref() + " may not use",
                        "add it to the tenant's providerNetworks, or leave it out"));
            }
        }
    }
}
