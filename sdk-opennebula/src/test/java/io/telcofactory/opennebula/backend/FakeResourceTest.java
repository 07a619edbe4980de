package io.telcofactory.opennebula.backend;

/** Each resource on the fake, in memory. */
class FakeResourceTest extends ResourceContract {

    @Override
    FrontEnd frontEnd() {
        return new FakeSite();
    }
}
