package io.telcofactory.testkit.opennebula;

import java.util.Objects;

/** The ready-made sites, and the steps that builders take. */
final class Sites {

    private Sites() {}

    static FakeOpenNebula.Builder edge(FakeOpenNebula.Builder builder) {
        return builder.systemDatastore("system-dummy", "default")
                .imageDatastore("images-dummy", "default")
                .image("stream-framer", "images-dummy", 8)
                .image("defect-detector", "images-dummy", 12)
                .image("vllm", "images-dummy", 16)
                .host("mig-1", "default", true)
                .host("mig-2", "default", true)
                .host("h100-1", "default", true)
                .host("std-1", "default", false)
                .host("std-2", "default", false);
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
