package io.telcofactory.api.internal.document;

import io.telcofactory.api.SecretRef;
import java.util.Optional;

/** Where a secret is. What stands there instead of a place may be the secret itself, and is not shown. */
record SecretForm() implements Form<SecretRef> {
    private static final String RULE =
            "must say where the secret is, such as env:NAME or file:PATH; a secret itself is not accepted";

    @Override
    public Optional<SecretRef> read(Node node, Trail trail) {
        if (node instanceof Node.Scalar scalar) {
            try {
                return Optional.of(SecretRef.parse(scalar.text()));
            } catch (IllegalArgumentException e) {
                // told below, without the text
            }
        }
        trail.problem(node.place(), RULE);
        return Optional.empty();
    }

    @Override
    public Node write(SecretRef place) {
        return Node.Scalar.text(place.toString());
    }

    @Override
    public Shape shape() {
        return new Shape.Text("where a secret is", "^[a-z]([a-z0-9-]{0,38}[a-z0-9])?:.+$", "env:OPERATOR_PASSWORD");
    }
}
