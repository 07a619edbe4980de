package io.telcofactory.upf;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLEncoder;

/** Addresses below the root of an API. */
final class Paths {
    private Paths() {}

    /** Appends segments, each encoded, so that an id with a slash stays one segment. */
    static URI of(URI root, String... segments) {
        StringBuilder path = new StringBuilder(root.toString());
        if (path.charAt(path.length() - 1) == '/') {
            path.setLength(path.length() - 1);
        }
        for (String segment : segments) {
            path.append('/').append(URLEncoder.encode(segment, UTF_8).replace("+", "%20"));
        }
        return URI.create(path.toString());
    }
}
