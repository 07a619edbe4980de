package io.telcofactory.testkit.contract;

import io.telcofactory.api.spi.LockStore;

class MapLocksTest extends LockStoreContract {

    @Override
    protected LockStore lockStore() {
        return new MapBackend(new MapSystem());
    }
}
