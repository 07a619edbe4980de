package io.telcofactory.opennebula.backend.read;

import io.telcofactory.opennebula.backend.render.Stamps;
import io.telcofactory.opennebula.model.Nic;
import io.telcofactory.opennebula.model.Vm;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** The site's virtual machines, sorted once by what is asked of them. */
public final class Machines {
    private final Map<Integer, Vm> byId = new HashMap<>();
    private final Map<Integer, List<String>> foreignByGroup = new HashMap<>();
    private final Map<Integer, List<String>> foreignByNetwork = new HashMap<>();

    public Machines(Pools pools, Stamps stamps) {
        Set<Integer> ours = pools.services().stream()
                .filter(service -> stamps.of(service).isPresent())
                .flatMap(service -> service.vmIds().stream())
                .collect(Collectors.toSet());
        pools.virtualRouters().stream()
                .filter(router -> stamps.of(router).isPresent())
                .forEach(router -> ours.addAll(router.vmIds()));
        for (Vm vm : pools.vms()) {
            byId.put(vm.id(), vm);
            if (!ours.contains(vm.id())) {
                String words = "vm " + vm.id() + " '" + vm.name() + "' of user " + vm.userName();
                add(foreignByGroup, vm.groupId(), words);
                networks(vm).forEach(network -> add(foreignByNetwork, network, words));
            }
        }
    }

    /** Those of some numbers that are still there. */
    public List<Vm> of(Collection<Integer> ids) {
        return ids.stream().map(byId::get).filter(Objects::nonNull).toList();
    }

    /** Machines of a group that belong to no service of this factory, in words. */
    public List<String> foreignOfGroup(int group) {
        return foreignByGroup.getOrDefault(group, List.of());
    }

    /** Machines on a network that belong to no service of this factory, in words. */
    public List<String> foreignOnNetwork(int network) {
        return foreignByNetwork.getOrDefault(network, List.of());
    }

    private static Set<Integer> networks(Vm vm) {
        Set<Integer> networks = new HashSet<>();
        for (Nic nic : vm.nics()) {
            nic.networkId().ifPresent(networks::add);
        }
        return networks;
    }

    private static void add(Map<Integer, List<String>> index, int key, String words) {
        index.computeIfAbsent(key, absent -> new ArrayList<>()).add(words);
    }
}
