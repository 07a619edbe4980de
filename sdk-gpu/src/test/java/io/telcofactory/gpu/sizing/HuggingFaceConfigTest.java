package io.telcofactory.gpu.sizing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.telcofactory.api.error.ProtocolException;
import io.telcofactory.gpu.Damage;
import io.telcofactory.gpu.Seeds;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class HuggingFaceConfigTest {
    private static ModelShape read(String json) {
        return HuggingFaceConfig.read("model", json.replace('\'', '"'));
    }

    @Test
    void read_llama_countsItsParameters() {
        ModelShape model = read("{'model_type': 'llama', 'hidden_size': 4096, 'intermediate_size': 14336,"
                + " 'num_hidden_layers': 32, 'num_attention_heads': 32, 'num_key_value_heads': 8, 'vocab_size': 128256,"
                + " 'tie_word_embeddings': false, 'torch_dtype': 'bfloat16'}");
        assertThat(model.parameters() / 1e9).isCloseTo(8.03, within(0.005));
        assertThat(model.kvBytesPerToken(Precision.BF16)).isEqualTo(131072);
        assertThat(model.hiddenSize()).isEqualTo(4096);
    }

    @Test
    void read_qwenMixture_countsAllExperts() {
        ModelShape model = read("{'model_type': 'qwen3_moe', 'hidden_size': 2048, 'intermediate_size': 6144,"
                + " 'moe_intermediate_size': 768, 'num_experts': 128, 'num_experts_per_tok': 8, 'num_hidden_layers': 48,"
                + " 'num_attention_heads': 32, 'num_key_value_heads': 4, 'head_dim': 128, 'vocab_size': 151936,"
                + " 'tie_word_embeddings': false, 'sliding_window': null, 'use_sliding_window': false}");
        assertThat(model.parameters() / 1e9).isCloseTo(30.53, within(0.01));
        assertThat(model.kvBytesPerToken(Precision.BF16)).isEqualTo(98304);
    }

    @Test
    void read_mixtral_countsAllExperts() {
        ModelShape model = read("{'model_type': 'mixtral', 'hidden_size': 4096, 'intermediate_size': 14336,"
                + " 'num_local_experts': 8, 'num_hidden_layers': 32, 'num_attention_heads': 32, 'num_key_value_heads': 8,"
                + " 'vocab_size': 32000, 'tie_word_embeddings': false, 'sliding_window': null}");
        assertThat(model.parameters() / 1e9).isCloseTo(46.70, within(0.01));
    }

    @Test
    void read_gemmaWithVision_takesTheTextPartAndItsWindows() {
        ModelShape model = read("{'model_type': 'gemma3', 'vision_config': {'hidden_size': 1152}, 'text_config': {"
                + "'model_type': 'gemma3_text', 'hidden_size': 5376, 'intermediate_size': 21504, 'num_hidden_layers': 62,"
                + " 'num_attention_heads': 32, 'num_key_value_heads': 16, 'head_dim': 128, 'vocab_size': 262208,"
                + " 'sliding_window': 1024, 'sliding_window_pattern': 6}}");
        assertThat(model.parameters() / 1e9).isCloseTo(27.01, within(0.01));
        assertThat(model.windowedLayers()).isEqualTo(52);
        assertThat(model.window()).isEqualTo(1024);
    }

    @Test
    void read_listedLayerTypes_countTheSlidingOnes() {
        ModelShape model =
                read("{'model_type': 'x', 'hidden_size': 64, 'intermediate_size': 64, 'num_hidden_layers': 3,"
                        + " 'num_attention_heads': 2, 'vocab_size': 10, 'sliding_window': 128,"
                        + " 'layer_types': ['sliding_attention', 'full_attention', 'sliding_attention']}");
        assertThat(model.windowedLayers()).isEqualTo(2);
        assertThat(model.kvHeads()).isEqualTo(2);
    }

    @Test
    void read_deepSeek_hasCompressedAttention() {
        ModelShape model = read("{'model_type': 'deepseek_v3', 'hidden_size': 7168, 'intermediate_size': 18432,"
                + " 'moe_intermediate_size': 2048, 'n_routed_experts': 256, 'n_shared_experts': 1,"
                + " 'first_k_dense_replace': 3, 'num_hidden_layers': 61, 'num_attention_heads': 128,"
                + " 'num_key_value_heads': 128, 'q_lora_rank': 1536, 'kv_lora_rank': 512, 'qk_rope_head_dim': 64,"
                + " 'qk_nope_head_dim': 128, 'v_head_dim': 128, 'vocab_size': 129280, 'tie_word_embeddings': false}");
        assertThat(model.parameters() / 1e9).isCloseTo(671.03, within(0.1));
        assertThat(model.kvBytesPerToken(Precision.BF16)).isEqualTo(70272);
    }

    @Test
    void read_textThatIsNoConfig_saysWhatIsMissing() {
        assertThatThrownBy(() -> read("{'hidden_size': 64, 'num_attention_heads': 2}"))
                .isInstanceOf(ProtocolException.class)
                .hasMessageContaining("the field num_hidden_layers is missing");
        assertThatThrownBy(() -> read("[]")).hasMessageContaining("not a JSON object");
        assertThatThrownBy(() -> read("{'hidden_size':"))
                .isInstanceOf(ProtocolException.class)
                .hasMessageContaining("not JSON");
        assertThatThrownBy(() -> read("{'num_attention_heads': 'many', 'hidden_size': 1}"))
                .hasMessageContaining("num_attention_heads is missing or not a number");
    }

    private static final String LLAMA = "{'model_type': 'llama', 'hidden_size': 4096, 'intermediate_size': 14336,"
            + " 'num_hidden_layers': 32, 'num_attention_heads': 32, 'num_key_value_heads': 8, 'vocab_size': 128256,"
            + " 'max_position_embeddings': 131072, 'sliding_window': 4096, 'layer_types': ['full_attention'],"
            + " 'num_experts': 4, 'first_k_dense_replace': 1}";

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "'num_hidden_layers': 32;'num_hidden_layers': 99999999999;num_hidden_layers is 99999999999, must be 0 to",
                "'num_key_value_heads': 8;'num_key_value_heads': -8;num_key_value_heads is -8, must be 0 to",
                "'num_attention_heads': 32;'num_attention_heads': 9000;head size are above 0",
                "'first_k_dense_replace': 1;'first_k_dense_replace': 40;40 of 32 layers are dense",
                "['full_attention'];['sliding_attention','sliding_attention'], 'num_hidden_layers': 1;2 of 1 layers"
            })
    void read_numbersThatCannotBe_saysWhich(String right, String wrong, String message) {
        assertThat(read(LLAMA).maxContext()).isEqualTo(131072);
        assertThat(LLAMA).contains(right);
        assertThatThrownBy(() -> read(LLAMA.replace(right, wrong)))
                .isInstanceOf(ProtocolException.class)
                .hasMessageContaining(message);
    }

    @Test
    void read_textTooLongOrTooDeep_isRefusedBeforeItCostsMuch() {
        assertThatThrownBy(() -> read("{'a': [" + " ".repeat(4 << 20) + "]}"))
                .isInstanceOf(ProtocolException.class)
                .hasMessageContaining("characters are more than the 4194304 allowed");
        assertThatThrownBy(() -> read("{'a': " + "[".repeat(100_000)))
                .isInstanceOf(ProtocolException.class)
                .hasMessageContaining("not JSON")
                .hasMessageContaining("nesting depth");
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void read_damagedText_isReadOrRefusedWithoutAnyOtherError(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 300; i++) {
            try {
                assertThat(read(Damage.to(LLAMA, random)).parameters()).isPositive();
            } catch (ProtocolException e) {
                assertThat(e).hasMessageContaining("config.json");
            }
        }
    }

    static LongStream seeds() {
        return Seeds.first(10);
    }
}
