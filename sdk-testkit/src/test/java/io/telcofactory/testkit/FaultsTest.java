package io.telcofactory.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.telcofactory.api.spi.HttpAnswer;
import io.telcofactory.api.spi.HttpCall;
import io.telcofactory.api.spi.HttpTransport;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class FaultsTest {

    private static final HttpCall CALL =
            new HttpCall("GET", URI.create("http://x.fake/"), Map.of(), new byte[0], Duration.ofSeconds(1));

    private final AtomicInteger effects = new AtomicInteger();
    private final HttpTransport wire = call -> {
        effects.incrementAndGet();
        return new HttpAnswer(200, Map.of(), InputStream.nullInputStream());
    };

    private void call(HttpTransport transport) throws IOException {
        transport.exchange(CALL).close();
    }

    @Test
    void killAt_beforeTheEffect_leavesTheOtherSideUntouchedAndStaysDead() throws IOException {
        Faults faults = Faults.create().killAt(2, Faults.Moment.BEFORE);
        HttpTransport transport = faults.on(wire);
        call(transport);

        assertThatThrownBy(() -> call(transport)).isInstanceOf(ProcessKilled.class);
        assertThatThrownBy(() -> call(transport)).isInstanceOf(ProcessKilled.class);
        assertThat(effects).hasValue(1);
        assertThat(faults.calls()).isEqualTo(2);
    }

    @Test
    void killAt_afterTheEffect_letsTheOtherSideAct() {
        HttpTransport transport = Faults.create().killAt(1, Faults.Moment.AFTER).on(wire);

        assertThatThrownBy(() -> call(transport)).isInstanceOf(ProcessKilled.class);
        assertThat(effects).hasValue(1);
    }

    @Test
    void counter_ofTwoTransports_isShared() throws IOException {
        Faults faults = Faults.create().refuseAt(2);
        call(faults.on(wire));
        HttpTransport second = faults.on(wire);

        assertThatThrownBy(() -> call(second)).isInstanceOf(ConnectException.class);
        assertThat(effects).hasValue(1);
    }

    @Test
    void dropAnswerAt_losesTheAnswerAfterTheEffect() {
        HttpTransport transport = Faults.create().dropAnswerAt(1).on(wire);

        assertThatThrownBy(() -> call(transport))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("was lost");
        assertThat(effects).hasValue(1);
    }

    @Test
    void delayWhen_onVirtualTime_advancesTheClock() throws IOException {
        VirtualTime time = VirtualTime.create();

        call(Faults.create()
                .delayWhen(call -> true, time, Duration.ofSeconds(3))
                .on(wire));

        assertThat(time.now()).isEqualTo(VirtualTime.START.plusSeconds(3));
    }
}
