package io.telcofactory.opennebula.backend;

import org.junit.jupiter.api.extension.RegisterExtension;

/** What every store of locks promises, by documents of OpenNebula, over HTTP. */
class FakeHttpLocksTest extends FakeLocksTest {
    @RegisterExtension
    static final HttpSites SITES = new HttpSites();

    @Override
    FakeSite open() {
        return SITES.open();
    }
}
