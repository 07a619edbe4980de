package io.telcofactory.benchmarks.fake;

import io.telcofactory.api.spi.HttpAnswer;
import io.telcofactory.api.spi.HttpCall;
import io.telcofactory.testkit.VirtualTime;
import io.telcofactory.testkit.opennebula.FakeOpenNebula;
import io.telcofactory.testkit.opennebula.SiteBuilder;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A fake with many hosts and machines, each machine with a disk, a lease and a context, deployed by hand. */
public final class LargeCloud implements AutoCloseable {

    private static final String MACHINE = """
            CPU=0.5
            VCPU=1
            MEMORY=256
            DISK=[IMAGE_ID=0]
            NIC=[NETWORK_ID=0]
            CONTEXT=[NETWORK=YES,SSH_PUBLIC_KEY="$USER[SSH_PUBLIC_KEY]"]
            """;
    private static final String NETWORK =
            "NAME=wide\nVN_MAD=bridge\nAR=[TYPE=IP4,IP=10.0.0.10,SIZE=200000]\nGATEWAY=10.0.0.1\nDNS=10.0.0.1";

    private final VirtualTime time = VirtualTime.create();
    private final FakeOpenNebula cloud;
    private final int machines;

    /**
     * Makes it; all machines run afterwards.
     *
     * @param hosts at least 1
     * @param machines spread evenly over the hosts
     */
    public LargeCloud(int hosts, int machines) {
        this.machines = machines;
        SiteBuilder site = FakeOpenNebula.builder()
                .time(time)
                .systemDatastore("system-dummy", "default")
                .imageDatastore("images-dummy", "default")
                .image("os", "images-dummy", 16)
                .network(NETWORK, "default");
        for (int i = 0; i < hosts; i++) {
            site.host("std-" + i, "default", false);
        }
        cloud = site.build();
        for (int i = 0; i < machines; i++) {
            int vm = (Integer) cloud.rpc("one.vm.allocate", "NAME=vm-" + i + "\n" + MACHINE, true);
            cloud.rpc("one.vm.deploy", vm, i % hosts, false, 100);
        }
        time.advance(Duration.ofSeconds(2));
        cloud.clearCalls();
    }

    /** The fake itself. */
    public FakeOpenNebula cloud() {
        return cloud;
    }

    /** How many machines it has. */
    public int machines() {
        return machines;
    }

    /** The bytes of a call with the administrator's credentials. */
    public byte[] body(String method, int... numbers) {
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\"?><methodCall><methodName>" + method
                + "</methodName><params><param><value><string>" + cloud.adminCredentials()
                + "</string></value></param>");
        for (int number : numbers) {
            xml.append("<param><value><int>").append(number).append("</int></value></param>");
        }
        return xml.append("</params></methodCall>").toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Makes a call without sockets and returns the answer. */
    public byte[] call(byte[] body) throws IOException {
        HttpCall call = new HttpCall(
                "POST", cloud.endpoint(), Map.of("Content-Type", List.of("text/xml")), body, Duration.ofSeconds(30));
        try (HttpAnswer answer = cloud.transport().exchange(call)) {
            return answer.body().readAllBytes();
        }
    }

    /** Opens a port and returns its address. */
    public URI listen() throws IOException {
        return cloud.startHttp().oned();
    }

    @Override
    public void close() {
        cloud.close();
    }
}
