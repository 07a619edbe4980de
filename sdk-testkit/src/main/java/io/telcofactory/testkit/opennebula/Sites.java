package io.telcofactory.testkit.opennebula;

import io.telcofactory.testkit.opennebula.internal.hardware.Hardware;
import io.telcofactory.testkit.opennebula.internal.oned.Cloud;
import io.telcofactory.testkit.opennebula.internal.oned.Cluster;
import io.telcofactory.testkit.opennebula.internal.oned.Datastore;
import io.telcofactory.testkit.opennebula.internal.oned.Group;
import io.telcofactory.testkit.opennebula.internal.oned.Host;
import io.telcofactory.testkit.opennebula.internal.oned.Network;
import io.telcofactory.testkit.opennebula.internal.oned.Resource;
import io.telcofactory.testkit.opennebula.internal.template.Template;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Objects;

/** The ready-made sites, and the steps that builders take. */
final class Sites {

    private Sites() {}

    /** How the marketplace describes the machine of a language model's server. */
    private static final String VLLM = """
        CONTEXT = [ NETWORK = "YES", REPORT_READY = "YES", TOKEN = "YES", SSH_PUBLIC_KEY = "$USER[SSH_PUBLIC_KEY]",
          ONEAPP_VLLM_API_PORT = "$ONEAPP_VLLM_API_PORT", ONEAPP_VLLM_MODEL_ID = "$ONEAPP_VLLM_MODEL_ID",
          ONEAPP_VLLM_MODEL_TOKEN = "$ONEAPP_VLLM_MODEL_TOKEN",
          ONEAPP_VLLM_MODEL_QUANTIZATION = "$ONEAPP_VLLM_MODEL_QUANTIZATION",
          ONEAPP_VLLM_MODEL_MAX_LENGTH = "$ONEAPP_VLLM_MODEL_MAX_LENGTH",
          ONEAPP_VLLM_ENFORCE_EAGER = "$ONEAPP_VLLM_ENFORCE_EAGER",
          ONEAPP_VLLM_GPU_MEMORY_UTILIZATION = "$ONEAPP_VLLM_GPU_MEMORY_UTILIZATION" ]
        CPU = "4"
        MEMORY = "16384"
        GRAPHICS = [ LISTEN = "0.0.0.0", TYPE = "vnc" ]
        OS = [ ARCH = "x86_64", FIRMWARE = "UEFI" ]
        USER_INPUTS = [ ONEAPP_VLLM_API_PORT = "O|number|Port of the API||8000",
          ONEAPP_VLLM_MODEL_ID = "M|text|Model to serve||",
          ONEAPP_VLLM_MODEL_TOKEN = "O|password|Token for gated models||",
          ONEAPP_VLLM_MODEL_QUANTIZATION = "O|list|Bits of the weights, 0 for all|0,4|0",
          ONEAPP_VLLM_MODEL_MAX_LENGTH = "O|range|Longest context in tokens|1..1048576|1024",
          ONEAPP_VLLM_ENFORCE_EAGER = "O|boolean|No CUDA graphs||NO",
          ONEAPP_VLLM_GPU_MEMORY_UTILIZATION = "O|range-float|Part of the GPU's memory|0.1..1.0|0.9" ]
        """;

    static SiteBuilder edge(SiteBuilder builder) {
        return builder.systemDatastore("system-dummy", "default")
                .imageDatastore("images-dummy", "default")
                .image("stream-framer", "images-dummy", 8)
                .image("defect-detector", "images-dummy", 12)
                .image("vllm", "images-dummy", 16)
                .marketplaceApp("Vllm", 16, VLLM)
                .host("mig-1", "default", true)
                .host("mig-2", "default", true)
                .host("h100-1", "default", true)
                .host("std-1", "default", false)
                .host("std-2", "default", false);
    }

    static SiteBuilder gpu(SiteBuilder builder) {
        storage(builder.cluster("gpu"), "gpu");
        for (String name : List.of("dgx-1", "dgx-2")) {
            builder.host(name, hardware -> gpus(hardware.cluster("gpu").pinned(), 8));
        }
        return builder.host("mig-1", "gpu", true)
                .host("mig-2", "gpu", true)
                .host("std-1", "gpu", false)
                .marketplaceApp("Vllm", 16_384, VLLM);
    }

    /** Two NUMA nodes with the cards spread over them, a network card on the first. */
    private static HostHardware gpus(HostHardware hardware, int cards) {
        for (int node = 0; node < 2; node++) {
            hardware.numaNode(56, 2, 1_048_576).hugePages(2048, 65_536).hugePages(1_048_576, 512);
            for (int card = 0; card < cards / 2; card++) {
                hardware.gpu(Integer.toHexString(0x18 + 0x80 * node + 0x11 * card) + ":00.0");
            }
            hardware.sriovNic(Integer.toHexString(0x0c + 0x80 * node) + ":00", 8);
        }
        return hardware;
    }

