package io.telcofactory.opennebula.flow;

import io.telcofactory.api.internal.call.CallPolicy;
import io.telcofactory.api.internal.call.RetryBudget;
import io.telcofactory.api.internal.call.RetryLoop;
import io.telcofactory.api.spi.CallListener;
import io.telcofactory.api.spi.HttpTransport;
import io.telcofactory.api.spi.Time;
import io.telcofactory.opennebula.Credentials;
import io.telcofactory.opennebula.Wait;
import io.telcofactory.opennebula.transport.OkHttpTransport;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * A client of OneFlow, OpenNebula's service for services of several roles.
 *
 * <p>Errors: all calls throw {@link io.telcofactory.api.error.SdkException}, named by what they mean. Threads: safe. Source:
 * OneFlow of OpenNebula 7.0 to 7.4.
 *
 * @since 0.1
 */
public final class OneFlow implements AutoCloseable {
    private final FlowCaller caller;
    private final RandomGenerator random;
    private final boolean owner;

    private OneFlow(FlowCaller caller, RandomGenerator random, boolean owner) {
        this.caller = caller;
        this.random = random;
        this.owner = owner;
    }

    /**
     * Makes a client with the defaults. Nothing is sent yet.
     *
     * @param endpoint for example {@code http://frontend:2474}
     * @param credentials who calls
     * @return a client, to be closed
     */
    public static OneFlow connect(String endpoint, Credentials credentials) {
        return builder().endpoint(URI.create(endpoint)).credentials(credentials).build();
    }

    /**
     * Starts a client.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Returns the same client for another user, or for a token.
     *
     * @param credentials who calls
     * @return a view that needs no closing
     */
    public OneFlow as(Credentials credentials) {
        return new OneFlow(caller.as(credentials), random, false);
    }

    /**
     * Returns the calls on service templates.
     *
     * @return calls of this client's user
     */
    public ServiceTemplates templates() {
        return new ServiceTemplates(caller);
    }

    /**
     * Returns the calls on services.
     *
     * @return calls of this client's user
     */
    public Services services() {
        return new Services(caller);
    }

    /**
     * Waits for a service. Use {@link Wait#untilGone()} after a deletion: a deleted service is not seen as done, it is gone.
     *
     * @param id the service
     * @return to be told until when
     */
    public Wait<Service> await(int id) {
        return Wait.on("service " + id, () -> services().get(id), caller.time(), random);
    }

    /** Closes the transport, unless this client was made by {@link #as}. */
    @Override
    public void close() {
        if (owner) {
            caller.close();
        }
    }

    /** Returns the user, never the secret. */
    @Override
    public String toString() {
        return "OneFlow " + caller;
    }

    /**
     * Collects the settings of a client.
     *
     * @since 0.1
     */
    public static final class Builder {
        private @Nullable URI endpoint;
        private @Nullable Credentials credentials;
        private @Nullable HttpTransport http;
        private CallPolicy policy = CallPolicy.DEFAULT;
        private Time time = Time.system();
        private RandomGenerator random = new SecureRandom();
        private CallListener listener = CallListener.NONE;

        private Builder() {}

        /**
         * Sets where OneFlow answers.
         *
         * @param uri for example {@code http://frontend:2474}
         * @return this
         */
        public Builder endpoint(URI uri) {
            endpoint = uri;
            return this;
        }

        /**
         * Sets who calls.
         *
         * @param who user and password, or user and token
         * @return this
         */
        public Builder credentials(Credentials who) {
            credentials = who;
            return this;
        }

        /**
         * Sets what carries the HTTP exchanges; closed with the client.
         *
         * @param transport default: {@link OkHttpTransport#create()}
         * @return this
         */
        public Builder http(HttpTransport transport) {
            http = transport;
            return this;
        }

        /**
         * Sets the longest time of a call, over all attempts.
         *
         * @param longest default 30 seconds
         * @return this
         */
        public Builder deadline(Duration longest) {
            policy = policy.withDeadline(longest);
            return this;
        }

        /**
         * Sets how often a call is tried at most.
         *
         * @param attempts default 3
         * @return this
         */
        public Builder maxAttempts(int attempts) {
            policy = policy.withMaxAttempts(attempts);
            return this;
        }

        /**
         * Sets the source of time for deadlines and pauses.
         *
         * @param source default: the machine's
         * @return this
         */
        public Builder time(Time source) {
            time = source;
            return this;
        }

        /**
         * Sets the source of jitter.
         *
         * @param source safe for concurrent use
         * @return this
         */
        public Builder random(RandomGenerator source) {
            random = source;
            return this;
        }

        /**
         * Hears of every attempt of every call.
         *
         * @param hearer must not block or throw
         * @return this
         */
        public Builder listener(CallListener hearer) {
            listener = hearer;
            return this;
        }

        /**
         * Makes the client. Nothing is sent yet.
         *
         * @return a client, to be closed
         */
        public OneFlow build() {
            URI uri = Objects.requireNonNull(endpoint, "endpoint");
            Credentials who = Objects.requireNonNull(credentials, "credentials");
            HttpTransport transport = http != null ? http : OkHttpTransport.create();
            RetryLoop loop = new RetryLoop("oneflow", policy, RetryBudget.standard(), time, random, listener);
            return new OneFlow(new FlowCaller(uri, transport, who, loop, time), random, true);
        }
    }
}
