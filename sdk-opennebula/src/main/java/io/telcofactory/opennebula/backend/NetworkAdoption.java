package io.telcofactory.opennebula.backend;

import io.telcofactory.api.Ref;
import io.telcofactory.api.error.ConflictException;
import io.telcofactory.api.error.ErrorContext;
import io.telcofactory.api.error.NotFoundException;
import io.telcofactory.api.network.TenantNetwork;
import io.telcofactory.api.site.Site;
import io.telcofactory.api.spi.Adoption;
import io.telcofactory.api.spi.Execution;
import io.telcofactory.api.spi.Owned;
import io.telcofactory.opennebula.OpenNebula;
import io.telcofactory.opennebula.backend.read.Pools;
import io.telcofactory.opennebula.backend.render.Stamps;
import io.telcofactory.opennebula.model.Network;
import io.telcofactory.opennebula.model.OneTemplate;
import io.telcofactory.opennebula.model.Permissions;
import io.telcofactory.opennebula.model.UpdateMode;
import java.util.List;
import java.util.Optional;

/**
 * Makes a network of somebody else ours: name, owner, rights and stamp, the stamp last, since only that makes it ours. Its tenant uses it
 * through the VDC then, so that the rights of its group and of all others are taken away.
 */
final class NetworkAdoption {
    private static final int KEEP = -1;
    private static final Permissions OWNER_ONLY = Permissions.ofOctal("600");

    private final OpenNebula one;
    private final Pools pools;
    private final Stamps stamps;
    private final Site site;

    NetworkAdoption(OpenNebula one, Pools pools, Stamps stamps, Site site) {
        this.one = one;
        this.pools = pools;
        this.stamps = stamps;
        this.site = site;
    }

    Adoption look(TenantNetwork wanted, String nativeId) {
        Network network = find(wanted, nativeId);
        TenantParts tenant = new TenantParts(pools, stamps, site, Ref.tenant(wanted.tenant()));
        NetworkView view = new NetworkView(new NetworkParts(pools, stamps, tenant, wanted.ref(), Optional.of(network)));
        Owned found = Owned.builder()
                .ref(wanted.ref())
                .blueprint(stamps.scope().blueprint())
                .fields(view.fields())
                .outputs(view.outputs())
                .health(view.health())
                .reason(view.reason())
                .build();
        return new Adoption(nativeId, found, List.of("one.vn.rename", "one.vn.chown", "one.vn.chmod", "one.vn.update"));
    }

    void adopt(TenantNetwork wanted, String nativeId, Execution execution) {
        int id = find(wanted, nativeId).id();
        String name = stamps.scope().nativeName(wanted.ref());
        Steps steps = new Steps(execution, pools);
        steps.until(
                "one.vn.rename",
                () -> seen(id).name().equals(name),
                () -> one.networks().rename(id, name));
        steps.until(
                "one.vn.chown",
                () -> seen(id).userId() == stamps.userId(),
                () -> one.networks().chown(id, stamps.userId(), KEEP));
        steps.until(
                "one.vn.chmod",
                () -> seen(id).permissions().equals(OWNER_ONLY),
                () -> one.networks().chmod(id, OWNER_ONLY));
        OneTemplate stamp = OneTemplate.builder()
                .set(Stamps.ATTRIBUTE, stamps.stamp(wanted))
                .build();
        steps.until(
                "one.vn.update",
                () -> stamps.owns(seen(id), wanted.ref(), name),
                () -> one.networks().update(id, stamp, UpdateMode.MERGE));
    }

    private Network find(TenantNetwork wanted, String nativeId) {
        Network network = number(nativeId)
                .flatMap(pools::network)
                .orElseThrow(() -> new NotFoundException(
                        context(wanted),
                        "There is no network '" + nativeId + "' that could become " + wanted.ref()
                                + "; name the id of one that is there"));
        Optional<String> holder = stamps.holder(network);
        if (holder.isPresent()) {
            throw new ConflictException(
                    context(wanted),
                    "Network " + nativeId + " '" + network.name() + "' can't become " + wanted.ref() + ": it is "
                            + holder.get() + ". Only what nobody manages can be adopted");
        }
        return network;
    }

    private static Optional<Integer> number(String nativeId) {
        try {
            return Optional.of(Integer.valueOf(nativeId));
        } catch (NumberFormatException noNumber) {
            return Optional.empty();
        }
    }

    private Network seen(int id) {
        return pools.network(id)
                .orElseThrow(() -> new NotFoundException(
                        ErrorContext.of(OpenNebulaBackend.NAME, "adopt", "network " + id),
                        "Network " + id + " was deleted by somebody else meanwhile; plan again"));
    }

    private static ErrorContext context(TenantNetwork wanted) {
        return ErrorContext.of(OpenNebulaBackend.NAME, "adopt", wanted.ref().toString());
    }
}
