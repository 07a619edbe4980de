package io.telcofactory.opennebula.backend;

import io.telcofactory.opennebula.NeedsEnvironment;

/** Each resource on the front-end that the environment names. */
@NeedsEnvironment({"ONE_XMLRPC", "ONE_AUTH", "ONEFLOW_URL"})
class RealResourceTest extends ResourceContract {

    @Override
    FrontEnd frontEnd() {
        return new RealFrontEnd();
    }
}
