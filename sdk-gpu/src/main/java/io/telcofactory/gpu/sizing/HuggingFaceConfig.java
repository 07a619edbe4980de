package io.telcofactory.gpu.sizing;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.telcofactory.gpu.internal.Errors;

/**
 * Reads the shape of a model from the {@code config.json} that is published with it, and counts its parameters from the
 * shapes of its matrices.
 *
 * <p><i>Shape</i>: decoders with gated feed-forward parts, dense or mixtures of experts (Mixtral, Qwen, DeepSeek), ordinary,
 * windowed or compressed attention. Of a model with vision only the text part is counted.
 *
 * <p><i>Source</i>: Hugging Face Transformers, the {@code configuration_*.py} of the families.
 *
 * @since 0.1
 */
public final class HuggingFaceConfig {
    private static final int MOST_CHARACTERS = 4 << 20;
    private static final int DEEPEST = 32;
    private static final int LARGEST = 1_000_000_000;
    private static final ObjectMapper MAPPER = new ObjectMapper(JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
            .build());

    private final JsonNode config;
    private final String json;

    private HuggingFaceConfig(JsonNode config, String json) {
        this.config = config;
        this.json = json;
    }

    /**
     * Reads a model.
     *
     * @param name the name to give it
     * @param json the text of {@code config.json}
     * @return the model
     * @throws io.telcofactory.api.error.ProtocolException if the text is no JSON object, lacks what is needed, contradicts
     *     itself, has more than 4 Mi characters or more than 32 levels
     */
    public static ModelShape read(String name, String json) {
        if (json.length() > MOST_CHARACTERS) {
            throw Errors.malformed(
                    "config.json", json, "%d characters are more than the %d allowed", json.length(), MOST_CHARACTERS);
        }
        JsonNode root;
        try {
            root = MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw Errors.malformed("config.json", json, "not JSON: %s", e.getOriginalMessage());
        }
        if (root == null || !root.isObject()) {
            throw Errors.malformed("config.json", json, "not a JSON object");
        }
        JsonNode text = root.path("text_config").isObject() ? root.get("text_config") : root;
        try {
            return new HuggingFaceConfig(text, json).model(name);
        } catch (IllegalArgumentException e) {
            throw Errors.malformed("config.json", json, "%s", String.valueOf(e.getMessage()));
        }
    }

    private ModelShape model(String name) {
        int heads = required("num_attention_heads");
        int hidden = required("hidden_size");
        int headSize = number("head_dim", hidden / heads);
        int layers = required("num_hidden_layers");
        int windowed = windowedLayers(layers);
        ModelShape.Builder model = ModelShape.builder(name)
                .parameters(parameters(hidden, layers, heads, headSize))
                .attention(layers, number("num_key_value_heads", heads), headSize)
                .hiddenSize(hidden)
                .intermediateSize(required("intermediate_size"))
                .maxContext(number("max_position_embeddings", 0));
        if (windowed > 0) {
            model.window(required("sliding_window"), windowed);
        }
        if (compressed()) {
            model.compressedKvSize(required("kv_lora_rank") + required("qk_rope_head_dim"));
        }
        return model.build();
    }

    private boolean compressed() {
        return number("kv_lora_rank", 0) > 0;
    }

    /** Counts the layers with a window: listed one by one, by a pattern such as "every sixth is global", or all. */
    private int windowedLayers(int layers) {
        boolean off = config.path("use_sliding_window").isBoolean()
                && !config.path("use_sliding_window").booleanValue();
        if (number("sliding_window", 0) == 0 || off) {
            return 0;
        }
        if (config.path("layer_types").isArray()) {
            int count = 0;
            for (JsonNode type : config.get("layer_types")) {
                count += type.asText().equals("sliding_attention") ? 1 : 0;
            }
            return count;
        }
        int pattern = number("sliding_window_pattern", family("gemma2") ? 2 : family("gemma3") ? 6 : 0);
        return pattern > 1 ? layers - layers / pattern : layers;
    }

    private double parameters(double hidden, int layers, int heads, int headSize) {
        double embeddings = required("vocab_size") * hidden * (tied() ? 1 : 2);
        double norms = hidden * (family("gemma") ? 4 : 2);
        double attention = compressed() ? compressedAttention(hidden, heads) : attention(hidden, heads, headSize);
        int experts = number("num_local_experts", number("num_experts", number("n_routed_experts", 0)));
        int denseLayers = experts == 0 ? layers : number("first_k_dense_replace", 0);
        if (denseLayers > layers) {
            throw new IllegalArgumentException(denseLayers + " of " + layers + " layers are dense");
        }
        double dense = 3 * hidden * required("intermediate_size");
        double mixture = experts == 0 ? 0 : mixture(hidden, experts);
        return embeddings
                + hidden
                + layers * (attention + norms)
                + denseLayers * dense
                + (layers - denseLayers) * mixture;
    }

    private double attention(double hidden, int heads, int headSize) {
        double queries = (double) heads * headSize;
        double keysAndValues = 2.0 * number("num_key_value_heads", heads) * headSize;
        double biases = family("qwen2") ? queries + keysAndValues : 0;
        double headNorms = family("qwen3") || family("gemma3") ? 2.0 * headSize : 0;
        return hidden * (2 * queries + keysAndValues) + biases + headNorms;
    }

    private double compressedAttention(double hidden, int heads) {
        double rotary = required("qk_rope_head_dim");
        double plain = required("qk_nope_head_dim");
        double value = required("v_head_dim");
        double latent = required("kv_lora_rank");
        double queryLatent = number("q_lora_rank", 0);
        double queries = queryLatent > 0
                ? hidden * queryLatent + queryLatent * heads * (plain + rotary) + queryLatent
                : hidden * heads * (plain + rotary);
        return queries
                + hidden * (latent + rotary)
                + latent * heads * (plain + value)
                + latent
                + heads * value * hidden;
    }

    private double mixture(double hidden, int experts) {
        double expert = 3 * hidden * number("moe_intermediate_size", required("intermediate_size"));
        double shared = number("n_shared_experts", 0) * expert;
        return experts * expert + shared + hidden * experts;
    }

    private boolean tied() {
        // families that tie unless they say otherwise
        boolean standard = family("gemma");
        JsonNode tied = config.path("tie_word_embeddings");
        return tied.isBoolean() ? tied.booleanValue() : standard;
    }

    private boolean family(String prefix) {
        return config.path("model_type").asText("").startsWith(prefix);
    }

    private int number(String field, int otherwise) {
        JsonNode value = config.path(field);
        if (!value.isIntegralNumber()) {
            return otherwise;
        }
        if (!value.canConvertToInt() || value.intValue() < 0 || value.intValue() > LARGEST) {
            throw Errors.malformed(
                    "config.json", json, "the field %s is %s, must be 0 to %d", field, shortened(value), LARGEST);
        }
        return value.intValue();
    }

    private static String shortened(JsonNode number) {
        String text = number.asText();
        return text.length() <= 20 ? text : text.substring(0, 20) + "...";
    }

    private int required(String field) {
        int value = number(field, 0);
        if (value < 1) {
            throw Errors.malformed("config.json", json, "the field %s is missing or not a number above 0", field);
        }
        return value;
    }
}
