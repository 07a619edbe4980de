package io.telcofactory.gpu.placement;

import io.telcofactory.gpu.catalogue.GpuBoard;
import io.telcofactory.gpu.geometry.SlicePlacement;
import io.telcofactory.gpu.placement.StateBuckets.Links;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The books of a fleet: which state each GPU is in, who holds it, and the buckets by which GPUs are found. */
final class FleetState {
    /** The sole tenant of a GPU nobody is on. */
    static final int NOBODY = -1;

    /** The sole tenant of a GPU with several. */
    static final int SEVERAL = -2;

    final List<Gpu> gpus;
    final List<Shard> shards = new ArrayList<>();
    private final Shard[] shardOf;
    private final int[] state;
    private final int[] soleTenant;
    private final int[] isolated;
    private final int[] hostOf;
    private final List<List<Resident>> residents = new ArrayList<>();
    private final List<int[]> gpusOfHost = new ArrayList<>();
    private final Map<String, int[]> gpusOfSite = new HashMap<>();
    private final Map<String, List<Integer>> hostsByName = new HashMap<>();
    private final Map<String, Integer> tenants = new HashMap<>();
    private final Map<String, Resident> byClaim = new HashMap<>();
    private final Map<String, List<Resident>> groups = new HashMap<>();
    private int inUse;

    FleetState(List<Gpu> gpus, Objective objective) {
        this.gpus = List.copyOf(gpus);
        int size = gpus.size();
        this.shardOf = new Shard[size];
        this.state = new int[size];
        this.soleTenant = new int[size];
        this.isolated = new int[size];
        this.hostOf = new int[size];
        int numaNodes = gpus.stream().mapToInt(Gpu::numaNode).max().orElse(0) + 1;
        Links openLinks = new Links(size);
        Links soleLinks = new Links(size);
        Map<GpuBoard, Shard> byBoard = new LinkedHashMap<>();
        for (int gpu = 0; gpu < size; gpu++) {
            Shard shard = byBoard.computeIfAbsent(
                    gpus.get(gpu).board(), b -> new Shard(b, objective, numaNodes, openLinks, soleLinks));
            shardOf[gpu] = shard;
            soleTenant[gpu] = NOBODY;
            residents.add(new ArrayList<>(2));
            shard.preferences.joined(0);
        }
        for (int gpu = size - 1; gpu >= 0; gpu--) {
            index(gpu);
        }
        shards.addAll(byBoard.values());
        indexPlaces();
    }

    private void indexPlaces() {
        Map<String, List<Integer>> hosts = new LinkedHashMap<>();
        Map<String, List<Integer>> sites = new LinkedHashMap<>();
        for (int gpu = 0; gpu < gpus.size(); gpu++) {
            Gpu one = gpus.get(gpu);
            hosts.computeIfAbsent(one.site() + "/" + one.host(), h -> new ArrayList<>())
                    .add(gpu);
            sites.computeIfAbsent(one.site(), s -> new ArrayList<>()).add(gpu);
        }
        sites.forEach((name, members) -> gpusOfSite.put(name, array(members)));
        for (List<Integer> members : hosts.values()) {
            String host = gpus.get(members.get(0)).host();
            hostsByName.computeIfAbsent(host, h -> new ArrayList<>()).add(gpusOfHost.size());
            members.forEach(gpu -> hostOf[gpu] = gpusOfHost.size());
            gpusOfHost.add(array(members));
        }
    }

    private static int[] array(Collection<Integer> numbers) {
        return numbers.stream().mapToInt(Integer::intValue).toArray();
    }

    Shard shard(int gpu) {
        return shardOf[gpu];
    }

    int state(int gpu) {
        return state[gpu];
    }

    int host(int gpu) {
        return hostOf[gpu];
    }

    int hosts() {
        return gpusOfHost.size();
    }

    int[] gpusOfHost(int host) {
        return gpusOfHost.get(host);
    }

    List<Integer> hostsNamed(String name) {
        return hostsByName.getOrDefault(name, List.of());
    }

    int[] gpusOfSite(String site) {
        return gpusOfSite.getOrDefault(site, new int[0]);
    }

    List<Resident> residents(int gpu) {
        return residents.get(gpu);
    }

