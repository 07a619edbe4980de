package io.telcofactory.testkit.opennebula;

/**
 * Entry point of assertions that read like sentences:
 *
 * <pre>{@code
 * CloudAssertions.assertThat(cloud).tenant("acme").hasRunning(2).of("inference");
 * CloudAssertions.assertThat(cloud).hasNothingNamed("acme");
 * }</pre>
 *
 * @since 0.1
 */
public final class CloudAssertions {

    private CloudAssertions() {}

    /**
     * Starts a sentence about a fake.
     *
     * @param cloud the fake to look at
     * @return its assertions
     */
    public static CloudAssert assertThat(FakeOpenNebula cloud) {
        return new CloudAssert(cloud);
    }
}
