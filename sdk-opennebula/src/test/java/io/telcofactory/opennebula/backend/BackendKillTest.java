package io.telcofactory.opennebula.backend;

import static org.assertj.core.api.Assertions.assertThat;

import io.telcofactory.api.Resource;
import io.telcofactory.api.SecretRef;
import io.telcofactory.api.service.AiService;
import io.telcofactory.api.service.Instances;
import io.telcofactory.api.tenant.Persona;
import io.telcofactory.api.tenant.Tenant;
import io.telcofactory.testkit.Calls;
import io.telcofactory.testkit.Fault;
import io.telcofactory.testkit.Faults;
import io.telcofactory.testkit.Operations;
import io.telcofactory.testkit.ProcessKilled;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The process dies at each call, before and after its effect, and another goes on: in the end everything is as if nothing had happened.
 */
class BackendKillTest {
    private static final List<Resource> ALL = List.of(Samples.ACME, Samples.CAMERAS, Samples.DEFECTS);

    @ParameterizedTest
    @EnumSource(names = {"KILLED_BEFORE", "KILLED_AFTER"})
    void ensure_killedAtEachCall_endsTheSame(Fault moment) {
        endsTheSameWhereverKilled(moment, fake -> {}, BackendKillTest::makeAll);
    }

    /** Users come with no stamp, and one goes again: none is lost, whoever died over it. */
    @ParameterizedTest
    @EnumSource(names = {"KILLED_BEFORE", "KILLED_AFTER"})
    void ensure_usersKilledAtEachCall_endsTheSame(Fault moment) {
        Tenant first = Samples.ACME.toBuilder()
                .user("operator", Persona.SERVICE_ADMIN, SecretRef.environment("OPERATOR"))
                .build();
        Tenant second = Samples.ACME.toBuilder()
                .user("engineer", Persona.INFRASTRUCTURE_ADMIN, SecretRef.environment("ENGINEER"))
                .vlans("100-199")
                .build();
        endsTheSameWhereverKilled(moment, fake -> {}, driver -> driver.ensure(first));
        endsTheSameWhereverKilled(
                moment, fake -> driver(fake, Faults.create()).ensure(first), driver -> driver.ensure(second));
    }

    /** An addition that died and is not wanted any longer leaves nothing. */
    @ParameterizedTest
    @EnumSource(names = {"KILLED_BEFORE", "KILLED_AFTER"})
    void ensure_userGivenUpAfterDying_leavesNothing(Fault moment) {
        Tenant more = Samples.ACME.toBuilder()
                .user("operator", Persona.SERVICE_ADMIN, SecretRef.environment("OPERATOR"))
                .build();
        Faults counting = Faults.create();
        FakeSite undisturbed = new FakeSite();
        driver(undisturbed, Faults.create()).ensure(Samples.ACME);
        driver(undisturbed, counting).ensure(more);
        for (int call : changing(counting)) {
            FakeSite fake = new FakeSite();
            driver(fake, Faults.create()).ensure(Samples.ACME);
            try {
                driver(fake, Faults.create().strike(moment, Calls.number(call))).ensure(more);
            } catch (ProcessKilled expected) {
                // the point of it
            }
            driver(fake, Faults.create()).ensure(Samples.ACME);

            assertThat(driver(fake, Faults.create()).differences(Samples.ACME)).isEmpty();
            assertThat(fake.cloud.snapshot(false))
                    .as("%s call %d: %s", moment, call, counting.seen().get(call - 1))
                    .doesNotContain(Samples.SCOPE.nativeName(Samples.ACME.ref()) + ".operator");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"KILLED_BEFORE", "KILLED_AFTER"})
    void ensure_scalingKilledAtEachCall_endsTheSame(Fault moment) {
        AiService two = Samples.DEFECTS.toBuilder()
                .roles(Samples.DEFECTS.roles().stream()
                        .map(role -> role.toBuilder()
                                .instances(role.name().equals("inference") ? Instances.exactly(2) : role.instances())
                                .build())
                        .toList())
                .build();
        endsTheSameWhereverKilled(moment, fake -> makeAll(driver(fake, Faults.create())), driver -> {
            driver.ensure(Samples.ACME);
            driver.ensure(two);
        });
    }

    @ParameterizedTest
    @EnumSource(names = {"KILLED_BEFORE", "KILLED_AFTER"})
    void ensure_vmGroupKilledAtEachCall_endsTheSame(Fault moment) {
        madeAndTakenAway(moment, Samples.PLACED);
    }

