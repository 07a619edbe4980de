package io.telcofactory.opennebula.backend;

import io.telcofactory.api.spi.LockStore;
import io.telcofactory.testkit.Faults;
import io.telcofactory.testkit.contract.LockStoreContract;

/** What every store of locks promises, by documents of OpenNebula. */
class FakeLocksTest extends LockStoreContract {

    /** The fake that is asked. */
    FakeSite open() {
        return new FakeSite();
    }

    @Override
    protected LockStore lockStore() {
        return open().backend(Faults.create()).locks().orElseThrow();
    }
}
