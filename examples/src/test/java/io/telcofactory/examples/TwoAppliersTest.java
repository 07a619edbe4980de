package io.telcofactory.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.telcofactory.api.AiFactory;
import io.telcofactory.api.ApplyReport;
import io.telcofactory.api.Plan;
import io.telcofactory.api.ProgressListener;
import io.telcofactory.api.Ref;
import io.telcofactory.api.error.ConflictException;
import io.telcofactory.testkit.Calls;
import io.telcofactory.testkit.Fault;
import io.telcofactory.testkit.Faults;
import io.telcofactory.testkit.ProcessKilled;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class TwoAppliersTest {

    /** Lets an apply go on one step at a time, whenever virtual time passes for somebody else. */
    private static final class Turnstile implements ProgressListener {
        private final Semaphore steps = new Semaphore(0);
        private final Semaphore arrived = new Semaphore(0);

        @Override
        public void step(Ref ref, String step) {
            arrived.release();
            steps.acquireUninterruptibly();
        }

        void awaitArrival() throws InterruptedException {
            assertThat(arrived.tryAcquire(1, TimeUnit.MINUTES)).isTrue();
        }

        void letOneStepPass() {
            steps.release();
            arrived.acquireUninterruptibly();
        }

        void open() {
            steps.release(100_000);
        }
    }

    @Test
    void apply_twoAtOnce_oneWorksAndTheOtherLearnsWhoDoes() throws Exception {
        try (Lab lab = new Lab();
                AiFactory first = lab.process();
                AiFactory second = lab.process()) {
            Plan plan = second.plan(Lab.blueprint());
            Turnstile turnstile = new Turnstile();
            CompletableFuture<ApplyReport> working =
                    CompletableFuture.supplyAsync(() -> first.apply(first.plan(Lab.blueprint()), turnstile));
            turnstile.awaitArrival();
            Runnable sign = turnstile::letOneStepPass;
            lab.time.onAdvance(new OncePerTest(sign));

            assertThatThrownBy(() -> second.apply(plan))
                    .isInstanceOf(ConflictException.class)
                    .hasMessageContaining("acme")
                    .hasMessageContaining("process " + ProcessHandle.current().pid());

            turnstile.open();
            working.get(1, TimeUnit.MINUTES).orThrow();
            assertThat(second.plan(Lab.blueprint()).isEmpty()).isTrue();
        }
    }

    /** Runs once: the working apply passes time too. */
    private static final class OncePerTest implements Runnable {
        private final Runnable task;
        private boolean ran;

        OncePerTest(Runnable task) {
            this.task = task;
        }

        @Override
        public void run() {
            if (!ran) {
                ran = true;
                task.run();
            }
        }
    }

    @Test
    void apply_lockOfADeadProcess_isTakenOverAfterTheLease() {
        try (Lab lab = new Lab()) {
            Faults faults = Faults.create();
            try (AiFactory counting = lab.process(faults::on)) {
                counting.plan(Lab.blueprint());
            }
            int callsOfAPlan = faults.calls();
            Faults deadly = Faults.create().strike(Fault.KILLED_AFTER, Calls.number(2 * callsOfAPlan + 5));
            try (AiFactory dying = lab.process(deadly::on)) {
                assertThatThrownBy(() -> dying.apply(dying.plan(Lab.blueprint())))
                        .isInstanceOf(ProcessKilled.class);
            }
            assertThat(lab.cloud.snapshot(false)).contains("telcofactory-lock");

            try (AiFactory next = lab.process()) {
                next.apply(next.plan(Lab.blueprint())).orThrow();
                assertThat(next.plan(Lab.blueprint()).isEmpty()).isTrue();
            }
            assertThat(lab.cloud.snapshot(false)).doesNotContain("telcofactory-lock");
        }
    }
}
