package io.telcofactory.opennebula.backend;

import org.junit.jupiter.api.extension.RegisterExtension;

/** What every backend promises, on the fake, over HTTP. */
class FakeHttpBackendTest extends FakeBackendTest {
    @RegisterExtension
    static final HttpSites SITES = new HttpSites();

    @Override
    FakeSite open() {
        return SITES.open();
    }
}
