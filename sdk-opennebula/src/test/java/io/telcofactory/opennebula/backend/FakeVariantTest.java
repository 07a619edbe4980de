package io.telcofactory.opennebula.backend;

/** All variants on the fake, in memory. */
class FakeVariantTest extends VariantContract {

    @Override
    FrontEnd frontEnd() {
        return new FakeSite();
    }
}
