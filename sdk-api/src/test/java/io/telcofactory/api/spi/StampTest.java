package io.telcofactory.api.spi;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.telcofactory.api.Ref;
import io.telcofactory.api.Resource;
import io.telcofactory.api.tenant.Tenant;
import java.util.Base64;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StampTest {
    private static final Stamp STAMP = new Stamp(
            "lisbon-oss",
            "analytics",
            Tenant.builder("acme").quota(q -> q.vms(8)).build());

    /** What the first release wrote; must be readable for ever. */
    private static final String FIRST_FORMAT =
            "{\"format\":1,\"factory\":\"lisbon-oss\",\"blueprint\":\"analytics\",\"value\":{\"tenant\":{\"name\":\"acme\",\"quota\":{\"vms\":8}}}}";

    @Test
    void encode_stamp_isUrlSafeTextOfItsDocument() {
        assertThat(STAMP.encode()).matches("[A-Za-z0-9_-]+").isEqualTo(base64(FIRST_FORMAT));
    }

    @Test
    void decode_encoded_givesAnEqualStamp() {
        assertThat(Stamp.decode(STAMP.encode())).contains(STAMP);
        assertThat(STAMP.ref()).isEqualTo(Ref.tenant("acme"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{",
                "{}",
                "null",
                "{\"format\":2,\"factory\":\"f\",\"blueprint\":\"b\",\"value\":{\"tenant\":{\"name\":\"acme\"}}}",
                "{\"format\":1,\"factory\":\"f\",\"blueprint\":\"b\",\"value\":{\"spaceship\":{\"name\":\"acme\"}}}",
                "{\"format\":1,\"factory\":\"f\",\"blueprint\":\"b\",\"value\":{\"tenant\":{\"name\":\"ACME\"}}}",
                "{\"format\":1,\"factory\":\"F\",\"blueprint\":\"b\",\"value\":{\"tenant\":{\"name\":\"acme\"}}}",
                "{\"format\":1,\"factory\":\"f\",\"blueprint\":\"b\",\"value\":{\"tenant\":{\"name\":\"acme\",\"later\":1}}}",
                "{\"format\":1,\"factory\":\"f\",\"blueprint\":\"b\"}"
            })
    void decode_documentThatIsNoStamp_isEmpty(String json) {
        assertThat(Stamp.decode(base64(json))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"not base64!", "====", "\u00e9", "YQ==YQ=="})
    void decode_textThatIsNoBase64_isEmpty(String text) {
        assertThat(Stamp.decode(text)).isEmpty();
    }

    @Test
    void decode_everyPrefixOfAStamp_isEmpty() {
        String whole = STAMP.encode();
        for (int end = 0; end < whole.length(); end++) {
            assertThat(Stamp.decode(whole.substring(0, end))).isEmpty();
        }
    }

    @Test
    void decode_deeplyNestedText_isEmpty() {
        assertThat(Stamp.decode(base64("[".repeat(100_000)))).isEmpty();
    }

    @Test
    void encode_unknownKind_tellsTheKnownOnes() {
        Resource unknown = new Resource() {
            @Override
            public Ref ref() {
                return new Ref("spaceship", "acme", "x");
            }

            @Override
            public Set<Ref> references() {
                return Set.of();
            }
        };

        assertThatThrownBy(() -> new Stamp("f", "b", unknown).encode())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("spaceship/acme/x")
                .hasMessageContaining("[tenant, network, router, breakout, function, service]");
    }

    private static String base64(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(UTF_8));
    }
}
