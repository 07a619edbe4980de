package io.telcofactory.opennebula.backend;

import io.telcofactory.api.spi.LockStore;
import io.telcofactory.opennebula.NeedsEnvironment;
import io.telcofactory.testkit.Faults;
import io.telcofactory.testkit.contract.LockStoreContract;

/** What every store of locks promises, by documents of the front-end that the environment names. */
@NeedsEnvironment({"ONE_XMLRPC", "ONE_AUTH", "ONEFLOW_URL"})
class RealLocksTest extends LockStoreContract {

    @Override
    protected LockStore lockStore() {
        return new RealFrontEnd().backend(Faults.create()).locks().orElseThrow();
    }
}
