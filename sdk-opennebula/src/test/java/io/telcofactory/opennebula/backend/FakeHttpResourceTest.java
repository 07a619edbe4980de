package io.telcofactory.opennebula.backend;

import org.junit.jupiter.api.extension.RegisterExtension;

/** Each resource on the fake, over HTTP. */
class FakeHttpResourceTest extends ResourceContract {
    @RegisterExtension
    static final HttpSites SITES = new HttpSites();

    @Override
    FrontEnd frontEnd() {
        return SITES.open();
    }
}
