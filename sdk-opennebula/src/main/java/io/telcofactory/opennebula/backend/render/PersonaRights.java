package io.telcofactory.opennebula.backend.render;

import io.telcofactory.api.tenant.Persona;
import io.telcofactory.opennebula.model.AclRule;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a persona may do on OpenNebula: whether it administers the group, to which the server adds rules of its own, and the rules that
 * come from us. Nobody may use all networks of a cluster, since other tenants' are among them, nor make templates, since the server lets
 * those run anybody's images.
 *
 * @param groupAdmin whether it is an administrator of the group
 * @param rules what it may do besides
 */
public record PersonaRights(boolean groupAdmin, Set<AclRule> rules) {

    /**
     * The rights of a persona.
     *
     * @param persona whose
     * @param user the id of the user
     * @param place where the user works
     */
    public static PersonaRights of(Persona persona, int user, Place place) {
        return switch (persona) {
            case END_USER -> new PersonaRights(false, Set.of(look(user, place)));
            case SERVICE_ADMIN -> new PersonaRights(true, Set.of());
            case INFRASTRUCTURE_ADMIN ->
                new PersonaRights(
                        true,
                        place.cluster().stream()
                                .flatMap(cluster ->
                                        List.of(hosts(user, cluster, place), cluster(user, cluster, place)).stream())
                                .collect(Collectors.toUnmodifiableSet()));
        };
    }

    /**
     * The persona whose rights a user has, no more and no less.
     *
     * @param admin whether it administers the group
     * @param rules those it has, of whatever origin
     */
    public static Optional<Persona> persona(int user, Place place, boolean admin, Set<AclRule> rules) {
        Set<AclRule> ours = rules.stream().filter(known(user, place)::contains).collect(Collectors.toSet());
        return Arrays.stream(Persona.values())
                .filter(persona -> of(persona, user, place).equals(new PersonaRights(admin, ours)))
                .findFirst();
    }

    /** Every rule that any persona has. */
    public static Set<AclRule> known(int user, Place place) {
        return Arrays.stream(Persona.values())
                .flatMap(persona -> of(persona, user, place).rules().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    public static String text(Persona persona) {
        return persona.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static AclRule look(int user, Place place) {
        return AclRule.builder()
                .user(user)
                .kinds(AclRule.Kind.VM, AclRule.Kind.DOCUMENT)
                .objectsOfGroup(place.group())
                .allow(AclRule.Right.USE)
                .zone(place.zone())
                .build();
    }

    private static AclRule hosts(int user, int cluster, Place place) {
        return AclRule.builder()
                .user(user)
                .kinds(AclRule.Kind.HOST, AclRule.Kind.DATASTORE)
                .objectsOfCluster(cluster)
                .allow(AclRule.Right.USE)
                .zone(place.zone())
                .build();
    }

    private static AclRule cluster(int user, int cluster, Place place) {
        return AclRule.builder()
                .user(user)
                .kinds(AclRule.Kind.CLUSTER)
                .object(cluster)
                .allow(AclRule.Right.USE)
                .zone(place.zone())
                .build();
    }

    /**
     * Where users work.
     *
     * @param group the id of the tenant's group
     * @param cluster the id of the site's cluster
     * @param zone the id of the zone
     */
    public record Place(int group, Optional<Integer> cluster, int zone) {}
}
