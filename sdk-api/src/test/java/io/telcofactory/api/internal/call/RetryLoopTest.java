package io.telcofactory.api.internal.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.telcofactory.api.error.CancelledException;
import io.telcofactory.api.error.ConflictException;
import io.telcofactory.api.error.DeadlineExceededException;
import io.telcofactory.api.error.OutcomeUnknownException;
import io.telcofactory.api.error.SdkException;
import io.telcofactory.api.error.UnavailableException;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RetryLoopTest {
    private static final Operation READ = new Operation("one.vm.info", "vm 12", true);
    private static final Operation CREATE = new Operation("one.vm.allocate", "", false);

    private final ManualTime time = new ManualTime();
    private final List<String> heard = new ArrayList<>();
    private final RetryBudget budget = RetryBudget.standard();
    private final RetryLoop loop = loop(budget);
    private int attempts;

    @AfterEach
    void clearInterrupt() {
        Thread.interrupted();
    }

    @Test
    void run_firstAttemptSucceeds_returnsItsResult() {
        assertThat(loop.<String>run(READ, attempt -> "VM")).isEqualTo("VM");
        assertThat(heard).containsExactly("one.vm.info vm 12 #1 ok");
        assertThat(time.sleeps()).isEmpty();
    }

    @Test
    void run_lostAnswerOfReading_isRepeatedWithJitter() {
        String result = loop.run(READ, attempt -> failing(2, new EOFException("cut")));

        assertThat(result).isEqualTo("done");
        assertThat(heard)
                .containsExactly(
                        "one.vm.info vm 12 #1 UnavailableException",
                        "one.vm.info vm 12 #2 UnavailableException",
                        "one.vm.info vm 12 #3 ok");
        assertThat(time.sleeps()).hasSize(2);
        assertThat(time.sleeps().get(0)).isBetween(Duration.ZERO, Duration.ofMillis(200));
        assertThat(time.sleeps().get(1)).isBetween(Duration.ZERO, Duration.ofMillis(400));
    }

    @Test
    void run_lostAnswerOfCreating_isOutcomeUnknownAtOnce() {
        assertThatThrownBy(() -> loop.run(CREATE, attempt -> failing(9, new EOFException("cut"))))
                .isInstanceOf(OutcomeUnknownException.class)
                .hasMessageContaining("cut")
                .hasMessageContaining("look before repeating")
                .hasMessageContaining("one.vm.allocate");
        assertThat(attempts).isEqualTo(1);
    }

    @Test
    void run_refusedConnection_isRepeatedEvenForCreating() {
        assertThat(loop.<String>run(CREATE, attempt -> failing(1, new ConnectException("refused"))))
                .isEqualTo("done");
        assertThat(attempts).isEqualTo(2);
    }

    @Test
    void run_refusedThreeTimes_reportsAttemptsInContext() {
        assertThatThrownBy(() -> loop.run(CREATE, attempt -> failing(9, new ConnectException("refused"))))
                .isInstanceOfSatisfying(
                        UnavailableException.class,
                        e -> assertThat(e.context().attempts()).isEqualTo(3));
    }

    @Test
    void run_answerThatSaysNo_isFinal() {
        assertThatThrownBy(() -> loop.run(READ, attempt -> {
                    attempts++;
                    throw new ConflictException(attempt.context(), "NAME is already taken.");
                }))
                .isInstanceOf(ConflictException.class);
        assertThat(attempts).isEqualTo(1);
    }

    @Test
    void run_unavailableAnswer_isRepeatedAfterTheServersPause() {
        String result = loop.run(CREATE, attempt -> {
            if (attempt.number() == 1) {
                attempt.retryAfter(Duration.ofSeconds(7));
                throw new UnavailableException(attempt.context(), "no leader found");
            }
            return "done";
        });

        assertThat(result).isEqualTo("done");
        assertThat(time.sleeps()).containsExactly(Duration.ofSeconds(7));
    }

    @Test
    void run_postponedAttempts_costNothingButHaveADeadline() {
        for (int call = 0; call < 10; call++) { // far more repeats than the budget has
            String result = loop.run(CREATE, attempt -> attempt.number() < 8 ? postponed(attempt) : "done");
            assertThat(result).isEqualTo("done");
        }
        assertThat(time.sleeps()).hasSize(70).allMatch(Duration.ofSeconds(2)::equals);

        assertThatThrownBy(() -> loop.run(CREATE, RetryLoopTest::postponed)).isInstanceOf(UnavailableException.class);
    }

    @Test
    void run_postponedAttemptOfOne_isFinal() {
        RetryLoop once = loop.with(CallPolicy.DEFAULT.withMaxAttempts(1));
        assertThatThrownBy(() -> once.run(CREATE, RetryLoopTest::postponed)).isInstanceOf(UnavailableException.class);
        assertThat(time.sleeps()).isEmpty();
    }

    private static String postponed(Attempt attempt) {
        attempt.postpone(Duration.ofSeconds(2));
        throw new UnavailableException(attempt.context(), "no leader found");
    }

    @Test
    void run_tlsHandshakeFails_isFinalAndCertainlyNotSent() {
        assertThatThrownBy(() -> loop.run(CREATE, attempt -> failing(9, new SSLHandshakeException("no trust"))))
                .isInstanceOf(UnavailableException.class)
                .hasMessageContaining("TLS");
        assertThat(attempts).isEqualTo(1);
    }

    @Test
    void run_tlsBreaksWhileCreating_isOutcomeUnknown() {
        assertThatThrownBy(() -> loop.run(CREATE, attempt -> failing(9, new SSLException("bad record"))))
                .isInstanceOf(OutcomeUnknownException.class);
    }

    @Test
    void run_deadlinePassesInAttempt_endsWithDeadlineExceeded() {
        assertThatThrownBy(() -> loop.run(READ, attempt -> {
                    time.advance(attempt.remaining());
                    throw new SocketTimeoutException("timeout");
                }))
                .isInstanceOf(DeadlineExceededException.class)
                .hasMessageContaining("PT30S");
        assertThat(time.sleeps()).isEmpty();
    }

    @Test
    void run_secondAttempt_seesWhatIsLeftOfTheDeadline() {
        List<Duration> remaining = new ArrayList<>();
        loop.run(READ, attempt -> {
            remaining.add(attempt.remaining());
            time.advance(Duration.ofSeconds(10));
            return failing(1, new EOFException());
        });

        assertThat(remaining.get(0)).isEqualTo(Duration.ofSeconds(30));
        assertThat(remaining.get(1)).isLessThanOrEqualTo(Duration.ofSeconds(20));
    }

    @Test
    void run_interruptedWhilePausing_restoresTheInterrupt() {
        time.interruptNextSleep();

        assertThatThrownBy(() -> loop.run(READ, attempt -> failing(9, new EOFException("cut"))))
                .isInstanceOf(CancelledException.class)
                .hasMessageContaining("cut");
        assertThat(Thread.currentThread().isInterrupted()).isTrue();
    }

    @Test
    void run_interruptedBeforehand_sendsNothing() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> loop.run(READ, attempt -> failing(0, new EOFException())))
                .isInstanceOf(CancelledException.class);
        assertThat(attempts).isZero();
        assertThat(Thread.currentThread().isInterrupted()).isTrue();
    }

    @Test
    void run_budgetSpent_failsWithoutRepeating() {
        RetryLoop poor = loop(new RetryBudget(5));
        assertThat(poor.<String>run(READ, attempt -> failing(1, new EOFException())))
                .isEqualTo("done");
        attempts = 0;

        assertThatThrownBy(() -> poor.run(READ, attempt -> failing(9, new EOFException())))
                .isInstanceOf(UnavailableException.class);
        assertThat(attempts).isEqualTo(1);
    }

    @Test
    void run_programmersMistake_passesUnchanged() {
        assertThatThrownBy(() -> loop.run(READ, attempt -> {
                    throw new IllegalStateException("bug");
                }))
                .isExactlyInstanceOf(IllegalStateException.class)
                .isNotInstanceOf(SdkException.class);
    }

    private String failing(int times, IOException failure) throws IOException {
        attempts++;
        if (attempts <= times) {
            throw failure;
        }
        return "done";
    }

    private RetryLoop loop(RetryBudget budget) {
        return new RetryLoop(
                "opennebula",
                CallPolicy.DEFAULT,
                budget,
                time,
                new Random(1),
                (operation, target, attempt, duration, outcome) ->
                        heard.add(operation + " " + target + " #" + attempt + " " + outcome));
    }
}