    static SiteBuilder ran(SiteBuilder builder) {
        storage(builder.cluster("far-edge"), "far-edge");
        for (String name : List.of("du-1", "du-2")) {
            builder.host(
                    name,
                    hardware -> hardware.cluster("far-edge")
                            .pinned()
                            .numaNode(32, 1, 131_072)
                            .hugePages(1_048_576, 64)
                            .device("17:00.0", "8086:0d5c:0880")
                            .sriovNic("31:00", 16));
        }
        return builder.host("std-1", "far-edge", false)
                .network(
                        "NAME=fronthaul\nVN_MAD=802.1Q\nPHYDEV=ens1f0\nVLAN_ID=100\nMTU=9000\n"
                                + "AR=[TYPE=IP4,IP=10.100.0.10,SIZE=64]",
                        "far-edge")
                .network(
                        "NAME=midhaul\nVN_MAD=802.1Q\nPHYDEV=ens1f1\nVLAN_ID=200\n"
                                + "AR=[TYPE=IP4,IP=10.200.0.10,SIZE=64]",
                        "far-edge");
    }

    private static void storage(SiteBuilder builder, String cluster) {
        builder.systemDatastore("system-dummy", cluster)
                .imageDatastore("images-dummy", cluster)
                .image("stream-framer", "images-dummy", 8)
                .image("defect-detector", "images-dummy", 12)
                .image("vllm", "images-dummy", 16);
    }

    static void addHost(Cloud cloud, String name, HostHardware described) {
        int cluster = cluster(cloud, described.clusterName()).id();
        Host host = cloud.hosts().create(name, "dummy", "dummy", cluster);
        if (described.isPinned()) {
            host.template().set("PIN_POLICY", "PINNED");
        }
        host.report(described.report());
    }

    static void addNetwork(Cloud cloud, String template, String cluster) {
        Network network = cloud.networks()
                .create(
                        cloud.oneadmin(),
                        Resource.parse(template, ""),
                        cluster(cloud, cluster).id());
        cloud.networks().ready(network);
    }

    static void addUser(Cloud cloud, String group, String user, String secret) {
        Group existing = cloud.groups().pool.first(each -> each.name().equals(group));
        Group target = existing == null ? cloud.groups().createWithRules(group) : existing;
        cloud.users().create(user, secret, "core", List.of(target.id()));
    }

    static void addApp(Cloud cloud, String name, int sizeMb) {
        addApp(cloud, name, sizeMb, "");
    }

    static void addApp(Cloud cloud, String name, int sizeMb, String machine) {
        Template content = Resource.parse("NAME=\"" + name + "\"\nORIGIN_ID=-1\nTYPE=IMAGE\nVERSION=\"1.0\"", "");
        if (!machine.isEmpty()) {
            byte[] text = machine.getBytes(StandardCharsets.UTF_8);
            content.set("VMTEMPLATE64", Base64.getEncoder().encodeToString(text));
        }
        cloud.apps().create(cloud.oneadmin(), cloud.markets().get(0), content).ready(sizeMb);
    }

    static void addHost(Cloud cloud, String name, String cluster, boolean pinned) {
        Host host = cloud.hosts()
                .create(name, "dummy", "dummy", cluster(cloud, cluster).id());
        if (pinned) {
            host.template().set("PIN_POLICY", "PINNED");
        }
        host.report(Hardware.ofHost(name));
    }

    static void addDatastore(Cloud cloud, String name, String cluster, String template) {
        cloud.datastores()
                .create(
                        cloud.oneadmin(),
                        name,
                        template,
                        cluster(cloud, cluster).id());
    }

    static void addImage(Cloud cloud, String name, String datastore, int sizeMb) {
        Datastore target = Objects.requireNonNull(
                cloud.datastores().pool.first(each -> each.name().equals(datastore)),
                () -> "no datastore " + datastore);
        cloud.images()
                .create(
                        cloud.oneadmin(),
                        "NAME=\"" + name + "\"\nTYPE=OS\nPATH=\"/var/tmp/" + name + ".qcow2\"\nSIZE=" + sizeMb
                                + "\nDEV_PREFIX=vd",
                        target);
    }

    private static Cluster cluster(Cloud cloud, String name) {
        return Objects.requireNonNull(
                cloud.clusters().pool.first(each -> each.name().equals(name)), () -> "no cluster " + name);
    }
}
