package io.telcofactory.opennebula.backend;

import io.telcofactory.api.error.ConflictException;
import io.telcofactory.api.error.ErrorContext;
import io.telcofactory.api.error.OutcomeUnknownException;
import io.telcofactory.opennebula.Credentials;
import io.telcofactory.opennebula.backend.read.Pools;
import io.telcofactory.opennebula.model.Group;
import io.telcofactory.opennebula.model.User;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/**
 * Lends short-lived credentials of tenants' service users. Work on several services of a tenant shares one token, since tokens carry no
 * name: whoever ends last deletes all that the user has, those of applies that were killed as well. Threads: safe.
 */
final class TenantSessions {
    /** Longer than any single wait; a token that is left over by a crash dies by then. */
    private static final Duration VALIDITY = Duration.ofHours(1);

    private static final String LOGIN = "one.user.login";
    private static final int ATTEMPTS = 3;
    private static final int NO_GROUP = -1;

    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, Shared> open = new HashMap<>();

    /** A token and how many work with it. */
    private record Shared(Credentials credentials, int workers) {}

    /**
     * Does some work in a tenant's name.
     *
     * @param <T> what comes of it
     * @param job the surroundings
     * @param parts the tenant
     * @param work uses the credentials, and must not keep them
     * @return what came of it
     */
    <T> T with(Job job, TenantParts parts, Function<Credentials, T> work) {
        Credentials credentials = enter(job, parts);
        T result;
        try {
            result = work.apply(credentials);
        } catch (RuntimeException e) {
            leaveAfter(e, job, parts);
            throw e;
        }
        leave(job, parts);
        return result;
    }

    private void leaveAfter(RuntimeException failure, Job job, TenantParts parts) {
        try {
            leave(job, parts);
        } catch (RuntimeException e) {
            failure.addSuppressed(e);
        }
    }

    /** Logs in under the lock: two that enter at once must not make two tokens. */
    private Credentials enter(Job job, TenantParts parts) {
        lock.lock();
        try {
            Shared shared = open.get(parts.name());
            Credentials credentials = shared == null ? login(job, parts) : shared.credentials();
            int workers = shared == null ? 0 : shared.workers();
            open.put(parts.name(), new Shared(credentials, workers + 1));
            return credentials;
        } finally {
            lock.unlock();
        }
    }

    private void leave(Job job, TenantParts parts) {
        lock.lock();
        try {
            Shared shared = open.remove(parts.name());
            if (shared != null && shared.workers() > 1) {
                open.put(parts.name(), new Shared(shared.credentials(), shared.workers() - 1));
            } else {
                logout(job, parts);
            }
        } finally {
            lock.unlock();
        }
    }

    /** The group must be named: a full token with which the tenant could leave its group is refused to administrators. */
    private static Credentials login(Job job, TenantParts parts) {
        User user = parts.user().orElseThrow(() -> unmade(parts, "user"));
        Group group = parts.group().orElseThrow(() -> unmade(parts, "group"));
        for (int attempt = 1; ; attempt++) {
            job.execution().proceed(LOGIN);
            try {
                return Credentials.of(user.name(), job.one().users().login(user.name(), "", VALIDITY, group.id()));
            } catch (OutcomeUnknownException lost) {
                // the token that nobody learned is deleted with the others
                if (attempt == ATTEMPTS) {
                    throw lost;
                }
            }
        }
    }

    private static void logout(Job job, TenantParts parts) {
        Pools pools = job.pools();
        pools.changedBy(LOGIN);
        TenantParts fresh = new TenantParts(pools, job.stamps(), job.site(), parts.ref());
        new Steps(job.execution(), pools)
                .until(
                        LOGIN,
                        fresh::withoutTokens,
                        () -> job.one().users().login(parts.name(), "", Duration.ZERO, NO_GROUP));
    }

    private static ConflictException unmade(TenantParts parts, String what) {
        return new ConflictException(
                ErrorContext.of(OpenNebulaBackend.NAME, LOGIN, parts.name()),
                "The " + what + " of tenant " + parts.name() + " is missing; plan again, which shows and repairs it");
    }
}
