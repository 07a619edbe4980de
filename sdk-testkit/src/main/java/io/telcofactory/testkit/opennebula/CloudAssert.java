package io.telcofactory.testkit.opennebula;

import java.util.List;
import java.util.Locale;
import org.assertj.core.api.AbstractAssert;

/**
 * Assertions on the state of a {@link FakeOpenNebula}.
 *
 * @since 0.1
 */
public final class CloudAssert extends AbstractAssert<CloudAssert, FakeOpenNebula> {

    CloudAssert(FakeOpenNebula actual) {
        super(actual, CloudAssert.class);
    }

    /**
     * Goes on about the machines of one tenant.
     *
     * @param group the name of the tenant's group
     * @return assertions on what belongs to it
     */
    public TenantAssert tenant(String group) {
        isNotNull();
        return new TenantAssert(actual, group);
    }

    /**
     * Verifies that no object that is still there has a name with the given part, in any case.
     *
     * @param part a part of a name
     * @return this assertion
     */
    public CloudAssert hasNothingNamed(String part) {
        isNotNull();
        String wanted = part.toLowerCase(Locale.ROOT);
        List<String> left = actual.names().stream()
                .filter(name -> name.toLowerCase(Locale.ROOT).contains(wanted))
                .toList();
        if (!left.isEmpty()) {
            throw failure("Expected nothing named like <%s>, but there is left: %s", part, left);
        }
        return this;
    }

    /**
     * Verifies that a method was called at least once over a wire, and was not refused.
     *
     * @param method for example {@code one.vn.allocate}, or {@code POST /service_template}
     * @return this assertion
     */
    public CloudAssert wasCalled(String method) {
        isNotNull();
        boolean called = actual.calls().stream().anyMatch(call -> call.method().equals(method) && call.isOk());
        if (!called) {
            throw failure("Expected a call of <%s> that was served, but there was none", method);
        }
        return this;
    }
}
