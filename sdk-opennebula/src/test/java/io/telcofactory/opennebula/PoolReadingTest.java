package io.telcofactory.opennebula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.telcofactory.api.error.UnsupportedFeatureException;
import io.telcofactory.api.spi.HttpAnswer;
import io.telcofactory.opennebula.model.IdRange;
import io.telcofactory.opennebula.model.PoolFilter;
import io.telcofactory.opennebula.model.Vm;
import io.telcofactory.opennebula.model.VmState;
import io.telcofactory.opennebula.model.VmStateFilter;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which part of a pool is asked for, and that it is never all in memory. */
class PoolReadingTest {
    private static final String EMPTY = CannedHttp.accepted("<VM_POOL></VM_POOL>");

    private final CannedHttp http = new CannedHttp().answer(EMPTY);
    private final OpenNebula one = Clients.on(http);

    @Test
    void list_pageOfSomebodysVmsInOneState_isAskedOfTheServer() {
        read(one.vms().list(PoolFilter.user(7), IdRange.page(200, 100), VmStateFilter.in(VmState.POWEROFF), ""));
        assertThat(parameters())
                .containsExactly(
                        "<string>oneadmin:opennebula</string>",
                        "<int>7</int>",
                        "<int>200</int>",
                        "<int>-100</int>",
                        "<int>8</int>",
                        "<string></string>");
        assertThat(http.sent()).contains("<methodName>one.vmpool.info</methodName>");
    }

    @Test
    void listFull_search_isAskedOfTheServerInTheLongForm() {
        read(one.vms().listFull(PoolFilter.MINE, IdRange.ids(3, 9), VmStateFilter.ANY, "VM.NAME=upf"));
        assertThat(parameters().subList(1, 6))
                .containsExactly(
                        "<int>-3</int>",
                        "<int>3</int>",
                        "<int>9</int>",
                        "<int>-2</int>",
                        "<string>VM.NAME=upf</string>");
        assertThat(http.sent()).contains("<methodName>one.vmpool.infoextended</methodName>");
    }

    @Test
    void list_knownIds_isOneCall() {
        read(one.vms().list(List.of(9, 3, 9)));
        assertThat(parameters().subList(1, 3)).containsExactly("<string>3,9</string>", "<boolean>0</boolean>");
        assertThat(http.sent()).contains("<methodName>one.vmpool.infoset</methodName>");
    }

    @Test
    void list_searchWithoutDatabaseForIt_isUnsupported() {
        Recording refused = Recording.calls().stream()
                .filter(recording -> recording.message().contains("JSON query search is not supported"))
                .findFirst()
                .orElseThrow();
        OpenNebula sqlite = Clients.on(new CannedHttp().answer(refused.response()));
        assertThatThrownBy(() -> sqlite.vms().list(PoolFilter.ALL, IdRange.ALL, VmStateFilter.ANY, "VM.NAME=upf"))
                .isInstanceOf(UnsupportedFeatureException.class);
    }

    @Test
    void list_endlessPool_givesObjectsAsTheyCome() {
        byte[] head = CannedHttp.accepted("<VM_POOL>").split("</string>", 2)[0].getBytes(StandardCharsets.UTF_8);
        byte[] vm = "&lt;VM&gt;&lt;ID&gt;1&lt;/ID&gt;&lt;/VM&gt;".getBytes(StandardCharsets.UTF_8);
        AtomicInteger given = new AtomicInteger();
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                int at = given.getAndIncrement();
                return at < head.length ? head[at] : vm[(at - head.length) % vm.length];
            }

            @Override
            public int read(byte[] target, int offset, int length) {
                target[offset] = (byte) read();
                return 1;
            }
        };
        OpenNebula streaming = Clients.on(call -> new HttpAnswer(200, Map.of(), endless));
        try (Stream<Vm> vms = streaming.vms().list()) {
            assertThat(vms.limit(10_000).mapToInt(Vm::id).sum()).isEqualTo(10_000);
        }
        assertThat(given.get()).isLessThan(head.length + 10_002 * vm.length);
    }

    private static void read(Stream<Vm> pool) {
        try (pool) {
            assertThat(pool).isEmpty();
        }
    }

    private List<String> parameters() {
        String sent = http.sent();
        return Pattern.compile("<value>(.*?)</value>")
                .matcher(sent)
                .results()
                .map(found -> found.group(1))
                .toList();
    }
}
