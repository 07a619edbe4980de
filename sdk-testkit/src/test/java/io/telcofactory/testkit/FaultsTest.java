package io.telcofactory.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.telcofactory.api.spi.HttpAnswer;
import io.telcofactory.api.spi.HttpCall;
import io.telcofactory.api.spi.HttpTransport;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FaultsTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final VirtualTime time = VirtualTime.create();
    private final List<String> applied = new ArrayList<>();
    private final Faults faults = Faults.create(time);
    private final HttpTransport transport = faults.on(call -> {
        applied.add(Operations.of(call));
        byte[] body = ("answer " + applied.size()).getBytes(UTF_8);
        return new HttpAnswer(200, Map.of(), new ByteArrayInputStream(body));
    });

    private static HttpCall rpc(String method, String argument) {
        String body = "<methodCall><methodName>" + method + "</methodName>" + argument + "</methodCall>";
        return new HttpCall("POST", URI.create("http://one.fake:2633/RPC2"), Map.of(), body.getBytes(UTF_8), TIMEOUT);
    }

    private static HttpCall rest(String method, String path, String body) {
        return new HttpCall(method, URI.create("http://flow.fake" + path), Map.of(), body.getBytes(UTF_8), TIMEOUT);
    }

    private String ask(String method) throws IOException {
        return ask(rpc(method, ""));
    }

    private String ask(HttpCall call) throws IOException {
        try (HttpAnswer answer = transport.exchange(call)) {
            return answer.status() + " " + new String(answer.body().readAllBytes(), UTF_8);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET    | /service                     |                               | GET /service",
                "PUT    | /service/12                  | {}                            | PUT /service/ID",
                "POST   | /service_template/7/action   | {\"action\":{\"perform\":\"chgrp\"}} | POST /service_template/ID/action chgrp",
                "DELETE | /3gpp-traffic-influence/v1/oss/subscriptions/3 | | DELETE /3gpp-traffic-influence/v1/oss/subscriptions/ID"
            })
    void operation_restCall_isNamedWithoutIds(String method, String path, String body, String expected) {
        assertThat(Operations.of(rest(method, path, body == null ? "" : body))).isEqualTo(expected);
    }

    @Test
    void strike_number_hitsThisCallOnlyAndIsTold() throws IOException {
        faults.strike(Fault.LOST, Calls.number(2));

        ask("one.vm.info");
        assertThatThrownBy(() -> ask("one.vn.allocate")).isInstanceOf(SocketException.class);
        ask("one.vn.allocate");

        assertThat(faults.struck()).containsExactly(new Faults.Struck(2, "one.vn.allocate", Fault.LOST));
        assertThat(faults.seen()).containsExactly("one.vm.info", "one.vn.allocate", "one.vn.allocate");
    }

    @Test
    void strike_operationObjectAndNumbers_countsOnlyThese() throws IOException {
        faults.strike(
                Fault.UNAVAILABLE,
                Calls.of("one.vn.allocate").naming("shopfloor").numbers(2, 3));
        HttpCall shopfloor = rpc("one.vn.allocate", "NAME=shopfloor");
        HttpCall other = rpc("one.vn.allocate", "NAME=other");

        List<String> statuses = new ArrayList<>();
        for (HttpCall call :
                List.of(shopfloor, other, shopfloor, rpc("one.vn.info", "shopfloor"), shopfloor, shopfloor)) {
            statuses.add(ask(call).substring(0, 3));
        }

        assertThat(statuses).containsExactly("200", "200", "503", "200", "503", "200");
    }

    @Test
    void strike_storm_refusesTheCallsThatFollowWhateverTheyAre() throws IOException {
        faults.strike(Fault.STORM, Calls.of("one.vn.allocate").numbers(1, 1)).strike(Fault.LOST, Calls.number(4));

        List<String> statuses = new ArrayList<>();
        for (String operation : List.of("one.vm.info", "one.vn.allocate", "one.vm.info")) {
            statuses.add(ask(operation).substring(0, 3));
        }
        assertThatThrownBy(() -> ask("one.vm.info")).isInstanceOf(SocketException.class);
        for (int i = 0; i < 3; i++) {
            statuses.add(ask("one.vn.info").substring(0, 3));
        }

        assertThat(statuses).containsExactly("200", "503", "503", "503", "503", "200");
        assertThat(faults.struck()).hasSize(Faults.STORM);
        assertThat(applied).hasSize(3);
    }

    @Test
    void strike_probability_isTheSameForTheSameSeed() throws IOException {
        List<Integer> first = struckBy(42);

        assertThat(first).hasSizeBetween(5, 60).isEqualTo(struckBy(42)).isNotEqualTo(struckBy(43));
    }

    private static List<Integer> struckBy(long seed) throws IOException {
        Faults faults = Faults.create(VirtualTime.create())
                .strike(Fault.UNAVAILABLE, Calls.all().randomly(0.1, seed));
        HttpTransport transport =
                faults.on(call -> new HttpAnswer(200, Map.of(), new ByteArrayInputStream(new byte[0])));
        for (int i = 0; i < 300; i++) {
            transport.exchange(rpc("one.vm.info", "")).close();
        }
        return faults.struck().stream().map(Faults.Struck::number).toList();
    }

    @ParameterizedTest
    @CsvSource({
        "SLOW, 1, 20",
        "TIMED_OUT, 1, 30",
        "REFUSED, 0, 0",
        "RESET, 0, 0",
        "LOST, 1, 0",
        "TWICE, 2, 0",
        "TRUNCATED, 1, 0",
        "GARBLED, 1, 0",
        "WRONG_TYPE, 0, 0",
        "FAILED, 0, 0",
        "FAILED_AFTER, 1, 0",
        "UNAVAILABLE, 0, 0",
        "STORM, 0, 0",
        "RATE_LIMITED, 0, 0",
        "LEADER_CHANGE, 0, 0",
        "PAUSED, 1, 90",
        "KILLED_BEFORE, 0, 0",
        "KILLED_AFTER, 1, 0"
    })
    void strike_eachFault_takesEffectAsOftenAsItSays(Fault fault, int effects, long seconds) {
        faults.strike(fault, Calls.number(1));

        try {
            ask("one.vn.allocate");
        } catch (IOException | ProcessKilled expected) {
            assertThat(expected).hasMessageContaining(fault.toString()).hasMessageContaining("call 1");
        }

        assertThat(applied).hasSize(effects);
        assertThat(Duration.between(VirtualTime.START, time.now())).isEqualTo(Duration.ofSeconds(seconds));
    }

    @Test
    void strike_exchangeFaults_lookAsTheyDoOnAWire() throws IOException {
        Fault[] order = {
            Fault.REFUSED, Fault.TIMED_OUT, Fault.TRUNCATED, Fault.GARBLED, Fault.WRONG_TYPE, Fault.LEADER_CHANGE
        };
        for (int i = 0; i < order.length; i++) {
            faults.strike(order[i], Calls.number(i + 1));
        }

        assertThatThrownBy(() -> ask("one.vn.allocate")).isInstanceOf(ConnectException.class);
        assertThatThrownBy(() -> ask("one.vn.allocate")).isInstanceOf(SocketTimeoutException.class);
        assertThat(ask("one.vn.allocate")).isEqualTo("200 answ");
        assertThat(ask("one.vn.allocate")).startsWith("200 \u001f").doesNotContain("answer");
        assertThat(ask("one.vn.allocate")).startsWith("200 <!DOCTYPE html>");
        assertThat(ask("one.vn.allocate")).contains("[one.vn.allocate] Cannot process request, no leader found");
    }

    @ParameterizedTest
    @EnumSource(names = {"KILLED_BEFORE", "KILLED_AFTER"})
    void strike_killed_onlyTheNextProcessCanCall(Fault fault) throws IOException {
        faults.strike(fault, Calls.number(1));
        HttpTransport second = faults.nextProcess(JumpingClock.on(time)).on(transport);

        assertThatThrownBy(() -> ask("one.vn.allocate")).isInstanceOf(ProcessKilled.class);
        assertThatThrownBy(() -> ask("one.vn.info")).isInstanceOf(ProcessKilled.class);
        assertThatThrownBy(() -> second.exchange(rpc("one.vn.info", ""))).isInstanceOf(ProcessKilled.class);
        HttpTransport third = faults.nextProcess(JumpingClock.on(time))
                .on(call -> new HttpAnswer(204, Map.of(), new ByteArrayInputStream(new byte[0])));
        assertThat(third.exchange(rpc("one.vn.info", "")).status()).isEqualTo(204);
    }

    @Test
    void strike_clock_jumpsForwardAndBackAgain() throws IOException {
        faults.strike(Fault.CLOCK_JUMPS, Calls.all().numbers(1, 2));
        JumpingClock clock = JumpingClock.on(time);
        HttpTransport process = faults.nextProcess(clock)
                .on(call -> new HttpAnswer(200, Map.of(), new ByteArrayInputStream(new byte[0])));

        process.exchange(rpc("one.vn.info", "")).close();
        assertThat(clock.now()).isEqualTo(VirtualTime.START.plus(Duration.ofDays(1)));
        assertThat(clock.nanoTime()).isEqualTo(time.nanoTime());
        process.exchange(rpc("one.vn.info", "")).close();
        assertThat(clock.now()).isEqualTo(VirtualTime.START);
    }

    @Test
    void strike_siteFault_reachesEachSiteAndTheCallGoesOn() throws IOException {
        List<Fault> struck = new ArrayList<>();
        FaultySite site = new FaultySite() {
            @Override
            public void strike(Fault fault) {
                struck.add(fault);
            }

            @Override
            public void mend() {
                struck.clear();
            }
        };
        faults.site(site).site(site).strike(Fault.QUOTA_DRIFTS, Calls.number(1));

        assertThat(ask("one.vn.allocate")).startsWith("200");
        assertThat(struck).containsExactly(Fault.QUOTA_DRIFTS, Fault.QUOTA_DRIFTS);
    }
}
