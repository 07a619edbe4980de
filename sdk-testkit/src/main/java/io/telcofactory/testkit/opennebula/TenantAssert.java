package io.telcofactory.testkit.opennebula;

import java.util.List;
import org.assertj.core.api.AbstractAssert;

/**
 * Assertions on what a tenant has.
 *
 * @since 0.1
 */
public final class TenantAssert extends AbstractAssert<TenantAssert, FakeOpenNebula> {

    private final String group;

    TenantAssert(FakeOpenNebula cloud, String group) {
        super(cloud, TenantAssert.class);
        this.group = group;
    }

    /**
     * Verifies how many machines of the tenant run, in all roles.
     *
     * @param count the number expected
     * @return this assertion; {@code of} narrows the same number to one role
     */
    public Running hasRunning(int count) {
        isNotNull();
        return new Running(count);
    }

    /** A number of running machines, to be narrowed or taken as it is. */
    public final class Running {

        private final int count;

        private Running(int count) {
            this.count = count;
        }

        /**
         * Verifies that so many machines of a role run.
         *
         * @param role the name of the role
         * @return assertions on the same tenant
         */
        public TenantAssert of(String role) {
            return check("of the role " + role, actual.runningMachines(group, role));
        }

        /**
         * Verifies that so many machines run in all.
         *
         * @return assertions on the same tenant
         */
        public TenantAssert inAll() {
            return check("in all", actual.runningMachines(group, ""));
        }

        private TenantAssert check(String which, List<String> running) {
            if (running.size() != count) {
                throw failure(
                        "Expected tenant <%s> to have %d running machines %s, but it has %d: %s",
                        group, count, which, running.size(), running);
            }
            return TenantAssert.this;
        }
    }
}
