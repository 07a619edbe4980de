package io.telcofactory.opennebula.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExcerptTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<USER><PASSWORD>geheim</PASSWORD></USER>",
                "<USER><PASSWORD><![CDATA[geheim]]></PASSWORD></USER>",
                "<string>&lt;USER&gt;&lt;PASSWORD&gt;geheim&lt;/PASSWORD&gt;",
                "<string>&lt;USER&gt;&lt;PASSWORD&gt;geheim",
                "<LOGIN_TOKEN><TOKEN>geheim</TOKEN></LOGIN_TOKEN>",
                "<TEMPLATE><S3_SECRET_ACCESS_KEY>geheim",
                "<CONTEXT><root_password>geheim</root_password></CONTEXT>",
                "<value><string>geheim</string></value>",
                "<value><string>geheim",
                "{\"password\": \"geheim\", \"name\": \"x\"}",
                "{\"OIDC_TOKEN\":\"geheim",
            })
    void of_secret_isMasked(String answer) {
        assertThat(of(answer)).doesNotContain("geheim").contains("****");
    }

    @Test
    void of_hash_isMasked() {
        assertThat(of("<ID>5baa61e4c9b93f3f0682250b6cf8331b7ee68fd8</ID>")).isEqualTo("<ID>****</ID>");
    }

    @Test
    void of_anythingElse_isShown() {
        assertThat(of("<!DOCTYPE html>\n<html>\r\n  <title>Sunstone</title>"))
                .isEqualTo("<!DOCTYPE html> <html> <title>Sunstone</title>");
        assertThat(of("<string>[one.vm.info] Error getting virtual machine [7].</string>"))
                .isEqualTo("<string>[one.vm.info] Error getting virtual machine [7].</string>");
        assertThat(of("<string>&lt;VM&gt;&lt;ID&gt;7&lt;/ID&gt;")).contains("&lt;ID&gt;7");
    }

    @Test
    void of_long_isCutAfter1024Bytes() {
        assertThat(of("é".repeat(1000))).hasSize(512);
    }

    private static String of(String answer) {
        return Excerpt.of(answer.getBytes(StandardCharsets.UTF_8));
    }
}
