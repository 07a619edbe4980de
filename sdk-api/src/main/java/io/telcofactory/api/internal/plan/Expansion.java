package io.telcofactory.api.internal.plan;

import io.telcofactory.api.Blueprint;
import io.telcofactory.api.Ref;
import io.telcofactory.api.Resource;
import io.telcofactory.api.network.N6Breakout;
import io.telcofactory.api.network.Route;
import io.telcofactory.api.network.TenantNetwork;
import io.telcofactory.api.nf.NetworkFunction;
import io.telcofactory.api.service.AiService;
import io.telcofactory.api.service.Attachment;
import io.telcofactory.api.service.Role;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Writes into each resource what others in the blueprint and the site imply for it, so that every backend can render it alone: a
 * breakout gets the next hop of the site's user plane, a network the return routes of its breakouts and lets in the functions that have an interface there, a role attached to a breakout
 * is attached to the breakout's network, a network function is told what it carries.
 */
public final class Expansion {
    private final Map<Ref, Resource> resources = new LinkedHashMap<>();
    private final Map<Ref, Set<Route>> returnRoutes = new LinkedHashMap<>();
    private final Map<Ref, Set<String>> guests = new LinkedHashMap<>();
    private final Interfaces interfaces = new Interfaces(resources);
    private final UserPlane userPlane = new UserPlane(resources);

    private Expansion(Blueprint blueprint, World world) {
        for (Resource resource : blueprint.resources()) {
            resources.put(resource.ref(), resource);
        }
        NextHops hops = new NextHops(resources, world);
        resources.replaceAll(
                (ref, resource) -> resource instanceof N6Breakout breakout ? hops.expand(breakout) : resource);
        for (Resource resource : resources.values()) {
            if (resource instanceof N6Breakout breakout) {
                returnRoutes
                        .computeIfAbsent(breakout.networkRef(), ref -> new LinkedHashSet<>())
                        .addAll(breakout.returnRoutes());
                userPlane.add(breakout);
            } else if (resource instanceof NetworkFunction function) {
                function.interfaces().stream()
                        .map(link -> interfaces.network(link.to()))
                        .filter(network -> !network.tenant().equals(function.tenant()))
                        .forEach(network -> guests.computeIfAbsent(network, ref -> new LinkedHashSet<>())
                                .add(function.tenant()));
            }
        }
        resources.replaceAll((ref, resource) -> resource instanceof TenantNetwork network ? expand(network) : resource);
    }

    /**
     * Expands a blueprint.
     *
     * @param blueprint what the user wrote
     * @param world what is, of which the site and the networks of other blueprints matter
     * @return its resources with everything implied, each after those it refers to
     */
    public static List<Resource> of(Blueprint blueprint, World world) {
        Expansion expansion = new Expansion(blueprint, world);
        return dependenciesFirst(
                expansion.resources.values().stream().map(expansion::expand).toList());
    }

    private TenantNetwork expand(TenantNetwork network) {
        Set<Route> routes = new LinkedHashSet<>(network.routes());
        returnRoutes.getOrDefault(network.ref(), Set.of()).stream()
                .filter(route -> network.contains(route.nextHop())) // else a check tells of it
                .forEach(routes::add);
        Set<String> visitors = guests.getOrDefault(network.ref(), Set.of());
        return routes.size() == network.routes().size() && network.guests().containsAll(visitors)
                ? network
                : network.toBuilder().routes(routes).addAllGuests(visitors).build();
    }

    private Resource expand(Resource resource) {
        if (resource instanceof AiService service) {
            List<Role> roles = service.roles().stream().map(this::expand).toList();
            return roles.equals(service.roles())
                    ? service
                    : service.toBuilder().roles(roles).build();
        }
        if (resource instanceof NetworkFunction function) {
            NetworkFunction connected = function.toBuilder()
                    .interfaces(interfaces.expandLinks(function.interfaces()))
                    .build();
            return connected.toBuilder().context(userPlane.context(connected)).build();
        }
        return resource;
    }

    private Role expand(Role role) {
        List<Attachment> attachments = interfaces.expand(role.attachments());
        return attachments.equals(role.attachments())
                ? role
                : role.toBuilder().attachments(attachments).build();
    }

    private static List<Resource> dependenciesFirst(Collection<Resource> resources) {
        Map<Ref, Resource> waiting = new LinkedHashMap<>();
        resources.forEach(resource -> waiting.put(resource.ref(), resource));
        List<Resource> ordered = new ArrayList<>();
        Deque<Resource> path = new ArrayDeque<>();
        while (!waiting.isEmpty()) {
            path.push(waiting.values().iterator().next());
            while (!path.isEmpty()) {
                Resource next = path.peek();
                waiting.remove(next.ref());
                Resource before = next.references().stream()
                        .filter(waiting::containsKey)
                        .map(waiting::get)
                        .findFirst()
                        .orElse(null);
                if (before == null) {
                    ordered.add(path.pop());
                } else {
                    path.push(before);
                }
            }
        }
        return ordered;
    }
}
