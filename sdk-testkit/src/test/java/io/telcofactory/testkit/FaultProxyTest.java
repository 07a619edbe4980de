package io.telcofactory.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.telcofactory.api.spi.HttpAnswer;
import io.telcofactory.api.spi.HttpCall;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FaultProxyTest {
    private static final URI UPSTREAM = URI.create("http://one.fake:2633/RPC2");

    private final List<HttpCall> applied = new ArrayList<>();
    private final Faults faults = Faults.create(VirtualTime.create());

    private HttpAnswer serve(HttpCall call) {
        applied.add(call);
        byte[] body = "the whole answer".getBytes(UTF_8);
        return new HttpAnswer(200, Map.of("x-from", List.of("upstream")), new ByteArrayInputStream(body));
    }

    private HttpResponse<String> ask() throws IOException, InterruptedException {
        try (FaultProxy proxy = FaultProxy.start(UPSTREAM, this::serve, faults)) {
            HttpRequest request = HttpRequest.newBuilder(proxy.address())
                    .header("Authorization", "Basic abc")
                    .POST(HttpRequest.BodyPublishers.ofString("<methodName>one.vn.allocate</methodName>"))
                    .build();
            return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        }
    }

    @Test
    void pass_noFault_reachesTheServerAndBringsItsAnswer() throws Exception {
        HttpResponse<String> answer = ask();

        assertThat(answer.body()).isEqualTo("the whole answer");
        assertThat(answer.headers().firstValue("x-from")).contains("upstream");
        assertThat(applied).singleElement().satisfies(call -> {
            assertThat(call.uri()).isEqualTo(UPSTREAM);
            assertThat(call.headers()).containsEntry("authorization", List.of("Basic abc"));
            assertThat(new String(call.body(), UTF_8)).contains("one.vn.allocate");
        });
    }

    @ParameterizedTest
    @EnumSource(names = {"REFUSED", "RESET", "LOST", "TIMED_OUT", "KILLED_BEFORE", "KILLED_AFTER"})
    void pass_brokenExchange_breaksTheConnection(Fault fault) {
        faults.strike(fault, Calls.all());

        assertThatThrownBy(this::ask).isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "TRUNCATED, 200, the whol, 1",
        "TWICE, 200, the whole answer, 2",
        "UNAVAILABLE, 503, NF_CONGESTION, 0",
        "FAILED_AFTER, 502, Bad Gateway, 1",
        "WRONG_TYPE, 200, sign in, 0"
    })
    void pass_otherAnswer_comesAsTheServerWouldSendIt(Fault fault, int status, String part, int effects)
            throws Exception {
        faults.strike(fault, Calls.of("one.vn.allocate").numbers(1, 1));

        HttpResponse<String> answer = ask();

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).contains(part);
        assertThat(applied).hasSize(effects);
    }
}
