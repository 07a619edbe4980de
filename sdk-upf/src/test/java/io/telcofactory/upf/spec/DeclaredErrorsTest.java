package io.telcofactory.upf.spec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.telcofactory.api.error.ProtocolException;
import io.telcofactory.api.error.SdkException;
import io.telcofactory.api.spi.HttpAnswer;
import io.telcofactory.api.spi.HttpTransport;
import io.telcofactory.upf.CamaraClient;
import io.telcofactory.upf.InstantTime;
import io.telcofactory.upf.MecClient;
import io.telcofactory.upf.NefClient;
import io.telcofactory.upf.connection.ConnectionSettings;
import io.telcofactory.upf.mec.MecVersion;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every refusal that an official document declares has a meaning, and its code reaches the caller. */
class DeclaredErrorsTest {
    private static final URI ROOT = URI.create("https://network.example");

    @ParameterizedTest
    @CsvSource({
        "nef, bundled/rel17-TS29522_TrafficInfluence.json",
        "nef, bundled/rel17-TS29122_PfdManagement.json",
        "nef, bundled/rel17-TS29122_AsSessionWithQoS.json",
        "mec, etsi-mec/mec011-v2.1.1-oas30-MecAppSupportApi.json",
        "mec, etsi-mec/mec011-v2.2.1-advantedge-app-support.yaml",
        "camara, camara/traffic-influence.yaml",
        "camara, camara/quality-on-demand.yaml"
    })
    void refusal_declared_isAnExceptionWithItsCode(String api, String file) {
        OpenApi spec = Specs.open(file);

        assertThat(spec.declaredRefusals()).hasSizeGreaterThan(4).allSatisfy(refused -> {
            Throwable thrown = catchThrowable(call(api, answering(api, refused)));

            assertThat(thrown).isInstanceOf(SdkException.class).isNotInstanceOf(ProtocolException.class);
            assertThat(thrown).hasMessageContaining(("HTTP " + refused.status() + " " + refused.code()).strip());
        });
    }

    private static ThrowingCallable call(String api, HttpTransport transport) {
        ConnectionSettings settings = ConnectionSettings.builder()
                .transport(transport)
                .time(new InstantTime())
                .build();
        return switch (api) {
            case "nef" ->
                () -> NefClient.of(ROOT, "af", settings).trafficInfluence().get("1");
            case "mec" ->
                () -> MecClient.of(ROOT, MecVersion.V2_2_1, settings)
                        .trafficRules("app")
                        .get("1");
            default -> () -> CamaraClient.of(ROOT, settings).trafficIntents().get("1");
        };
    }

    private static HttpTransport answering(String api, OpenApi.Refused refused) {
        String name = api.equals("camara") ? "code" : "cause";
        String body = "{\"status\":" + refused.status() + ",\"" + name + "\":\"" + refused.code()
                + "\",\"message\":\"because\"}";
        return call -> new HttpAnswer(refused.status(), Map.of(), new ByteArrayInputStream(body.getBytes(UTF_8)));
    }
}