    List<Resident> group(String name) {
        return groups.getOrDefault(name, List.of());
    }

    @Nullable Resident residentOrNull(String claim) {
        return byClaim.get(claim);
    }

    Collection<Resident> firstResidents() {
        return byClaim.values();
    }

    int inUse() {
        return inUse;
    }

    /** Returns the number of a tenant; a new tenant gets the next one. */
    int tenant(String name) {
        Integer known = tenants.get(name);
        if (known == null) {
            known = tenants.size();
            tenants.put(name, known);
        }
        return known;
    }

    /** Tells whether a tenant may use a GPU beside those who hold it. */
    boolean mayShare(int gpu, int tenant, Isolation isolation) {
        int sole = soleTenant[gpu];
        if (sole == tenant || sole == NOBODY) {
            return true;
        }
        return isolation == Isolation.SHARED && isolated[gpu] == 0;
    }

    /** Books a slot that is free. */
    Resident book(Claim claim, int tenant, int gpu, int slot, @Nullable Resident before) {
        unindex(gpu);
        Shard shard = shardOf[gpu];
        SlicePlacement slice = shard.placement(slot);
        Resident resident =
                new Resident(new Booking(claim, gpus.get(gpu), Optional.ofNullable(slice)), gpu, slot, tenant);
        changeState(gpu, shard.table.add(state[gpu], slot));
        List<Resident> here = residents.get(gpu);
        inUse += here.isEmpty() ? 1 : 0;
        here.add(resident);
        soleTenant[gpu] = soleTenant[gpu] == NOBODY || soleTenant[gpu] == tenant ? tenant : SEVERAL;
        isolated[gpu] += claim.isolation() == Isolation.TENANT ? 1 : 0;
        index(gpu);
        if (before == null) {
            byClaim.put(claim.name(), resident);
        } else {
            before.sibling = resident;
        }
        String group = claim.groupOrNull();
        if (group != null) {
            groups.computeIfAbsent(group, g -> new ArrayList<>()).add(resident);
        }
        return resident;
    }

    /** Takes all bookings of a claim off the books; returns the first, or null if there are none. */
    @Nullable Resident release(String claim) {
        Resident first = byClaim.remove(claim);
        for (Resident each = first; each != null; each = each.sibling) {
            release(each);
        }
        return first;
    }

    private void release(Resident resident) {
        int gpu = resident.gpu;
        unindex(gpu);
        changeState(gpu, shardOf[gpu].table.remove(state[gpu], resident.slot));
        List<Resident> here = residents.get(gpu);
        here.remove(resident);
        isolated[gpu] -= resident.claim().isolation() == Isolation.TENANT ? 1 : 0;
        inUse -= here.isEmpty() ? 1 : 0;
        soleTenant[gpu] = soleTenant(here);
        index(gpu);
        String group = resident.claim().groupOrNull();
        if (group != null) {
            group(group).remove(resident);
        }
    }

    private static int soleTenant(List<Resident> residents) {
        int sole = NOBODY;
        for (Resident resident : residents) {
            if (sole != NOBODY && sole != resident.tenant) {
                return SEVERAL;
            }
            sole = resident.tenant;
        }
        return sole;
    }

    private void changeState(int gpu, int next) {
        shardOf[gpu].preferences.moved(state[gpu], next);
        state[gpu] = next;
    }

    private void index(int gpu) {
        Shard shard = shardOf[gpu];
        int numaNode = gpus.get(gpu).numaNode();
        if (isolated[gpu] == 0) {
            shard.open(numaNode).add(gpu, state[gpu]);
        }
        if (soleTenant[gpu] >= 0) {
            shard.sole(soleTenant[gpu], numaNode).add(gpu, state[gpu]);
        }
    }

    private void unindex(int gpu) {
        Shard shard = shardOf[gpu];
        int numaNode = gpus.get(gpu).numaNode();
        if (isolated[gpu] == 0) {
            shard.open(numaNode).remove(gpu, state[gpu]);
        }
        if (soleTenant[gpu] >= 0) {
            shard.sole(soleTenant[gpu], numaNode).remove(gpu, state[gpu]);
        }
    }
}
