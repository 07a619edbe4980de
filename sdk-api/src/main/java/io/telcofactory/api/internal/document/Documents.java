package io.telcofactory.api.internal.document;

import io.telcofactory.api.Blueprint;
import io.telcofactory.api.Resource;
import io.telcofactory.api.error.InvalidRequestException;
import io.telcofactory.api.spi.Stamp;
import java.util.Optional;

/** Reads and writes documents. Canonical forms are the same text for equal values, and leave out what is default. */
public final class Documents {
    private static final Form<Resource> RESOURCE = new ResourceForm();

    private Documents() {}

    /**
     * Writes a resource in its canonical form.
     *
     * @param resource of a known kind
     * @return compact JSON: an object with one field, named after the kind
     * @throws IllegalArgumentException if the kind has no document form
     */
    public static String toJson(Resource resource) {
        return NodeWriter.json(RESOURCE.write(resource));
    }

    /**
     * Reads a resource.
     *
     * @param json what {@link #toJson(Resource)} wrote
     * @return an equal value
     * @throws InvalidRequestException if the text is no such document
     */
    public static Resource resource(String json) {
        return read(RESOURCE, json, "resource.json");
    }

    /**
     * Writes a stamp in its canonical form.
     *
     * @param stamp any stamp
     * @return compact JSON
     */
    public static String toJson(Stamp stamp) {
        return NodeWriter.json(StampForm.STAMP.write(stamp));
    }

    /**
     * Reads a stamp.
     *
     * @param json any text
     * @return the stamp, or empty if it can't be understood
     */
    public static Optional<Stamp> stamp(String json) {
        try {
            return Optional.of(read(StampForm.STAMP, json, "stamp.json"));
        } catch (InvalidRequestException e) {
            return Optional.empty();
        }
    }

    /**
     * Writes a blueprint in its canonical form.
     *
     * @param blueprint any blueprint
     * @return compact JSON
     */
    public static String json(Blueprint blueprint) {
        return NodeWriter.json(BlueprintDocument.write(blueprint));
    }

    private static <T> T read(Form<T> form, String text, String source) {
        Problems problems = new Problems(source);
        Node root = NodeReader.read(text, source, problems);
        Optional<T> value = form.read(root, new Trail("", problems));
        problems.raise();
        return value.orElseThrow(problems::exception);
    }
}
