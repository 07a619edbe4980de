package io.telcofactory.opennebula.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.telcofactory.opennebula.xml.XmlReader;
import java.io.IOException;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OneTemplateTest {
    private static final String[] PARTS = {
        "\"",
        "'",
        "[",
        "]",
        "]]",
        "\\",
        "\\\"",
        "\n",
        "\t",
        "=",
        ",",
        "<",
        ">",
        "&",
        "&amp;",
        "<![CDATA",
        "a",
        "B",
        "7",
        "ü",
        "€",
        "$NIC[NETWORK]",
        "#",
        " ",
        "]]>",
        "<![CDATA[",
        "\r",
        "\uD83D\uDE00",
        "\u0000",
        "\u001B"
    };

    @Test
    void toXml_attributesAndVectors_inOrder() {
        OneTemplate template = OneTemplate.builder()
                .set("name", "upf")
                .set("CPU", 4)
                .set("HOT", true)
                .add("NIC", nic -> nic.set("NETWORK_ID", 3).set("IP", "10.0.0.1"))
                .add("NIC", nic -> nic.set("NETWORK_ID", 4))
                .build();
        assertThat(template.toXml())
                .isEqualTo(
                        "<TEMPLATE><NAME>upf</NAME><CPU>4</CPU><HOT>YES</HOT><NIC><NETWORK_ID>3</NETWORK_ID><IP>10.0.0.1</IP>"
                                + "</NIC><NIC><NETWORK_ID>4</NETWORK_ID></NIC></TEMPLATE>");
        assertThat(template.text("cpu")).contains("4");
        assertThat(template.vectors("NIC"))
                .containsExactly(Map.of("NETWORK_ID", "3", "IP", "10.0.0.1"), Map.of("NETWORK_ID", "4"));
        assertThat(template).hasToString("OneTemplate[NAME, CPU, HOT, NIC]");
    }

    @Test
    void set_again_replaces() {
        OneTemplate template =
                OneTemplate.builder().add("A", 1).add("a", 2).set("A", 3).build();
        assertThat(template.toXml()).isEqualTo("<TEMPLATE><A>3</A></TEMPLATE>");
        assertThat(OneTemplate.empty().toXml()).isEmpty();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void value_random_isKeptExactlyOrRefusedWithReason(long seed) throws IOException {
        Random random = new Random(Long.getLong("seed", seed));
        int kept = 0;
        for (int i = 0; i < 5_000; i++) {
            StringBuilder value = new StringBuilder();
            for (int n = random.nextInt(6); n >= 0; n--) {
                value.append(PARTS[random.nextInt(PARTS.length)]);
            }
            OneTemplate template;
            try {
                template = OneTemplate.builder()
                        .set("V", value)
                        .add("W", w -> w.set("K", value))
                        .build();
            } catch (IllegalArgumentException e) {
                assertThat(e)
                        .hasMessageStartingWith("The value of V ")
                        .hasMessageContaining(", wh")
                        .isNotNull();
                continue;
            }
            kept++;
            OneTemplate read = OneTemplate.of(XmlReader.parse(template.toXml()));
            assertThat(read).isEqualTo(template);
            assertThat(read.text("V")).contains(value.toString());
        }
        assertThat(kept).isGreaterThan(500);
    }

    @Test
    void value_oneMebibyte_isKept() throws IOException {
        String value = "x&\"".repeat(350_000);
        OneTemplate template = OneTemplate.builder().set("V", value).build();
        assertThat(OneTemplate.of(XmlReader.parse(template.toXml())).text("V")).contains(value);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "a]]>b|drop the whole change",
                "<![CDATA[x|drop the whole change",
                "\uD83D\uDE00|beyond U+FFFF",
                "\u001B[0m|control character U+001B",
                " x|white space",
                "x |white space"
            })
    void value_thatTheServerLoses_isRefusedWithReason(String value, String reason) {
        assertThatThrownBy(() -> OneTemplate.builder().set("START_SCRIPT", value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("START_SCRIPT")
                .hasMessageContaining(reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1A", "A B", "A<B", "Ä"})
    void name_thatIsNone_isRefused(String name) {
        assertThatThrownBy(() -> OneTemplate.builder().set(name, "x")).isInstanceOf(IllegalArgumentException.class);
    }
}