    @ParameterizedTest
    @EnumSource(names = {"KILLED_BEFORE", "KILLED_AFTER"})
    void ensure_secretsKilledAtEachCall_endsTheSame(Fault moment) {
        madeAndTakenAway(moment, Samples.SECRETIVE);
    }

    private static void madeAndTakenAway(Fault moment, AiService service) {
        endsTheSameWhereverKilled(moment, fake -> driver(fake, Faults.create()).ensure(Samples.ACME), driver -> {
            driver.ensure(Samples.ACME);
            driver.ensure(service);
        });
        endsTheSameWhereverKilled(
                moment,
                fake -> {
                    BackendDriver driver = driver(fake, Faults.create());
                    driver.ensure(Samples.ACME);
                    driver.ensure(service);
                },
                driver -> {
                    if (driver.owned().containsKey(service.ref())) {
                        driver.remove(service.ref());
                    }
                });
    }

    @ParameterizedTest
    @EnumSource(names = {"KILLED_BEFORE", "KILLED_AFTER"})
    void remove_killedAtEachCall_leavesNothing(Fault moment) {
        FakeSite empty = new FakeSite();
        String nothing = snapshot(empty);

        String end = endsTheSameWhereverKilled(moment, fake -> makeAll(driver(fake, Faults.create())), driver -> {
            List<Resource> backwards = List.of(Samples.DEFECTS, Samples.CAMERAS, Samples.ACME);
            backwards.stream()
                    .map(Resource::ref)
                    .filter(ref -> driver.owned().containsKey(ref))
                    .forEach(driver::remove);
        });

        assertThat(differences(nothing, end)).isEmpty();
    }

    @Test
    void ensure_everyAnswerLostOnce_endsTheSame() {
        FakeSite undisturbed = new FakeSite();
        makeAll(driver(undisturbed, Faults.create()));
        Faults counting = Faults.create();
        makeAll(driver(new FakeSite(), counting));
        for (int call : changing(counting)) {
            FakeSite fake = new FakeSite();
            makeAll(driver(fake, Faults.create().strike(Fault.LOST, Calls.number(call))));

            assertThat(differences(snapshot(undisturbed), snapshot(fake)))
                    .as("answer of call %d lost: %s", call, counting.seen().get(call - 1))
                    .isEmpty();
        }
    }

    private static String endsTheSameWhereverKilled(
            Fault moment, Consumer<FakeSite> before, Consumer<BackendDriver> work) {
        FakeSite undisturbed = new FakeSite();
        before.accept(undisturbed);
        Faults counting = Faults.create();
        work.accept(driver(undisturbed, counting));
        String end = snapshot(undisturbed);
        for (int call : changing(counting)) {
            FakeSite fake = new FakeSite();
            before.accept(fake);
            try {
                work.accept(driver(fake, Faults.create().strike(moment, Calls.number(call))));
            } catch (ProcessKilled expected) {
                // the point of it
            }
            work.accept(driver(fake, Faults.create()));

            assertThat(differences(end, snapshot(fake)))
                    .as("%s call %d: %s", moment, call, counting.seen().get(call - 1))
                    .isEmpty();
        }
        return end;
    }

    /** The calls that change something: dying around a read is dying after the change before it or before the one after it. */
    private static List<Integer> changing(Faults counting) {
        List<String> calls = counting.seen();
        return IntStream.rangeClosed(1, calls.size())
                .filter(number -> !Operations.reads(calls.get(number - 1)))
                .boxed()
                .toList();
    }

    /** The end, when services rest no more after their scaling. */
    private static String snapshot(FakeSite fake) {
        fake.time.advance(Duration.ofMinutes(1));
        return fake.cloud.snapshot(false);
    }

    /** The lines that only one of two snapshots has. */
    private static List<String> differences(String wanted, String found) {
        List<String> surplus = new ArrayList<>(found.lines().toList());
        List<String> differences = new ArrayList<>();
        wanted.lines().filter(line -> !surplus.remove(line)).forEach(line -> differences.add("missing: " + line));
        surplus.forEach(line -> differences.add("surplus: " + line));
        return differences;
    }

    private static void makeAll(BackendDriver driver) {
        ALL.forEach(driver::ensure);
    }

    private static BackendDriver driver(FakeSite fake, Faults faults) {
        return new BackendDriver(fake.backend(faults), Samples.SCOPE, fake.time);
    }
}
