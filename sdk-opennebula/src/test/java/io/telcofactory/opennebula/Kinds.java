package io.telcofactory.opennebula;

import static org.assertj.core.api.Assertions.assertThat;

import io.telcofactory.opennebula.model.Datastore;
import io.telcofactory.opennebula.model.ImageState;
import io.telcofactory.opennebula.model.OneObject;
import io.telcofactory.opennebula.model.OneTemplate;
import io.telcofactory.opennebula.model.UpdateMode;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The kinds of objects whose life is the same: made, read, changed, listed, deleted. */
final class Kinds {
    private final OpenNebula one;
    private final String name;

    Kinds(OpenNebula one, String name) {
        this.one = one;
        this.name = name;
    }

    /**
     * How one kind is made, changed and deleted.
     *
     * @param calls on this kind
     * @param create makes one and returns its id
     * @param check looks at what only this kind has
     * @param update changes attributes
     * @param list all of the kind
     * @param delete deletes one
     */
    record Kind<T extends OneObject>(
            OneResource<T> calls,
            Function<OneTemplate.Builder, Integer> create,
            Consumer<T> check,
            Update update,
            Supplier<Stream<T>> list,
            Consumer<Integer> delete) {}

    interface Update {
        void with(int id, OneTemplate template, UpdateMode mode);
    }

    static List<String> names() {
        return List.of(
                "backup job",
                "cluster",
                "datastore",
                "hook",
                "host",
                "image",
                "marketplace",
                "network template",
                "security group",
                "VDC",
                "virtual router",
                "VM group",
                "VM template");
    }

    /** Makes one of the kind, sees it everywhere, and deletes it. */
    void live(String kind) {
        live(kind(kind));
    }

    private <T extends OneObject> void live(Kind<T> kind) {
        int id = kind.create().apply(OneTemplate.builder().set("NAME", name));
        try {
            T made = kind.calls().get(id);
            assertThat(made.id()).isEqualTo(id);
            assertThat(made.name()).isEqualTo(name);
            kind.check().accept(made);
            kind.update()
                    .with(id, OneTemplate.builder().set("MARK", "it's <here>").build(), UpdateMode.MERGE);
            assertThat(kind.calls().get(id).attribute("MARK")).contains("it's <here>");
            try (Stream<T> all = kind.list().get()) {
                assertThat(all.filter(other -> other.id() == id))
                        .singleElement()
                        .satisfies(listed -> assertThat(listed.name()).isEqualTo(name));
            }
        } finally {
            kind.delete().accept(id);
        }
        one.await(kind.calls(), id)
                .every(Duration.ofMillis(100))
                .within(Duration.ofSeconds(30))
                .untilGone();
    }

