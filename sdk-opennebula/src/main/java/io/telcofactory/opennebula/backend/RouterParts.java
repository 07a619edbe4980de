package io.telcofactory.opennebula.backend;

import io.telcofactory.api.Ref;
import io.telcofactory.api.spi.Stamp;
import io.telcofactory.opennebula.backend.read.Pools;
import io.telcofactory.opennebula.backend.render.RoleForm;
import io.telcofactory.opennebula.backend.render.RouterForm;
import io.telcofactory.opennebula.backend.render.Stamps;
import io.telcofactory.opennebula.model.OneObject;
import io.telcofactory.opennebula.model.VirtualRouter;
import io.telcofactory.opennebula.model.Vm;
import io.telcofactory.opennebula.model.VmTemplate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds what there is of a virtual router. Routers may have equal names: the oldest is the one, the others came from lost answers. */
final class RouterParts {
    private final Pools pools;
    private final Stamps stamps;
    private final Ref ref;
    private final String name;

    RouterParts(Pools pools, Stamps stamps, Ref ref) {
        this.pools = pools;
        this.stamps = stamps;
        this.ref = ref;
        this.name = stamps.scope().nativeName(ref);
    }

    String name() {
        return name;
    }

    Optional<VmTemplate> template() {
        String expected = RouterForm.templateName(name);
        return pools.templates(name + ".router").stream()
                .filter(template -> stamps.owns(template, ref, expected))
                .findFirst();
    }

    Optional<VirtualRouter> router() {
        return routers().stream().findFirst();
    }

    List<VirtualRouter> routers() {
        return pools.virtualRouters(name).stream()
                .filter(router -> stamps.owns(router, ref, name))
                .sorted(Comparator.comparingInt(OneObject::id))
                .toList();
    }

    /** Its machines that have not ended. */
    List<Vm> machines() {
        return router().map(VirtualRouter::vmIds).orElse(List.of()).stream()
                .flatMap(id -> pools.vm(id).stream())
                .toList();
    }

    Optional<Stamp> stamp() {
        return router().flatMap(stamps::of).or(() -> template().flatMap(stamps::of));
    }

    Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        template().ifPresent(template -> {
            fields.put(RouterForm.TEMPLATE, template.name());
            fields.putAll(RoleForm.of(template.tree()).fields(""));
        });
        router().ifPresent(router -> {
            fields.put(RouterForm.ROUTER, Copies.told(name, routers().size()));
            fields.putAll(RouterForm.interfaces(router.tree()));
            if (router.groupId() != 0) {
                fields.put(RouterForm.GROUP, Integer.toString(router.groupId()));
            }
            if (!router.vmIds().isEmpty()) {
                fields.put(RouterForm.INSTANCES, Integer.toString(router.vmIds().size()));
                fields.put(RouterForm.STATE, state());
            }
        });
        return fields;
    }

    /** Running if all machines do, else what the first says that does not. */
    String state() {
        int expected = router().map(found -> found.vmIds().size()).orElse(0);
        List<Vm> machines = machines();
        return machines.stream()
                .filter(vm -> !vm.running())
                .findFirst()
                .map(vm -> "vm " + vm.id() + " " + vm.stateName())
                .orElse(machines.size() == expected ? RouterForm.RUNNING : "a machine is gone");
    }

    /** Its id, and the addresses that float, by the networks' names. */
    Map<String, String> outputs() {
        Map<String, String> outputs = new LinkedHashMap<>();
        router().ifPresent(router -> {
            outputs.put("id", Integer.toString(router.id()));
            outputs.put("state", state());
            router.tree().list("TEMPLATE/NIC").forEach(nic -> {
                String network = nic.text("NETWORK", "").strip();
                String own = network.substring(network.lastIndexOf('.') + 1);
                RouterForm.addresses(nic).stream()
                        .findFirst()
                        .ifPresent(address -> outputs.put("address." + own, address));
            });
        });
        return outputs;
    }
}
