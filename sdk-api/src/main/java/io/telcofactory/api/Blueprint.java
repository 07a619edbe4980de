package io.telcofactory.api;

import io.telcofactory.api.internal.Checks;
import io.telcofactory.api.internal.document.Documents;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What should be: a named set of resources that are planned, applied and destroyed together.
 *
 * @since 0.1
 */
public final class Blueprint {
    private final String name;
    private final Map<Ref, Resource> resources;

    private Blueprint(String name, Collection<? extends Resource> resources) {
        this.name = Checks.name("blueprint name", name);
        Map<Ref, Resource> byRef = new LinkedHashMap<>();
        for (Resource resource : resources) {
            Checks.require(
                    byRef.put(resource.ref(), resource) == null,
                    resource.ref(),
                    "resource",
                    "stands twice in the blueprint");
        }
        for (Resource resource : resources) {
            for (Ref ref : resource.references()) {
                Checks.require(
                        byRef.containsKey(ref),
                        ref,
                        "reference of " + resource.ref(),
                        "names nothing in the blueprint " + name);
            }
        }
        this.resources = java.util.Collections.unmodifiableMap(byRef);
    }

    /**
     * Makes a blueprint.
     *
     * @param name a DNS label of at most 40 characters, unique in the factory
     * @param resources in any order, each once, with everything they refer to
     * @return the blueprint
     * @throws IllegalArgumentException if a name is malformed, a resource stands twice or a reference names nothing
     */
    public static Blueprint of(String name, Resource... resources) {
        return new Blueprint(name, Arrays.asList(resources));
    }

    /**
     * Makes a blueprint.
     *
     * @param name a DNS label of at most 40 characters, unique in the factory
     * @param resources in any order, each once, with everything they refer to
     * @return the blueprint
     * @throws IllegalArgumentException if a name is malformed, a resource stands twice or a reference names nothing
     */
    public static Blueprint of(String name, Collection<? extends Resource> resources) {
        return new Blueprint(name, resources);
    }

    /**
     * Reads a blueprint document, as {@code docs/blueprint.md} describes it.
     *
     * @param file YAML or JSON in UTF-8
     * @return the blueprint
     * @throws io.telcofactory.api.error.InvalidRequestException if the file holds no such document; tells up to 20 problems with
     *     source, line, column, field, value and rule
     * @throws io.telcofactory.api.error.NotFoundException if there is no such file
     */
    public static Blueprint read(Path file) {
        return Documents.blueprint(file);
    }

    /**
     * Reads a blueprint document, as {@code docs/blueprint.md} describes it.
     *
     * @param document YAML or JSON
     * @param source what messages call it, for example a file name; one that ends in {@code .json} is read as JSON
     * @return the blueprint
     * @throws io.telcofactory.api.error.InvalidRequestException if the text is no such document; tells up to 20 problems with
     *     source, line, column, field, value and rule
     */
    public static Blueprint parse(String document, String source) {
        return Documents.blueprint(document, source);
    }

    /**
     * Writes the blueprint as a YAML document, without what is default.
     *
     * @return what {@link #parse} reads as an equal blueprint
     */
    public String toYaml() {
        return Documents.yaml(this);
    }

    /**
     * Writes the blueprint as a JSON document, without what is default.
     *
     * @return what {@link #parse} reads as an equal blueprint
     */
    public String toJson() {
        return Documents.prettyJson(this);
    }

    /**
     * Returns the blueprint's name.
     *
     * @return a DNS label
     */
    public String name() {
        return name;
    }

    /**
     * Returns what it describes.
     *
     * @return resources in the order they were given
     */
    public List<Resource> resources() {
        return List.copyOf(resources.values());
    }

    /**
     * Finds a resource.
     *
     * @param ref its reference
     * @return the resource, or empty
     */
    public Optional<Resource> find(Ref ref) {
        return Optional.ofNullable(resources.get(ref));
    }

    /**
     * Returns a copy in which one resource has another value.
     *
     * @param changed the new value; its reference must be in the blueprint
     * @return the new blueprint
     * @throws IllegalArgumentException if the blueprint has no such resource
     */
    public Blueprint with(Resource changed) {
        Checks.require(
                resources.containsKey(changed.ref()), changed.ref(), "resource", "is not in the blueprint " + name);
        Map<Ref, Resource> copy = new LinkedHashMap<>(resources);
        copy.put(changed.ref(), changed);
        return new Blueprint(name, copy.values());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Blueprint that && name.equals(that.name) && resources.equals(that.resources);
    }

    @Override
    public int hashCode() {
        return 31 * name.hashCode() + resources.hashCode();
    }

    /** Returns the name and the references. */
    @Override
    public String toString() {
        return "Blueprint " + name + " " + resources.keySet();
    }
}