    private Kind<? extends OneObject> kind(String kind) {
        return switch (kind) {
            case "backup job" ->
                new Kind<>(
                        one.backupJobs(),
                        t -> one.backupJobs()
                                .create(t.set("DATASTORE_ID", imageDatastore())
                                        .set("BACKUP_VMS", "")
                                        .set("KEEP_LAST", 3)
                                        .set("MODE", "FULL")
                                        .build()),
                        job -> assertThat(job.attribute("KEEP_LAST")).contains("3"),
                        one.backupJobs()::update,
                        one.backupJobs()::list,
                        one.backupJobs()::delete);
            case "cluster" ->
                new Kind<>(
                        one.clusters(),
                        t -> one.clusters().create(name),
                        cluster -> assertThat(cluster.hostIds()).isEmpty(),
                        one.clusters()::update,
                        one.clusters()::list,
                        one.clusters()::delete);
            case "datastore" ->
                new Kind<>(
                        one.datastores(),
                        t -> one.datastores()
                                .create(
                                        t.set("TYPE", "IMAGE_DS")
                                                .set("DS_MAD", "dummy")
                                                .set("TM_MAD", "dummy")
                                                .build(),
                                        -1),
                        datastore -> assertThat(datastore.transferDriver()).isEqualTo("dummy"),
                        one.datastores()::update,
                        one.datastores()::list,
                        one.datastores()::delete);
            case "hook" ->
                new Kind<>(
                        one.hooks(),
                        t -> one.hooks()
                                .create(t.set("TYPE", "api")
                                        .set("CALL", "one.vm.allocate")
                                        .set("COMMAND", "/bin/true")
                                        .set("ARGUMENTS", "$API")
                                        .build()),
                        hook -> assertThat(hook.attribute("CALL")).contains("one.vm.allocate"),
                        one.hooks()::update,
                        one.hooks()::list,
                        one.hooks()::delete);
            case "host" ->
                new Kind<>(
                        one.hosts(),
                        t -> one.hosts().create(name, "dummy", "dummy", -1),
                        host -> assertThat(host.clusterId()).isZero(),
                        one.hosts()::update,
                        one.hosts()::list,
                        one.hosts()::delete);
            case "image" ->
                new Kind<>(
                        one.images(),
                        this::image,
                        image -> assertThat(image.sizeMb()).isEqualTo(16),
                        one.images()::update,
                        one.images()::list,
                        id -> one.images().delete(id));
            case "marketplace" ->
                new Kind<>(
                        one.marketplaces(),
                        t -> one.marketplaces()
                                .create(t.set("MARKET_MAD", "http")
                                        .set("BASE_URL", "http://127.0.0.1:1/")
                                        .set("PUBLIC_DIR", "/nowhere")
                                        .build()),
                        market -> assertThat(market.appIds()).isEmpty(),
                        one.marketplaces()::update,
                        one.marketplaces()::list,
                        one.marketplaces()::delete);
            case "network template" ->
                new Kind<>(
                        one.networkTemplates(),
                        t -> one.networkTemplates()
                                .create(t.set("VN_MAD", "vxlan")
                                        .set("PHYDEV", "eth1")
                                        .set("AUTOMATIC_VLAN_ID", true)
                                        .build()),
                        template -> assertThat(template.attribute("VN_MAD")).contains("vxlan"),
                        one.networkTemplates()::update,
                        one.networkTemplates()::list,
                        one.networkTemplates()::delete);
            case "security group" ->
                new Kind<>(
                        one.securityGroups(),
                        t -> one.securityGroups()
                                .create(t.add(
                                                "RULE",
                                                rule -> rule.set("PROTOCOL", "TCP")
                                                        .set("RULE_TYPE", "INBOUND")
                                                        .set("RANGE", "22,1000:2000"))
                                        .build()),
                        group -> assertThat(group.rules())
                                .singleElement()
                                .satisfies(rule -> assertThat(rule.ports()).contains("22,1000:2000")),
                        one.securityGroups()::update,
                        one.securityGroups()::list,
                        one.securityGroups()::delete);
            case "VDC" ->
                new Kind<>(
                        one.vdcs(),
                        t -> one.vdcs().create(t.build()),
                        vdc -> assertThat(vdc.groupIds()).isEmpty(),
                        one.vdcs()::update,
                        one.vdcs()::list,
                        one.vdcs()::delete);
            case "virtual router" ->
                new Kind<>(
                        one.virtualRouters(),
                        t -> one.virtualRouters().create(t.build()),
                        router -> assertThat(router.vmIds()).isEmpty(),
                        one.virtualRouters()::update,
                        one.virtualRouters()::list,
                        one.virtualRouters()::delete);
            case "VM group" ->
                new Kind<>(
                        one.vmGroups(),
                        t -> one.vmGroups()
                                .create(t.add(
                                                "ROLE",
                                                role -> role.set("NAME", "cp").set("POLICY", "AFFINED"))
                                        .build()),
                        group -> assertThat(group.roles())
                                .singleElement()
                                .satisfies(role -> assertThat(role.policy()).isEqualTo("AFFINED")),
                        one.vmGroups()::update,
                        one.vmGroups()::list,
                        one.vmGroups()::delete);
            default ->
                new Kind<>(
                        one.templates(),
                        t -> one.templates()
                                .create(t.set("CPU", 0.5).set("MEMORY", 64).build()),
                        template -> assertThat(template.attribute("CPU")).contains("0.5"),
                        one.templates()::update,
                        one.templates()::list,
                        id -> one.templates().delete(id));
        };
    }

    private int image(OneTemplate.Builder template) {
        int id = one.images()
                .create(template.set("TYPE", "DATABLOCK").set("SIZE", 16).build(), imageDatastore(), true);
        one.await(one.images(), id)
                .every(Duration.ofMillis(200))
                .within(Duration.ofSeconds(60))
                .until("READY", image -> image.state() == ImageState.READY);
        return id;
    }

    private int imageDatastore() {
        try (Stream<Datastore> all = one.datastores().list()) {
            return all.filter(datastore -> datastore.name().equals("images-dummy"))
                    .findFirst()
                    .orElseThrow()
                    .id();
        }
    }
}
