package io.telcofactory.opennebula.backend;

import io.telcofactory.opennebula.NeedsEnvironment;

/** All variants on the front-end that the environment names. */
@NeedsEnvironment({"ONE_XMLRPC", "ONE_AUTH", "ONEFLOW_URL"})
class RealVariantTest extends VariantContract {

    @Override
    FrontEnd frontEnd() {
        return new RealFrontEnd();
    }
}
