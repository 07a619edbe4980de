package io.telcofactory.upf;

import java.net.URI;

/**
 * A resource as the other side holds it.
 *
 * @param <T> type of the resource
 * @param id its id in the collection
 * @param uri its address
 * @param value what is stored
 * @since 0.1
 */
public record Stored<T>(String id, URI uri, T value) {

    /** Returns the last segment of a path: ids are what stands after the collection. */
    static String idOf(URI resource) {
        String path = resource.getPath();
        return path == null ? "" : path.substring(path.lastIndexOf('/') + 1);
    }
}
