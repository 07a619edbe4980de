package io.telcofactory.api.service;

import io.telcofactory.api.internal.Checks;
import io.telcofactory.api.internal.ValueStyle;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Software from a marketplace with the parameters it asks for. What parameters there are, of which types, and which are mandatory, says
 * the marketplace; a plan checks them.
 *
 * @since 0.1
 */
@Value.Immutable
@ValueStyle
public sealed interface Appliance permits ImmutableAppliance {

    /**
     * Returns the app.
     *
     * @return its name in the marketplace, for example {@code Vllm}
     */
    String name();

    /**
     * Returns where the app is looked for.
     *
     * @return the marketplace's name, or empty for all of them; a name that is in several then is an error
     */
    Optional<String> marketplace();

    /**
     * Returns what the app is told.
     *
     * @return names of parameters and their texts; one that is not given keeps the app's default; never secrets
     */
    Map<String, String> parameters();

    /** Checks the names. */
    @Value.Check
    default void check() {
        Checks.line("appliance.name", name());
        marketplace().ifPresent(name -> Checks.line("appliance.marketplace", name));
        parameters().keySet().forEach(key -> ContextKeys.check("appliance.parameters key", key));
    }

    /**
     * Starts an appliance.
     *
     * @param name the app's name in the marketplace
     * @return a builder
     */
    static Builder builder(String name) {
        return new Builder().name(name);
    }

    /** Collects the attributes of an appliance. */
    final class Builder extends ImmutableAppliance.Builder {
        Builder() {}

        /**
         * Sets a text.
         *
         * @param name the parameter
         * @param value its text
         * @return this builder
         */
        public Builder parameter(String name, String value) {
            return putParameters(name, value);
        }

        /**
         * Sets a number.
         *
         * @param name the parameter
         * @param value its number
         * @return this builder
         */
        public Builder parameter(String name, long value) {
            return putParameters(name, Long.toString(value));
        }

        /**
         * Sets a number with decimals.
         *
         * @param name the parameter
         * @param value its number
         * @return this builder
         */
        public Builder parameter(String name, double value) {
            return putParameters(name, BigDecimal.valueOf(value).toPlainString());
        }

        /**
         * Sets a choice of two, {@code YES} or {@code NO} to the server.
         *
         * @param name the parameter
         * @param value whether it is so
         * @return this builder
         */
        public Builder parameter(String name, boolean value) {
            return putParameters(name, value ? "YES" : "NO");
        }
    }
}
