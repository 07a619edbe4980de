package io.telcofactory.opennebula;

import io.telcofactory.opennebula.flow.OneFlow;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** On the server that {@code ONE_XMLRPC}, {@code ONEFLOW_URL} and {@code ONE_AUTH} name. */
@EnabledIfEnvironmentVariable(named = "ONE_XMLRPC", matches = ".+")
class RealContractTest extends ClientContract {

    @Override
    OpenNebula openNebula() {
        return OpenNebula.connect(System.getenv("ONE_XMLRPC"), Credentials.fromEnvironment());
    }

    @Override
    OneFlow oneFlow() {
        return OneFlow.connect(System.getenv("ONEFLOW_URL"), Credentials.fromEnvironment());
    }
}
