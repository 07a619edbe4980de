package io.telcofactory.api.internal.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is written about documents is made from what reads them. */
class ReferenceTest {
    private static final Path SCHEMAS = Path.of("src/main/resources/META-INF/io.telcofactory");
    private static final Path EXAMPLES = Path.of("src/test/resources/documents");

    @Test
    void blueprintSchema_inTheJar_isUpToDate() {
        Golden.check(SCHEMAS.resolve("blueprint.schema.json"), SchemaGenerator.blueprint());
    }

    @Test
    void siteSchema_inTheJar_isUpToDate() {
        Golden.check(SCHEMAS.resolve("site.schema.json"), SchemaGenerator.site());
    }

    @Test
    void referencePage_inDocs_isUpToDate() throws IOException {
        String blueprint = Files.readString(EXAMPLES.resolve("industrial-analytics.yaml"));
        String site = Files.readString(EXAMPLES.resolve("lisbon.yaml"));

        Golden.check(Path.of("../docs/blueprint.md"), ReferencePage.write(blueprint, site));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("properties")
    void field_ofAnyObject_isDescribedAndItsExampleIsRead(String name, Property<?, ?, ?> property) {
        assertThat(property.description()).isNotBlank();
        Example.of(property.form().shape()).ifPresent(example -> {
            Problems problems = new Problems(name);
            Node document = NodeReader.read("field: " + example, name, problems);
            Node node = ((Node.Mapping) document)
                    .fields()
                    .values()
                    .iterator()
                    .next()
                    .value();

            assertThat(property.form().read(node, new Trail(name, problems)))
                    .describedAs(example)
                    .isPresent();
            problems.raise();
        });
    }

    static Stream<Arguments> properties() {
        Map<String, Shape.Fields> objects = new LinkedHashMap<>();
        Kind.ALL.forEach(kind -> collect(kind.form().shape(), objects));
        collect(SiteForms.SITE.shape(), objects);
        return objects.values().stream()
                .flatMap(object -> object.properties().stream()
                        .map(property -> Arguments.of(object.name() + "." + property.name(), property)));
    }

    private static void collect(Shape shape, Map<String, Shape.Fields> objects) {
        if (shape instanceof Shape.Fields fields && objects.putIfAbsent(fields.name(), fields) == null) {
            fields.properties().forEach(property -> collect(property.form().shape(), objects));
        } else if (shape instanceof Shape.Items items) {
            collect(items.of(), objects);
        } else if (shape instanceof Shape.Entries entries) {
            collect(entries.of(), objects);
        } else if (shape instanceof Shape.Any any) {
            any.shapes().forEach(each -> collect(each, objects));
        }
    }
}
