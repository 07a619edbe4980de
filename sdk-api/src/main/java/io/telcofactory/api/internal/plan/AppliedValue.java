package io.telcofactory.api.internal.plan;

import io.telcofactory.api.FieldChange;
import io.telcofactory.api.Resource;
import io.telcofactory.api.internal.document.Documents;
import io.telcofactory.api.spi.Owned;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * The value in the stamp as a field of its own. It is compared last: an apply that stopped between its last field and the stamp leaves
 * a resource whose fields are all right and whose stamp is old, and the stamp decides what will be removed later.
 */
final class AppliedValue {
    static final String PATH = "stamp";

    private AppliedValue() {}

    static Owned addTo(Owned owned) {
        return owned.applied()
                .<Owned>map(value -> Owned.builder()
                        .from(owned)
                        .putFields(PATH, print(value))
                        .build())
                .orElse(owned);
    }

    /** Returns the field to set, or nothing if the stamp tells the value that is wanted. */
    static Optional<FieldChange> difference(Owned live, Resource wanted) {
        if (live.applied().equals(Optional.of(wanted))) {
            return Optional.empty();
        }
        FieldChange change = new FieldChange(PATH, live.applied().map(AppliedValue::print), Optional.of(print(wanted)));
        return change.from().equals(change.to()) ? Optional.empty() : Optional.of(change);
    }

    /** A short text that differs when the value does, for people to look at. */
    private static String print(Resource value) {
        CRC32C sum = new CRC32C();
        sum.update(Documents.toJson(value).getBytes(StandardCharsets.UTF_8));
        return String.format("value %08x", sum.getValue());
    }
}
