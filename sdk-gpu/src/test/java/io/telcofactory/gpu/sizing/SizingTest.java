package io.telcofactory.gpu.sizing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.telcofactory.api.error.NotFoundException;
import io.telcofactory.api.error.UnsupportedFeatureException;
import io.telcofactory.gpu.catalogue.Catalogue;
import io.telcofactory.gpu.catalogue.GpuBoard;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class SizingTest {
    private static final Catalogue CATALOGUE = Catalogue.builtIn();
    private static final EngineSettings BF16 = EngineSettings.of(Precision.BF16);
    private static final EngineSettings FP8 = EngineSettings.of(Precision.FP8).withKvCache(Precision.FP8);
    private static final ModelShape LLAMA_8B = Models.get("Llama-3.1-8B");
    private static final ModelShape LLAMA_70B = Models.get("Llama-3.1-70B");

    private static MemoryBudget slice(String board, String profile) {
        return MemoryBudget.of(CATALOGUE.get(board).profile(profile));
    }

    @ParameterizedTest
    @CsvFileSource(resources = "model-table.csv", numLinesToSkip = 1)
    void need_publishedModels_haveTheWeightsAndTheCacheOfTheTable(
            String name, double bf16Gib, int kvBytes, double kvGibAt8k) {
        ModelShape model = Models.get(name);
        assertThat(Sizing.need(model, BF16, new Load(1, 1)).weightsGib()).isCloseTo(bf16Gib, within(0.06));
        assertThat(model.kvBytesPerToken(Precision.BF16)).isEqualTo(kvBytes);
        assertThat(model.kvBytesPerToken(Precision.BF16) * 8192 / (1L << 30)).isCloseTo(kvGibAt8k, within(0.006));
    }

    @Test
    void need_llama8bWithEightConversations_isTwentyFiveGib() {
        MemoryNeed need = Sizing.need(LLAMA_8B, BF16, new Load(8, 8192));
        assertThat(need.weightsGib()).isCloseTo(15.0, within(0.05));
        assertThat(need.kvCacheGib()).isEqualTo(8.0);
        assertThat(need.totalGib()).isCloseTo(25.0, within(0.1));
        assertThat(Sizing.fits(need, slice("H100-SXM5-80GB", "1g.20gb"), BF16)).isFalse();
        assertThat(Sizing.fits(need, slice("H100-SXM5-80GB", "3g.40gb"), BF16)).isTrue();
        assertThat(Sizing.smallest(CATALOGUE.get("H100-SXM5-80GB"), need, BF16))
                .map(fit -> fit.profile().orElseThrow().toString())
                .contains("3g.40gb");
        assertThat(need)
                .hasToString("25.0 GiB = weights 15.0 + KV cache 8.0 + activations 1.0 + graphs 0.5 + context 0.5");
    }

    @Test
    void need_llama8bInEightBits_fitsTheSliceOfDoubleMemory() {
        MemoryNeed need = Sizing.need(LLAMA_8B, FP8, new Load(8, 8192));
        assertThat(need.kvCacheGib()).isEqualTo(4.0);
        assertThat(Sizing.smallest(CATALOGUE.get("H100-SXM5-80GB"), need, FP8))
                .map(fit -> fit.profile().orElseThrow().toString())
                .contains("1g.20gb");
    }

    @Test
    void smallest_llama70b_needsTheLargestSlicesIn16BitsAndHalvesIn8() {
        List<Sizing.Fit> in16 = Sizing.smallest(CATALOGUE, LLAMA_70B, BF16, new Load(1, 8192));
        assertThat(in16)
                .extracting(fit ->
                        fit.board() + " " + fit.profile().map(Object::toString).orElse("whole"))
                .containsExactly(
                        "B200-180GB 7g.180gb", "GB200-186GB 7g.186gb", "B300-288GB 7g.269gb", "GB300-278GB 7g.278gb");
        List<Sizing.Fit> in8 = Sizing.smallest(CATALOGUE, LLAMA_70B, FP8, new Load(1, 8192));
        assertThat(in8)
                .extracting(fit ->
                        fit.board() + " " + fit.profile().map(Object::toString).orElse("whole"))
                .contains("B200-180GB 3g.90gb", "H100-NVL-94GB 7g.94gb", "GH200-96GB 7g.96gb");
    }

    @Test
    void need_slidingWindows_capTheCacheOfTheirLayers() {
        ModelShape gemma = Models.get("Gemma-3-27B");
        double full = 62 * 2.0 * 16 * 128 * 2 * 8192 / (1L << 30);
        double windowed = (10.0 * 8192 + 52 * 1024) * 2 * 16 * 128 * 2 / (1L << 30);
        assertThat(full).isCloseTo(3.88, within(0.01));
        assertThat(Sizing.need(gemma, BF16, new Load(1, 8192)).kvCacheGib()).isCloseTo(windowed, within(1e-9));
    }

    @Test
    void need_compressedAttention_keepsOneVectorPerTokenAndLayer() {
        ModelShape v3 = Models.get("DeepSeek-V3");
        assertThat(v3.kvBytesPerToken(Precision.BF16)).isEqualTo(70272);
        double alone = Sizing.need(v3, BF16, new Load(1, 4096)).kvCacheGib();
        assertThat(Sizing.need(v3, BF16.withTensorParallel(8), new Load(1, 4096))
                        .kvCacheGib())
                .isEqualTo(alone);
    }

    @Test
    void need_tensorParallel_sharesWeightsAndHeadsButAtLeastOneHead() {
        ModelShape qwen = Models.get("Qwen2.5-7B");
        MemoryNeed eight = Sizing.need(qwen, BF16.withTensorParallel(8), new Load(1, 8192));
        assertThat(eight.weightsGib() * 8)
                .isCloseTo(Sizing.need(qwen, BF16, new Load(1, 1)).weightsGib(), within(1e-9));
        assertThat(eight.kvCacheGib())
                .isCloseTo(Sizing.need(qwen, BF16, new Load(1, 8192)).kvCacheGib() / 4, within(1e-9));
    }

    @Test
    void need_shortSequences_payWholePages() {
        assertThat(Sizing.need(LLAMA_8B, BF16, new Load(1, 1)).kvCacheGib())
                .isEqualTo(Sizing.need(LLAMA_8B, BF16, new Load(1, 16)).kvCacheGib());
    }

    @Test
    void longestContext_isTheLastThatFits() {
        MemoryBudget budget = slice("H100-SXM5-80GB", "3g.40gb");
        int tokens = Sizing.longestContext(LLAMA_8B, BF16, 8, budget);
        assertThat(tokens).isEqualTo(19_024);
        assertThat(Sizing.fits(Sizing.need(LLAMA_8B, BF16, new Load(8, tokens)), budget, BF16))
                .isTrue();
        assertThat(Sizing.fits(Sizing.need(LLAMA_8B, BF16, new Load(8, tokens + 16)), budget, BF16))
                .isFalse();
        assertThat(Sizing.longestContext(LLAMA_70B, BF16, 1, budget)).isZero();
    }

    @Test
    void longestContext_modelMadeForLess_isWhatItWasMadeFor() {
        ModelShape small = LLAMA_8B.toBuilder().maxContext(4000).build();
        assertThat(Sizing.longestContext(small, BF16, 1, slice("H100-SXM5-80GB", "3g.40gb")))
                .isEqualTo(4000);
    }

    @Test
    void carried_slice_namesTheModelsThatRunThereAndTheirContext() {
        MemoryBudget budget = slice("H100-SXM5-80GB", "1g.20gb");
        Load least = new Load(4, 8192);
        List<Sizing.Carried> carried = Sizing.carried(Models.builtIn(), FP8, least, budget);
        assertThat(carried).extracting(c -> c.model().parameters()).isSortedAccordingTo(Comparator.reverseOrder());
        // 19.62 GiB x 0.9, less 10.96 of weights and 2 of the engine: 1.17 GiB each, of which the windows take 0.16
        assertThat(carried.get(0)).hasToString("Gemma-3-12B up to 33344 tokens");
        for (ModelShape model : Models.builtIn()) {
            boolean fits = Sizing.fits(Sizing.need(model, FP8, least), budget, FP8);
            assertThat(carried.stream().anyMatch(c -> c.model().equals(model)))
                    .as("%s", model)
                    .isEqualTo(fits);
        }
    }

    @Test
    void need_moreTokensInAStep_growsTheActivations() {
        ModelShape known =
                LLAMA_8B.toBuilder().hiddenSize(4096).intermediateSize(14336).build();
        EngineSettings large = BF16.withMaxBatchedTokens(65_536);
        assertThat(Sizing.need(known, BF16, new Load(1, 1)).activationsGib()).isEqualTo(1);
        assertThat(Sizing.need(known, large, new Load(1, 1)).activationsGib())
                .isCloseTo(65_536.0 * (2 * 4096 + 14336) * 2 / (1L << 30), within(1e-9));
    }

    @Test
    void whole_unifiedMemory_asksWhatTheHostHasLeft() {
        GpuBoard spark = CATALOGUE.get("DGX Spark");
        assertThatThrownBy(() -> MemoryBudget.whole(spark))
                .isInstanceOf(UnsupportedFeatureException.class)
                .hasMessageContaining("MemAvailable");
        EngineSettings careful = FP8.withUtilization(0.85);
        MemoryBudget left = MemoryBudget.unified(115, 8);
        assertThat(left.gib()).isEqualTo(107);
        assertThat(Sizing.fits(Sizing.need(LLAMA_70B, careful, new Load(1, 8192)), left, careful))
                .isTrue();
    }

    @Test
    void budget_memoryNotListed_isEstimatedFromTheName() {
        MemoryBudget budget = slice("B200-180GB", "1g.23gb");
        assertThat(budget.estimated()).isTrue();
        assertThat(budget.gib()).isCloseTo(21.4, within(0.05));
        assertThat(Sizing.smallest(CATALOGUE.get("L4-24GB"), Sizing.need(LLAMA_8B, BF16, new Load(1, 4096)), BF16))
                .map(Sizing.Fit::profile)
                .contains(Optional.empty());
    }

    @Test
    void get_unknownModel_saysHowToReadOne() {
        assertThatThrownBy(() -> Models.get("gpt-9"))
                .isInstanceOf(NotFoundException.class)
                .hasMessageContaining("HuggingFaceConfig.read");
    }
}
