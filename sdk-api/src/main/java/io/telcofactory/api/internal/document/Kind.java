package io.telcofactory.api.internal.document;

import io.telcofactory.api.Ref;
import io.telcofactory.api.Resource;
import io.telcofactory.api.network.N6Breakout;
import io.telcofactory.api.network.TenantNetwork;
import io.telcofactory.api.network.VirtualRouter;
import io.telcofactory.api.nf.NetworkFunction;
import io.telcofactory.api.service.AiService;
import io.telcofactory.api.tenant.Tenant;
import java.util.List;
import java.util.Optional;

/**
 * A kind of resource; the only place to touch when documents learn another one.
 *
 * @param <R> type of its values
 * @param name as references spell it
 * @param section the field of a blueprint document that lists its resources
 * @param type its values' interface
 * @param form how a value stands in documents
 */
record Kind<R extends Resource>(String name, String section, Class<R> type, ObjectForm<R, ?> form) {

    /** All kinds, in the order of their sections in a document: what is referred to comes first. */
    static final List<Kind<?>> ALL = List.of(
            new Kind<>(Ref.TENANT, "tenants", Tenant.class, TenantForms.TENANT),
            new Kind<>(Ref.NETWORK, "networks", TenantNetwork.class, NetworkForms.NETWORK),
            new Kind<>(Ref.ROUTER, "routers", VirtualRouter.class, RouterForms.ROUTER),
            new Kind<>(Ref.BREAKOUT, "breakouts", N6Breakout.class, BreakoutForms.BREAKOUT),
            new Kind<>(Ref.FUNCTION, "functions", NetworkFunction.class, FunctionForms.FUNCTION),
            new Kind<>(Ref.SERVICE, "services", AiService.class, ServiceForms.SERVICE));

    static Optional<Kind<?>> find(String name) {
        return ALL.stream().filter(kind -> kind.name.equals(name)).findFirst();
    }

    static Kind<?> of(Resource resource) {
        return ALL.stream()
                .filter(kind -> kind.type.isInstance(resource))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("resource = '" + resource.ref()
                        + "' is of a kind without a document form; there are "
                        + ALL.stream().map(Kind::name).toList()));
    }

    /** Writes a value that is of this kind. */
    Node.Mapping write(Resource resource) {
        return form.write(type.cast(resource));
    }
}
