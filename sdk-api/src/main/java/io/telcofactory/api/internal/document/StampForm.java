package io.telcofactory.api.internal.document;

import io.telcofactory.api.Resource;
import io.telcofactory.api.spi.Stamp;
import org.jspecify.annotations.Nullable;

/** How a stamp is kept on a server. */
final class StampForm {
    /** Raised when a release writes stamps that an earlier one would misread. */
    private static final int FORMAT = 1;

    static final Form<Stamp> STAMP = ObjectForm.of("stamp", "the mark on a native object", Draft::new, Draft::build)
            .required(
                    "format",
                    Forms.whole(FORMAT, FORMAT, FORMAT),
                    stamp -> FORMAT,
                    (draft, format) -> {},
                    "the format's number")
            .required(
                    "factory", Forms.NAME, Stamp::factory, (draft, value) -> draft.factory = value, "the factory's id")
            .required(
                    "blueprint",
                    Forms.NAME,
                    Stamp::blueprint,
                    (draft, value) -> draft.blueprint = value,
                    "the blueprint's name")
            .required(
                    "value",
                    new ResourceForm(),
                    Stamp::value,
                    (draft, value) -> draft.value = value,
                    "the applied value")
            .build();

    private StampForm() {}

    private static final class Draft {
        private String factory = "";
        private String blueprint = "";
        private @Nullable Resource value;

        Stamp build() {
            if (value == null) {
                throw new IllegalStateException("a stamp is built only after its value was read");
            }
            return new Stamp(factory, blueprint, value);
        }
    }
}
