package io.telcofactory.api.internal.plan;

import io.telcofactory.api.Blueprint;
import io.telcofactory.api.Ref;
import io.telcofactory.api.Resource;
import io.telcofactory.api.error.ConflictException;
import io.telcofactory.api.error.ErrorContext;
import io.telcofactory.api.error.InvalidRequestException;
import io.telcofactory.api.internal.Backends;
import io.telcofactory.api.spi.Adoption;
import io.telcofactory.api.spi.Owned;
import io.telcofactory.api.spi.Scope;
import java.util.LinkedHashMap;
import java.util.Map;

/** Looks at what shall be adopted. */
public final class Adoptions {
    private final Backends backends;
    private final Scope scope;
    private final World world;

    /**
     * Prepares looking.
     *
     * @param backends who looks
     * @param scope factory and blueprint
     * @param world what is ours already
     */
    public Adoptions(Backends backends, Scope scope, World world) {
        this.backends = backends;
        this.scope = scope;
        this.world = world;
    }

    /**
     * Looks at all.
     *
     * @param blueprint whose resources they become
     * @param wanted native ids by resource
     * @return those that are not ours yet
     */
    public Map<Ref, Adoption> of(Blueprint blueprint, Map<Ref, String> wanted) {
        Map<Ref, Adoption> adoptions = new LinkedHashMap<>();
        wanted.forEach((ref, nativeId) -> {
            Resource resource = blueprint
                    .find(ref)
                    .orElseThrow(() -> new InvalidRequestException(
                            context(ref),
                            "Blueprint '" + scope.blueprint() + "' has no " + ref + ", as which '" + nativeId
                                    + "' shall be adopted; describe it as it is"));
            Owned owned = world.owned().get(ref);
            if (owned == null) {
                adoptions.put(ref, backends.get(ref).adoption(resource, nativeId, scope));
            } else if (!nativeId.equals(owned.outputs().get("id"))) {
                throw new ConflictException(
                        context(ref),
                        "'" + nativeId + "' can't be adopted as " + ref + ": that is there already, with the id '"
                                + owned.outputs().get("id") + "'. Take that one away first, or choose another name");
            }
        });
        return adoptions;
    }

    private static ErrorContext context(Ref ref) {
        return ErrorContext.of("factory", "adopt", ref.toString());
    }
}
