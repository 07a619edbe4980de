package io.telcofactory.opennebula;

import static org.assertj.core.api.Assertions.assertThat;

import io.telcofactory.api.error.ProtocolException;
import io.telcofactory.api.error.SdkException;
import io.telcofactory.api.spi.HttpAnswer;
import io.telcofactory.opennebula.model.Host;
import io.telcofactory.opennebula.model.Vm;
import io.telcofactory.opennebula.xml.XmlLimits;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Recorded answers with bytes changed, dropped, doubled and moved give results or {@link ProtocolException}, nothing else.
 * {@code -Dmutations=50000} tries 200,000 of them.
 */
class MutationTest {
    private static final int EACH = Integer.getInteger("mutations", 5_000);
    private static final XmlLimits SMALL = new XmlLimits(32, 20_000, 1 << 20, 64);
    private static final byte[] TELLING = "<>&;/!?[]-\"'=#x0".getBytes(StandardCharsets.US_ASCII);

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void answers_mutated_areResultsOrProtocolExceptions(long seed) {
        Random random = new Random(Long.getLong("seed", seed));
        List<byte[]> answers = answers();
        AtomicReference<byte[]> next = new AtomicReference<>();
        OpenNebula one =
                Clients.of(Clients.settings(call -> new HttpAnswer(200, Map.of(), new ByteArrayInputStream(next.get())))
                        .maxAttempts(1)
                        .limits(SMALL)
                        .build());
        int understood = 0;
        int refused = 0;
        for (int i = 0; i < EACH; i++) {
            next.set(mutate(answers.get(random.nextInt(answers.size())), random));
            try {
                if (i % 2 == 0) {
                    read(one.hosts().get(1));
                } else {
                    try (Stream<Vm> vms = one.vms().list()) {
                        vms.forEach(MutationTest::read);
                    }
                }
                understood++;
            } catch (ProtocolException e) {
                refused++;
            } catch (SdkException e) {
                // a mutated answer may be one of the server's own errors, with a code of its own
                assertThat(e.context().nativeCode()).as("%s of answer %s", e, i).isPresent();
            }
        }
        assertThat(understood).isPositive();
        assertThat(refused).isPositive();
    }

    private static void read(Host host) {
        assertThat(new Object[] {
                    host.id(), host.name(), host.state(), host.numaNodes(), host.pciDevices(), host.monitoring()
                })
                .doesNotContainNull();
    }

    private static void read(Vm vm) {
        assertThat(new Object[] {vm.id(), vm.name(), vm.stateName(), vm.addresses(), vm.history(), vm.deadEnd()})
                .doesNotContainNull();
    }

    private static List<byte[]> answers() {
        List<byte[]> answers = new ArrayList<>();
        for (Recording recording : Recording.calls()) {
            if (recording.response().length() < 12_000
                    && recording.json().get("n").asInt() % 7 == 0) {
                answers.add(recording.response().getBytes(StandardCharsets.UTF_8));
            }
        }
        return answers;
    }

    private static byte[] mutate(byte[] original, Random random) {
        byte[] bytes = original.clone();
        for (int n = random.nextInt(4); n >= 0; n--) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(5)) {
                case 0 -> bytes[at] = (byte) random.nextInt(256);
                case 1 -> bytes[at] = TELLING[random.nextInt(TELLING.length)];
                case 2 -> bytes = spliced(bytes, at, Math.min(bytes.length, at + 1 + random.nextInt(40)), at, at);
                case 3 -> bytes = spliced(bytes, at, at, at, Math.min(bytes.length, at + 1 + random.nextInt(40)));
                default -> {
                    int from = random.nextInt(bytes.length);
                    bytes = spliced(bytes, at, at, from, Math.min(bytes.length, from + 1 + random.nextInt(80)));
                }
            }
            if (bytes.length == 0) {
                return original;
            }
        }
        return bytes;
    }

    /** Replaces a range by a copy of another range. */
    private static byte[] spliced(byte[] bytes, int from, int to, int copyFrom, int copyTo) {
        byte[] result = new byte[bytes.length - (to - from) + (copyTo - copyFrom)];
        System.arraycopy(bytes, 0, result, 0, from);
        System.arraycopy(bytes, copyFrom, result, from, copyTo - copyFrom);
        System.arraycopy(bytes, to, result, from + copyTo - copyFrom, bytes.length - to);
        return result;
    }
}
