package io.telcofactory.api.tenant;

import io.telcofactory.api.compute.DataSize;
import io.telcofactory.api.internal.Checks;
import java.util.Optional;

/**
 * The most a tenant may keep on an image datastore; what is absent is left to the server's default, and something must be limited.
 *
 * @param size space of all its images, whole mebibytes
 * @param images number of images, at least 0
 * @since 0.1
 */
public record DatastoreQuota(Optional<DataSize> size, Optional<Integer> images) {

    /** Checks the limits. */
    public DatastoreQuota {
        size.ifPresent(most -> most.requireWholeMebibytes("datastore.size"));
        images.ifPresent(most -> Checks.range("datastore.images", most, 0, Integer.MAX_VALUE));
        Checks.require(size.isPresent() || images.isPresent(), "", "datastore", "must limit size or images");
    }
}
