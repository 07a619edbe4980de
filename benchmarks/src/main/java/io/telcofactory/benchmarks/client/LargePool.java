package io.telcofactory.benchmarks.client;

import io.telcofactory.opennebula.Credentials;
import io.telcofactory.opennebula.OpenNebula;
import io.telcofactory.opennebula.model.Vm;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Reads a pool that is larger than the heap, in a process of its own. */
public final class LargePool {

    private LargePool() {}

    /**
     * Reads the pool and prints how many VMs it has.
     *
     * @param args the endpoint
     */
    public static void main(String[] args) {
        try (OpenNebula one = OpenNebula.connect(args[0], Credentials.of("nobody", "secret"));
                Stream<Vm> vms = one.vms().listFull()) {
            System.out.println(vms.mapToLong(PoolReading::checksum).count());
        }
    }

    /**
     * Runs this program.
     *
     * @param endpoint where the pool is
     * @param heap for example {@code 96m}
     * @return how many VMs it read; 0 when it failed
     * @throws IOException if the process cannot be started
     * @throws InterruptedException if the thread is interrupted
     */
    public static long runWithHeapOf(String heap, URI endpoint) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + heap,
                        "-cp",
                        System.getProperty("java.class.path"),
                        LargePool.class.getName(),
                        endpoint.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            String line = out.readLine();
            return process.waitFor() == 0 && line != null ? Long.parseLong(line) : 0;
        }
    }
}
