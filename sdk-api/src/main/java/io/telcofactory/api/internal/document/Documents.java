package io.telcofactory.api.internal.document;

import io.telcofactory.api.Blueprint;
import io.telcofactory.api.Resource;
import io.telcofactory.api.error.InvalidRequestException;
import io.telcofactory.api.site.Site;
import io.telcofactory.api.spi.Stamp;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BiFunction;

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
        return read(RESOURCE::read, json, "resource.json");
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
            return Optional.of(read(StampForm.STAMP::read, json, "stamp.json"));
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

    /**
     * Writes a blueprint for people.
     *
     * @param blueprint any blueprint
     * @return JSON with one field a line
     */
    public static String prettyJson(Blueprint blueprint) {
        return NodeWriter.prettyJson(BlueprintDocument.write(blueprint));
    }

    /**
     * Writes a blueprint for people.
     *
     * @param blueprint any blueprint
     * @return YAML
     */
    public static String yaml(Blueprint blueprint) {
        return NodeWriter.yaml(BlueprintDocument.write(blueprint));
    }

    /**
     * Reads a blueprint.
     *
     * @param text YAML or JSON
     * @param source what messages call the text
     * @return the blueprint
     * @throws InvalidRequestException if the text is no such document; tells up to 20 problems with their places
     */
    public static Blueprint blueprint(String text, String source) {
        return read(BlueprintDocument::read, text, source);
    }

    /**
     * Reads a blueprint from a file.
     *
     * @param file YAML or JSON in UTF-8
     * @return the blueprint
     * @throws InvalidRequestException if the file holds no such document; tells up to 20 problems with their places
     * @throws io.telcofactory.api.error.NotFoundException if there is no such file
     */
    public static Blueprint blueprint(Path file) {
        return blueprint(Sources.text(file), file.toString());
    }

    /**
     * Reads a site.
     *
     * @param text YAML or JSON
     * @param source what messages call the text
     * @return the site
     * @throws InvalidRequestException if the text is no such document; tells up to 20 problems with their places
     */
    public static Site site(String text, String source) {
        return read(SiteForms.SITE::read, text, source);
    }

    /**
     * Reads a site from a file.
     *
     * @param file YAML or JSON in UTF-8
     * @return the site
     * @throws InvalidRequestException if the file holds no such document; tells up to 20 problems with their places
     * @throws io.telcofactory.api.error.NotFoundException if there is no such file
     */
    public static Site site(Path file) {
        return site(Sources.text(file), file.toString());
    }

    private static <T> T read(BiFunction<Node, Trail, Optional<T>> reader, String text, String source) {
        Problems problems = new Problems(source);
        Node root = NodeReader.read(text, source, problems);
        Optional<T> value = reader.apply(root, new Trail("", problems));
        problems.raise();
        return value.orElseThrow(problems::exception);
    }
}
