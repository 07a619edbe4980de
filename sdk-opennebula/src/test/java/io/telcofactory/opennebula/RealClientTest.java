package io.telcofactory.opennebula;

import io.telcofactory.opennebula.flow.OneFlow;

/** The client on the front-end that the environment names. */
@NeedsEnvironment({"ONE_XMLRPC", "ONE_AUTH", "ONEFLOW_URL"})
class RealClientTest extends ClientContract {

    @Override
    OpenNebula openNebula() {
        return OpenNebula.connect(System.getenv("ONE_XMLRPC"), Credentials.fromEnvironment());
    }

    @Override
    OneFlow oneFlow() {
        return OneFlow.connect(System.getenv("ONEFLOW_URL"), Credentials.fromEnvironment());
    }
}
