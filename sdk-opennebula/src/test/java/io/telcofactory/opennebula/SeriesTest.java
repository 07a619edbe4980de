package io.telcofactory.opennebula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.telcofactory.opennebula.model.AccountingRecord;
import io.telcofactory.opennebula.model.HostSample;
import io.telcofactory.opennebula.model.Hugepages;
import io.telcofactory.opennebula.model.MonthRange;
import io.telcofactory.opennebula.model.NumaSample;
import io.telcofactory.opennebula.model.PoolFilter;
import io.telcofactory.opennebula.model.SampleWindow;
import io.telcofactory.opennebula.model.ShowbackRecord;
import io.telcofactory.opennebula.model.TimeRange;
import io.telcofactory.opennebula.model.VmSample;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What was measured and what it costs, over time. */
class SeriesTest {

    @Test
    void monitoring_ofAVm_isASeriesWithUnits() {
        OpenNebula one = Clients.on(
                new CannedHttp().answer(Recording.of("30_vm_basic", 187).response()));

        assertThat(one.vms().monitoring(37))
                .extracting(
                        VmSample::vmId,
                        VmSample::time,
                        sample -> sample.cpuPercent().orElseThrow(),
                        sample -> sample.memoryKb().orElseThrow())
                .containsExactly(
                        tuple(37, Optional.of(Instant.ofEpochSecond(1_795_363_516)), 0.0, 94_371L),
                        tuple(37, Optional.of(Instant.ofEpochSecond(1_795_363_547)), 45.0, 225_443L));
    }

    @Test
    void monitoring_ofAVmWithGpu_hasItsMetrics() {
        OpenNebula one = Clients.on(new CannedHttp()
                .answer(CannedHttp.accepted(
                        "<VM><ID>7</ID><MONITORING><GPU_COUNT>2</GPU_COUNT><GPU_UTILIZATION>83.5</GPU_UTILIZATION>"
                                + "<GPU_MEMORY_UTILIZATION>40</GPU_MEMORY_UTILIZATION><GPU_MEMORY_FREE>81920</GPU_MEMORY_FREE>"
                                + "<GPU_POWER_USAGE>612.4</GPU_POWER_USAGE><TOKENS_PER_SECOND>91</TOKENS_PER_SECOND>"
                                + "</MONITORING></VM>")));

        VmSample last = one.vms().get(7).monitoring();
        assertThat(last.gpus()).hasValue(2);
        assertThat(last.gpuPercent()).hasValue(83.5);
        assertThat(last.gpuMemoryPercent()).hasValue(40);
        assertThat(last.gpuMemoryFreeMib()).hasValue(81_920);
        assertThat(last.gpuPowerWatts()).hasValue(612.4);
        assertThat(last.metric("TOKENS_PER_SECOND")).hasValue(91);
        assertThat(last.metric("NEVER_MEASURED")).isEmpty();
    }

    @Test
    void monitoring_ofAllHosts_isStreamed() {
        CannedHttp http = new CannedHttp().answer(Recording.of("10_hosts", 68).response());
        try (Stream<HostSample> samples = Clients.on(http).hosts().monitoring(SampleWindow.ALL)) {
            List<HostSample> all = samples.toList();
            assertThat(all).hasSizeGreaterThan(1).allSatisfy(sample -> {
                assertThat(sample.time()).isPresent();
                assertThat(sample.usedCpuPercent().orElseThrow()).isNotNegative();
                assertThat(sample.usedMemoryKb().orElseThrow()).isPositive();
            });
            assertThat(all.get(0).freeMemoryKb()).hasValue(3_044_384);
        }
        assertThat(http.sent()).contains("<int>-1</int>");
    }

    @Test
    void monitoring_ofAHost_tellsMemoryAndHugepagesOfEachNumaNode() {
        OpenNebula one =
                Clients.on(new CannedHttp().answer(Recording.of("10_hosts", 22).response()));

        HostSample last = one.hosts().get(2).monitoring();
        assertThat(last.usedMemoryKb()).hasValue(10_688_278);
        assertThat(last.numaNodes())
                .extracting(
                        NumaSample::id,
                        node -> node.freeMemoryKb().orElseThrow(),
                        node -> node.usedMemoryKb().orElseThrow())
                .containsExactly(tuple(0, 7_376_611L, 6_393_911L), tuple(1, 3_741_325L, 892_276L));
        assertThat(last.numaNodes().get(0).hugepages())
                .extracting(Hugepages::sizeKb, pages -> pages.free().orElseThrow())
                .containsExactly(tuple(2048L, 1024L), tuple(1_048_576L, 1024L));
    }

    @Test
    void accounting_ofAllVms_isOneRecordAStayOnAHost() {
        CannedHttp http =
                new CannedHttp().answer(Recording.of("30_vm_basic", 190).response());
        try (Stream<AccountingRecord> records = Clients.on(http)
                .vms()
                .accounting(PoolFilter.ALL, TimeRange.since(Instant.ofEpochSecond(1_795_000_000)))) {
            AccountingRecord first = records.findFirst().orElseThrow();
            assertThat(first.history().vmId()).isEqualTo(3);
            assertThat(first.history().hostName()).isEqualTo("h100-rec");
            assertThat(first.history().clusterId()).isEqualTo(100);
            assertThat(first.history().started()).contains(Instant.ofEpochSecond(1_795_363_255));
            assertThat(first.history().ended()).contains(Instant.ofEpochSecond(1_795_363_256));
            assertThat(first.vm().orElseThrow().name()).isEqualTo("epa-upf");
        }
        assertThat(http.sent()).contains("<int>-2</int>", "<int>1795000000</int>", "<int>-1</int>");
        assertThat(http.closedBodies()).isEqualTo(1);
    }

    @Test
    void showback_ofAllVms_isOneRecordAMonth() {
        CannedHttp http =
                new CannedHttp().answer(Recording.of("30_vm_basic", 192).response());
        try (Stream<ShowbackRecord> records =
                Clients.on(http).vms().showback(PoolFilter.ALL, new MonthRange(YearMonth.of(2026, 1), null))) {
            ShowbackRecord first = records.findFirst().orElseThrow();
            assertThat(first.vmId()).isEqualTo(3);
            assertThat(first.vmName()).isEqualTo("epa-upf");
            assertThat(first.month()).isEqualTo(YearMonth.of(2026, 11));
            assertThat(first.totalCost()).isZero();
        }
    }
}
