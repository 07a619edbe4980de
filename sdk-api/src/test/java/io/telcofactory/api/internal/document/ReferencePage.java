package io.telcofactory.api.internal.document;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/** Makes the page that describes documents from the descriptions of forms. */
final class ReferencePage {
    private final StringBuilder page = new StringBuilder();
    private final Set<String> described = new LinkedHashSet<>();
    private final Deque<Shape.Fields> pending = new ArrayDeque<>();

    private ReferencePage() {}

    static String write(String example, String site) {
        ReferencePage page = new ReferencePage();
        page.head(example, site);
        return page.page.toString();
    }

    private void head(String example, String site) {
        line("# Blueprint and site documents");
        line("");
        line("Generated from the code by `ReferenceTest`; do not edit. JSON Schemas are in the jar of `sdk-api`:");
        line("`META-INF/io.telcofactory/blueprint.schema.json` and `META-INF/io.telcofactory/site.schema.json`.");
        line("");
        line("Documents are YAML or JSON, in UTF-8. Scalars are read as they are written: `sd: 010203` is six"
                + " digits and no");
        line("octal number. Anchors, aliases, several documents in one source and fields that stand twice are"
                + " refused; a field");
        line("that is not known is an error that names the nearest known one.");
        line("");
        line(
                "Units are written with the number: sizes `512 MiB`, rates `1 Gbit/s`, times `10s`, `5m`, `2h`, short times"
                        + " `20ms`. An `MTU` is in bytes;");
        line("whole numbers else count things. A default of *none* means that the field may be left out and then says"
                + " nothing.");
        line("");
        line("## Blueprint");
        line("");
        line("`Blueprint.read(path)`, `Blueprint.parse(text, source)`, `blueprint.toYaml()`, `blueprint.toJson()`.");
        line("");
        fence(example);
        line("| field | value |");
        line("|---|---|");
        line("| `" + BlueprintDocument.NAME + "` | the blueprint's name, unique in the factory; required |");
        for (Kind<?> kind : Kind.ALL) {
            line("| `" + kind.section() + "` | a list of [" + kind.name() + "](#" + kind.name() + ") |");
            pending.add(kind.form().shape());
        }
        line("");
        describePending();
        line("## Site");
        line("");
        line("`Site.read(path)`, `Site.parse(text, source)`.");
        line("");
        fence(site);
        table(SiteForms.SITE.shape());
        describePending();
    }

    private void describePending() {
        while (!pending.isEmpty()) {
            Shape.Fields next = pending.poll();
            if (described.add(next.name())) {
                line("### " + next.name());
                line("");
                line(capital(next.meaning()) + ".");
                line("");
                table(next);
            }
        }
    }

    private void table(Shape.Fields fields) {
        line("| field | value | default | example | meaning |");
        line("|---|---|---|---|---|");
        for (Property<?, ?, ?> property : fields.properties()) {
            Shape shape = property.form().shape();
            line("| `" + property.name() + "` | " + value(shape) + " | " + fallback(property) + " | "
                    + Example.of(shape)
                            .map(text -> "`" + text.replace("|", "\\|") + "`")
                            .orElse("see there") + " | "
                    + cell(property.description()) + " |");
        }
        line("");
    }

    private static String fallback(Property<?, ?, ?> property) {
        if (property.required()) {
            return "required";
        }
        return property.fallback().isEmpty() ? "none" : cell(property.fallback());
    }

    private String value(Shape shape) {
        if (shape instanceof Shape.Fields fields) {
            pending.add(fields);
            return "[" + fields.name() + "](#" + fields.name().toLowerCase(Locale.ROOT) + ")";
        }
        if (shape instanceof Shape.Items items) {
            return "list of " + value(items.of());
        }
        if (shape instanceof Shape.Any any) {
            return String.join(", or ", any.shapes().stream().map(this::value).toList());
        }
        if (shape instanceof Shape.Entries entries && entries.of() instanceof Shape.Fields) {
            return cell(entries.meaning()) + ", each with a " + value(entries.of());
        }
        return cell(Phrase.of(shape));
    }

    private void fence(String text) {
        line("```yaml");
        page.append(text);
        line("```");
        line("");
    }

    private static String cell(String text) {
        return text.replace("|", "\\|").replace("*", "\\*");
    }

    private static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    private void line(String text) {
        page.append(text).append('\n');
    }
}
