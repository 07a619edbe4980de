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
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every refusal that an official document declares has a meaning, and its code reaches the caller. */
class DeclaredErrorsTest {
    private static final URI ROOT = URI.create("https://network.example");

    @ParameterizedTest
    @EnumSource(Specs.class)
    void refusal_declared_isAnExceptionWithItsCode(Specs api) {
        OpenApi spec = api.open();

        assertThat(spec.declaredRefusals()).hasSizeGreaterThan(4).allSatisfy(refused -> {
            Throwable thrown = catchThrowable(call(api, answering(api, refused)));

            assertThat(thrown).isInstanceOf(SdkException.class).isNotInstanceOf(ProtocolException.class);
            assertThat(thrown).hasMessageContaining(("HTTP " + refused.status() + " " + refused.code()).strip());
        });
    }

    private static ThrowingCallable call(Specs api, HttpTransport transport) {
        ConnectionSettings settings = ConnectionSettings.builder()
                .transport(transport)
                .time(new InstantTime())
                .build();
        NefClient nef = NefClient.of(ROOT, "af", settings);
        CamaraClient camara = CamaraClient.of(ROOT, settings);
        return switch (api) {
            case TRAFFIC_INFLUENCE -> () -> nef.trafficInfluence().get("1");
            case PFD_MANAGEMENT -> () -> nef.pfdProvisioning().get("1");
            case AS_SESSION_WITH_QOS -> () -> nef.qosSessions().get("1");
            case MEC_2_1, MEC_2_1_OAS31 -> () -> rules(MecVersion.V2_1_1, settings);
            case MEC_2_2 -> () -> rules(MecVersion.V2_2_1, settings);
            case CAMARA_TRAFFIC_INFLUENCE -> () -> camara.trafficIntents().get("1");
            case CAMARA_QUALITY_ON_DEMAND -> () -> camara.qualityOnDemand().get(new UUID(0, 1));
        };
    }

    private static void rules(MecVersion version, ConnectionSettings settings) {
        MecClient.of(ROOT, version, settings).trafficRules("app").get("1");
    }

    private static HttpTransport answering(Specs api, OpenApi.Refused refused) {
        String name = api.name().startsWith("CAMARA") ? "code" : "cause";
        String body = "{\"status\":" + refused.status() + ",\"" + name + "\":\"" + refused.code()
                + "\",\"message\":\"because\"}";
        return call -> new HttpAnswer(refused.status(), Map.of(), new ByteArrayInputStream(body.getBytes(UTF_8)));
    }
}
