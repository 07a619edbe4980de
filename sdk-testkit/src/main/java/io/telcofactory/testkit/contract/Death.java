package io.telcofactory.testkit.contract;

import io.telcofactory.api.spi.Backend;
import io.telcofactory.testkit.Calls;
import io.telcofactory.testkit.Fault;
import io.telcofactory.testkit.Faults;
import io.telcofactory.testkit.Operations;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/** One way in which a process can end while it works, or a call of it. */
record Death(String name, Function<BackendUnderTest, Backend> process) {

    /**
     * Counts the ways to die while some work is done.
     *
     * @param trial where the work is done once, without disturbance
     * @param work what is done
     * @param faults what happens to a call, if the backend's calls go through a transport
     * @return each way, at most as many as the subject asks for
     */
    static List<Death> during(Trial trial, Trial.Work work, Fault... faults) {
        Faults counting = Faults.create(trial.subject().time());
        MortalBackend immortal = new MortalBackend(trial.subject().connect(counting), Integer.MAX_VALUE);
        work.by(trial, immortal);
        List<Death> deaths = counting.calls() > 0 ? atCalls(counting.seen(), faults) : beforeSteps(immortal.steps());
        return spread(deaths, trial.subject().deaths());
    }

    /** Dying around a read is dying after the change before it or before the one after it. */
    private static List<Death> atCalls(List<String> calls, Fault... faults) {
        List<Death> deaths = new ArrayList<>();
        for (Fault fault : faults) {
            for (int number = 1; number <= calls.size(); number++) {
                if (!Operations.reads(calls.get(number - 1))) {
                    deaths.add(atCall(number, calls.get(number - 1), fault));
                }
            }
        }
        return deaths;
    }

    private static Death atCall(int number, String call, Fault fault) {
        return new Death(
                fault + " at call " + number + ", " + call,
                subject -> subject.connect(Faults.create(subject.time()).strike(fault, Calls.number(number))));
    }

    private static List<Death> beforeSteps(int steps) {
        return IntStream.rangeClosed(1, steps)
                .mapToObj(step -> new Death(
                        "killed before step " + step,
                        subject -> new MortalBackend(subject.connect(Faults.create(subject.time())), step)))
                .toList();
    }

    private static List<Death> spread(List<Death> deaths, int atMost) {
        if (deaths.size() <= atMost) {
            return deaths;
        }
        return IntStream.range(0, atMost)
                .mapToObj(i -> deaths.get(i * deaths.size() / atMost))
                .toList();
    }
}
