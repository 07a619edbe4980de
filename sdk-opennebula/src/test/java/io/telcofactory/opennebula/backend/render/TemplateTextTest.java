package io.telcofactory.opennebula.backend.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.telcofactory.opennebula.model.OneTemplate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateTextTest {

    @Test
    void read_textsAndVectors_asTheServerDoes() {
        OneTemplate template = TemplateText.read("""
            # how a marketplace writes
            CPU="1"
            MEMORY = 768
            SCHED = a b = c
            OS = [ ARCH = "x86_64",
                   BOOT=disk0 ]
            EMPTY = []
            NIC=[NETWORK="a, b ]",MODEL=virtio]
            NIC=[NETWORK="say \\"no\\""]
            """).orElseThrow();

        assertThat(template.text("CPU")).contains("1");
        assertThat(template.text("MEMORY")).contains("768");
        assertThat(template.text("SCHED")).contains("a b = c");
        assertThat(template.vectors("OS")).containsExactly(Map.of("ARCH", "x86_64", "BOOT", "disk0"));
        assertThat(template.vectors("EMPTY")).containsExactly(Map.of());
        assertThat(template.vectors("NIC"))
                .containsExactly(Map.of("NETWORK", "a, b ]", "MODEL", "virtio"), Map.of("NETWORK", "say \"no\""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"A", "A = [", "A = [ B = \"c\"", "A = \"b", "= 1", "A = [ B ]", "{\"a\": 1}", "A ="})
    void read_whatIsNoTemplate_isEmpty(String text) {
        assertThat(TemplateText.read(text)).isEmpty();
    }

    @Test
    void read_nothing_isTheEmptyTemplate() {
        assertThat(TemplateText.read(" \n# only this").orElseThrow().isEmpty()).isTrue();
    }
}
