package io.telcofactory.opennebula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.telcofactory.api.error.InvalidRequestException;
import io.telcofactory.opennebula.model.OneTemplate;
import io.telcofactory.opennebula.model.UpdateMode;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Texts on their way to the server, read back by the JDK's parser: as they were, or refused before anything is sent. */
class WritingTest {
    private static final Pattern UNSENDABLE =
            Pattern.compile("[\\p{Cc}&&[^\\n\\t\\r\\u0085\\u007F-\\u009F]]|[^\\u0000-\\uFFFD]");
    private static final String[] PARTS = {
        "\"",
        "'",
        "[",
        "]",
        "]]",
        "]]>",
        "<![CDATA[",
        "<",
        ">",
        "&",
        "&amp;",
        "\\",
        "\n",
        "\r",
        "\t",
        " ",
        "=",
        ",",
        "a",
        "Z",
        "7",
        "ü",
        "€",
        "漢",
        "\uD83D\uDE00",
        "\u0000",
        "\u001B",
        "\uFFFE",
        "$NIC[IP]",
        "#",
        "x".repeat(1000)
    };

    private final CannedHttp http = new CannedHttp().answer(CannedHttp.accepted(1));
    private final OpenNebula one = Clients.on(http);

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void text_random_arrivesAsItWasOrIsRefusedBeforeSending(long seed) throws Exception {
        Random random = new Random(Long.getLong("seed", seed));
        int sent = 0;
        int refused = 0;
        for (int i = 0; i < 1_000; i++) {
            String text = text(random);
            if (UNSENDABLE.matcher(text).find()) {
                assertThatThrownBy(() -> one.vms().rename(1, text))
                        .isInstanceOf(InvalidRequestException.class)
                        .hasMessageContaining("nothing was sent");
                refused++;
            } else {
                one.vms().rename(1, text);
                assertThat(parameter(2)).isEqualTo(text);
                sent++;
            }
        }
        assertThat(http.calls()).hasSize(sent);
        assertThat(refused).isPositive();
        assertThat(sent).isPositive();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void template_random_arrivesAsItWasOrIsRefusedBeforeSending(long seed) throws Exception {
        Random random = new Random(Long.getLong("seed", seed));
        int sent = 0;
        for (int i = 0; i < 1_000; i++) {
            String text = text(random);
            boolean lost = UNSENDABLE.matcher(text).find()
                    || text.contains("]]>")
                    || text.contains("<![CDATA[")
                    || text.contains("\r")
                    || !text.equals(text.strip());
            OneTemplate.Builder template = OneTemplate.builder();
            if (lost) {
                assertThatThrownBy(() -> template.set("VALUE", text))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessageStartingWith("The value of VALUE ");
            } else {
                one.vms()
                        .update(
                                1,
                                template.set("VALUE", text)
                                        .add("VECTOR", vector -> vector.set("KEY", text))
                                        .build(),
                                UpdateMode.MERGE);
                Element root = xml(parameter(2)).getDocumentElement();
                assertThat(root.getElementsByTagName("VALUE").item(0).getTextContent())
                        .isEqualTo(text);
                assertThat(root.getElementsByTagName("KEY").item(0).getTextContent())
                        .isEqualTo(text);
                sent++;
            }
        }
        assertThat(http.calls()).hasSize(sent);
        assertThat(sent).isPositive();
    }

    @Test
    void text_oneMebibyte_arrivesAsItWas() throws Exception {
        String text = "x&\"]".repeat(1 << 18);
        one.vms().update(1, OneTemplate.builder().set("VALUE", text).build(), UpdateMode.REPLACE);
        assertThat(xml(parameter(2)).getDocumentElement().getTextContent()).isEqualTo(text);
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int n = random.nextInt(6); n >= 0; n--) {
            text.append(PARTS[random.nextInt(PARTS.length)]);
        }
        return text.toString();
    }

    private String parameter(int number) throws Exception {
        return xml(http.sent()).getElementsByTagName("param").item(number).getTextContent();
    }

    private static Document xml(String text) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
        // JDK 24 and later take no text of 1 MiB unless they are told to.
        factory.setAttribute("jdk.xml.maxGeneralEntitySizeLimit", 0);
        factory.setAttribute("jdk.xml.totalEntitySizeLimit", 0);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }
}
