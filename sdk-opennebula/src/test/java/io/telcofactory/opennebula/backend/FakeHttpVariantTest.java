package io.telcofactory.opennebula.backend;

import org.junit.jupiter.api.extension.RegisterExtension;

/** All variants on the fake, over HTTP. */
class FakeHttpVariantTest extends VariantContract {
    @RegisterExtension
    static final HttpSites SITES = new HttpSites();

    @Override
    FrontEnd frontEnd() {
        return SITES.open();
    }
}
