package io.telcofactory.opennebula.backend;

import io.telcofactory.api.error.ConflictException;
import io.telcofactory.api.error.ErrorContext;
import io.telcofactory.api.tenant.Tenant;
import io.telcofactory.api.tenant.TenantUser;
import io.telcofactory.opennebula.OpenNebula;
import io.telcofactory.opennebula.backend.render.PersonaRights;
import io.telcofactory.opennebula.backend.render.Stamps;
import io.telcofactory.opennebula.backend.render.Users;
import io.telcofactory.opennebula.model.AclEntry;
import io.telcofactory.opennebula.model.AclRule;
import io.telcofactory.opennebula.model.Document;
import io.telcofactory.opennebula.model.OneTemplate;
import io.telcofactory.opennebula.model.UpdateMode;
import io.telcofactory.opennebula.model.User;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Makes the users of a tenant of whatever is there of them. A user can't be born with a stamp, so that the anchor names those that are
 * about to be made before they are: an interrupted apply leaves none that nobody knows of.
 */
final class UserConvergence {
    private final Job job;
    private final OpenNebula one;
    private final Tenant tenant;
    private final TenantParts parts;
    private final Steps steps;
    private final PersonaRights.Place place;

    UserConvergence(Job job, Tenant tenant, TenantParts parts, Steps steps, PersonaRights.Place place) {
        this.job = job;
        this.one = job.one();
        this.tenant = tenant;
        this.parts = parts;
        this.steps = steps;
        this.place = place;
    }

    void ensure(Document anchor) {
        announce(anchor);
        Set<String> wanted = Users.names(tenant);
        parts.users().forEach((name, user) -> {
            if (!wanted.contains(name)) {
                remove(name, user);
            }
        });
        tenant.users().forEach(this::ensure);
    }

    private void announce(Document anchor) {
        Set<String> announced = parts.announced();
        Set<String> all = new TreeSet<>(announced);
        for (String name : Users.names(tenant)) {
            if (all.add(name)) {
                parts.userOfThatName(name).ifPresent(this::refuse);
            }
        }
        steps.until(
                "one.document.update",
                () -> parts.announced().containsAll(all),
                () -> one.documents()
                        .update(
                                anchor.id(),
                                OneTemplate.builder()
                                        .set(Users.ATTRIBUTE, Users.text(all))
                                        .build(),
                                UpdateMode.MERGE));
    }

    private void ensure(TenantUser wanted) {
        String name = wanted.name();
        String secret = wanted.password()
                .map(job.execution()::secret)
                .or(wanted::identity)
                .orElse(Users.NO_IDENTITY);
        User user = steps.make(
                "one.user.allocate",
                () -> parts.user(name),
                () -> one.users().create(parts.nativeName(name), secret, wanted.driver(), List.of(place.group())));
        steps.until(
                "one.user.update",
                () -> parts.user(name).filter(parts::stamped).isPresent(),
                () -> one.users()
                        .update(
                                user.id(),
                                OneTemplate.builder()
                                        .set(Stamps.ATTRIBUTE, job.stamps().stamp(tenant))
                                        .build(),
                                UpdateMode.MERGE));
        steps.until(
                "one.user.chauth",
                () -> parts.user(name)
                        .filter(found -> found.authDriver().equals(wanted.driver()))
                        .isPresent(),
                () -> one.users().setAuthDriver(user.id(), wanted.driver(), secret));
        steps.until(
                "one.user.passwd",
                () -> parts.user(name)
                        .filter(found -> Users.stored(found).equals(Users.stored(wanted.driver(), secret)))
                        .isPresent(),
                () -> one.users().setPassword(user.id(), secret));
        allow(user, PersonaRights.of(wanted.persona(), user.id(), place));
    }

    private void allow(User user, PersonaRights rights) {
        if (rights.groupAdmin()) {
            steps.until(
                    "one.group.addadmin",
                    () -> parts.administers(user),
                    () -> one.groups().addAdmin(place.group(), user.id()));
        } else {
            steps.until(
                    "one.group.deladmin",
                    () -> !parts.administers(user),
                    () -> one.groups().removeAdmin(place.group(), user.id()));
        }
        for (AclRule rule : rights.rules()) {
            steps.until(
                    "one.acl.addrule",
                    () -> parts.rules(user).stream()
                            .anyMatch(entry -> entry.rule().equals(rule)),
                    () -> one.acls().create(rule));
        }
        Set<AclRule> others = PersonaRights.known(user.id(), place).stream()
                .filter(rule -> !rights.rules().contains(rule))
                .collect(Collectors.toSet());
        for (AclEntry entry : parts.rules(user)) {
            if (others.contains(entry.rule())) {
                steps.until(
                        "one.acl.delrule",
                        () -> parts.rules(user).stream().noneMatch(left -> left.id() == entry.id()),
                        () -> one.acls().delete(entry.id()));
            }
        }
    }

    /** The server lets a user go whose machines still run. */
    void remove(String name, User user) {
        List<String> machines = job.machines().stream()
                .filter(vm -> vm.userId() == user.id())
                .map(vm -> "vm " + vm.id() + " '" + vm.name() + "'")
                .toList();
        if (!machines.isEmpty()) {
            throw new ConflictException(
                    context("one.user.delete"),
                    "User '" + user.name() + "' of " + tenant.ref() + " still owns " + machines
                            + ", which this factory did not make; give them to another user or end them, and apply"
                            + " again");
        }
        steps.until(
                "one.user.delete",
                () -> parts.user(name).isEmpty(),
                () -> one.users().delete(user.id()));
    }

    private void refuse(User foreign) {
        throw new ConflictException(
                context("one.user.allocate"),
                "There is a user named '" + foreign.name() + "' (" + foreign.id()
                        + ") that this factory did not make. It was left as it is; remove or rename it, or choose"
                        + " another name");
    }

    private ErrorContext context(String call) {
        return ErrorContext.of(OpenNebulaBackend.NAME, call, tenant.ref().toString());
    }
}
