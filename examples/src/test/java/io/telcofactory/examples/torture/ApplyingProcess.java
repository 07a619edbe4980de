package io.telcofactory.examples.torture;

import io.telcofactory.api.AiFactory;
import io.telcofactory.api.ApplyOptions;
import io.telcofactory.opennebula.transport.OkHttpTransport;
import java.net.URI;
import java.time.Instant;

/** A process of its own that does one act and may be killed at any moment. */
final class ApplyingProcess {
    private ApplyingProcess() {}

    /**
     * Does the act.
     *
     * @param args job, act, the three addresses, and the time
     */
    public static void main(String[] args) {
        FastTime time = new FastTime(Instant.parse(args[5]), Integer.parseInt(args[6]));
        try (OkHttpTransport http =
                        OkHttpTransport.builder().requestsPerSecond(1e9).build();
                AiFactory factory = Arena.process(
                        new Ways(URI.create(args[2]), URI.create(args[3]), URI.create(args[4]), http, http), time)) {
            factory.apply(
                            Job.valueOf(args[0]).plan(factory, Act.valueOf(args[1])),
                            ApplyOptions.builder().build())
                    .orThrow();
        }
    }
}
