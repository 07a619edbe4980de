package io.telcofactory.api.internal.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AwkwardTextTest {
    static List<String> texts() {
        return RandomValues.AWKWARD;
    }

    @ParameterizedTest
    @MethodSource("texts")
    void text_writtenAsYamlAndJson_isReadAsItWas(String text) {
        Node node = new Node.Mapping(Place.NONE, Map.of("KEY", new Node.Entry(Place.NONE, Node.Scalar.text(text))));

        assertThat(read(NodeWriter.yaml(node), "t.yaml"))
                .as(NodeWriter.yaml(node))
                .isEqualTo(text);
        assertThat(read(NodeWriter.json(node), "t.json")).isEqualTo(text);
    }

    private static String read(String document, String source) {
        Node.Mapping root = (Node.Mapping) NodeReader.read(document, source, new Problems(source));
        return root.text("KEY").orElse("(no text)");
    }
}
