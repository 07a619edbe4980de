package io.telcofactory.opennebula.backend;

import io.telcofactory.api.Ref;
import io.telcofactory.api.site.Site;
import io.telcofactory.api.spi.Stamp;
import io.telcofactory.api.tenant.Tenant;
import io.telcofactory.opennebula.backend.read.Pools;
import io.telcofactory.opennebula.backend.render.PersonaRights;
import io.telcofactory.opennebula.backend.render.Stamps;
import io.telcofactory.opennebula.backend.render.TenantRendering;
import io.telcofactory.opennebula.backend.render.Users;
import io.telcofactory.opennebula.model.AclEntry;
import io.telcofactory.opennebula.model.AclRule;
import io.telcofactory.opennebula.model.Cluster;
import io.telcofactory.opennebula.model.Document;
import io.telcofactory.opennebula.model.Group;
import io.telcofactory.opennebula.model.Network;
import io.telcofactory.opennebula.model.User;
import io.telcofactory.opennebula.model.Vdc;
import io.telcofactory.opennebula.xml.XmlNode;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Finds what there is of a tenant. Groups and users can't be born with a stamp: those of the right name are ours once the anchor stands,
 * which is made only while no others of that name exist.
 */
final class TenantParts {
    private final Pools pools;
    private final Stamps stamps;
    private final SiteParts site;
    private final Ref ref;
    private final String name;

    TenantParts(Pools pools, Stamps stamps, Site site, Ref ref) {
        this.pools = pools;
        this.stamps = stamps;
        this.site = new SiteParts(pools, site);
        this.ref = ref;
        this.name = stamps.scope().nativeName(ref);
    }

    String name() {
        return name;
    }

    Ref ref() {
        return ref;
    }

    /** The stamp, from the anchor if it stands: only that one tells what was applied last. */
    Optional<Stamp> stamp() {
        return anchor().flatMap(stamps::of)
                .or(() -> group().flatMap(stamps::of))
                .or(() -> vdc().flatMap(stamps::of));
    }

    Optional<Document> anchor() {
        return anchors().stream().findFirst();
    }

    /** All documents that claim to be the anchor, the oldest first; only that one is. */
    List<Document> anchors() {
        return pools.anchors(name).stream()
                .filter(document -> stamps.owns(document, ref, name))
                .sorted(Comparator.comparingInt(Document::id))
                .toList();
    }

    Optional<Group> group() {
        return groupOfThatName().filter(group -> anchor().isPresent() || stamped(group));
    }

    Optional<Group> groupOfThatName() {
        return pools.groups(name).stream().findFirst();
    }

    boolean stamped(Group group) {
        return stamps.marks(group, ref, name);
    }

    Optional<Vdc> vdc() {
        return vdcOfThatName().filter(vdc -> stamps.marks(vdc, ref, name));
    }

    Optional<Vdc> vdcOfThatName() {
        return pools.vdcs(name).stream().findFirst();
    }

    Optional<User> user() {
        return userOfThatName()
                .filter(user -> anchor().isPresent()
                        || group().filter(group -> group.id() == user.groupId()).isPresent());
    }

    /** The name on the server of a user of the tenant: names themselves hold no dot, so that it is the name of nobody else. */
    String nativeName(String user) {
        return name + "." + user;
    }

    /** The users of the tenant that the anchor names and that are there, by their own names. */
    Map<String, User> users() {
        Map<String, User> users = new TreeMap<>();
        announced().forEach(own -> userOfThatName(own).ifPresent(user -> users.put(own, user)));
        return users;
    }

    Optional<User> user(String own) {
        return Optional.ofNullable(users().get(own));
    }

    /** The users that the anchor names: they are there, or about to be made. */
    Set<String> announced() {
        return anchor().map(Users::announced).orElseGet(TreeSet::new);
    }

    Optional<User> userOfThatName(String own) {
        return pools.users(nativeName(own)).stream().findFirst();
    }

    boolean administers(User user) {
        return group().filter(group -> group.adminIds().contains(user.id())).isPresent();
    }

    /** The rules for a user. */
    List<AclEntry> rules(User user) {
        return pools.rules(createServices(user, 0).user());
    }

    /** The rules for a user, as if made for one zone. */
    Set<AclRule> rulesInZone(User user, int zone) {
        long number = createServices(user, zone).zone();
        return rules(user).stream()
                .map(AclEntry::rule)
                .map(rule -> new AclRule(rule.user(), rule.resource(), rule.rights(), number))
                .collect(Collectors.toSet());
    }

    PersonaRights.Place place(Group group, int zone) {
        return new PersonaRights.Place(group.id(), site.cluster().map(Cluster::id), zone);
    }

    /** What was last applied to the tenant. */
    Optional<Tenant> applied() {
        return anchor().flatMap(stamps::of)
                .map(Stamp::value)
                .filter(Tenant.class::isInstance)
                .map(Tenant.class::cast);
    }

    /** The quota of the group, which its pool does not show. */
    GroupQuota quota(XmlNode group) {
        return new GroupQuota(group, provider());
    }

    ProviderNames provider() {
        return new ProviderNames(pools);
    }

    /** The VLAN ids that members may ask for, which the pool of groups does not show. */
    static String vlans(Group group) {
        return TenantRendering.text(group.vlanRules().stream()
                .flatMap(rule -> Arrays.stream(rule.vlans().split(",", -1)))
                .map(String::strip)
                .toList());
    }

    Optional<User> userOfThatName() {
        return pools.users(name).stream().findFirst();
    }

    /** Whether the user has no login token; those that are left come from applies that were killed. */
    boolean withoutTokens() {
        return user().filter(user -> !user.tokens().isEmpty()).isEmpty();
    }

    boolean stamped(User user) {
        return stamps.marks(user, ref, user.name());
    }

    boolean inDefaultVdc(Group group) {
        return pools.defaultVdc()
                .filter(vdc -> vdc.groupIds().contains(group.id()))
                .isPresent();
    }

    /** What the site document means on this server. */
    SiteParts site() {
        return site;
    }

    /** The ids of the hosts in its VDC. */
    Set<Integer> hosts() {
        return vdc().map(Vdc::hosts).map(Pools::ids).orElse(Set.of());
    }

    /** The ids of the datastores in its VDC. */
    Set<Integer> datastores() {
        return vdc().map(Vdc::datastores).map(Pools::ids).orElse(Set.of());
    }

    /** The networks in its VDC that this factory did not make. */
    List<Network> providerNetworks() {
        Set<Integer> inVdc = vdc().map(pools::networksOf).orElse(Set.of());
        return pools.networks().stream()
                .filter(network -> inVdc.contains(network.id()))
                .filter(network -> stamps.of(network).isEmpty())
                .toList();
    }

    boolean holdsGroup(Group group) {
        return vdc().filter(vdc -> vdc.groupIds().contains(group.id())).isPresent();
    }

    boolean mayCreateServices(User user) {
        AclRule wanted = createServices(user, 0);
        return pools.rules(wanted.user()).stream()
                .map(AclEntry::rule)
                .anyMatch(rule -> rule.resource() == wanted.resource() && rule.rights() == wanted.rights());
    }

    /** The rule that lets the user start services. */
    static AclRule createServices(User user, int zone) {
        return AclRule.builder()
                .user(user.id())
                .kinds(AclRule.Kind.TEMPLATE, AclRule.Kind.DOCUMENT)
                .allow(AclRule.Right.CREATE)
                .zone(zone)
                .build();
    }
}
