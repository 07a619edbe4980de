package io.telcofactory.api.internal.document;

import io.telcofactory.api.compute.Timing;
import io.telcofactory.api.gpu.GpuClaim;
import io.telcofactory.api.internal.Checks;
import io.telcofactory.api.service.Affinity;
import io.telcofactory.api.service.AffinityRule;
import io.telcofactory.api.service.AiService;
import io.telcofactory.api.service.Appliance;
import io.telcofactory.api.service.HostFailure;
import io.telcofactory.api.service.Instances;
import io.telcofactory.api.service.Readiness;
import io.telcofactory.api.service.Role;
import io.telcofactory.api.service.Shutdown;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How services stand in documents. */
final class ServiceForms {
    static final Form<Set<Timing>> TIMING = Forms.setOf(Forms.choice(Timing.class));

    private static final Form<Integer> COUNT = Forms.whole(1, 1000, 2);

    private static final Form<Instances> INSTANCES = new EitherForm<>(
            new ScalarForm<>(
                    ServiceForms::instances,
                    instances -> Node.Scalar.number(instances.min()),
                    new Shape.Text("a number or bounds", "^[0-9]{1,4}(\\.\\.[0-9]{1,4})?$", "2 or 1..4")),
            ObjectForm.of(
                            "instances",
                            "bounds between which others may choose",
                            InstancesDraft::new,
                            InstancesDraft::build)
                    .required("min", COUNT, Instances::min, (draft, value) -> draft.min = value, "the fewest")
                    .required("max", COUNT, Instances::max, (draft, value) -> draft.max = value, "the most")
                    .build(),
            Instances::fixed);

    static final Form<GpuClaim> GPU = ObjectForm.of(
                    "gpu",
                    "what each instance gets of GPUs: whole cards, one MIG slice, or one vGPU",
                    GpuDraft::new,
                    GpuDraft::build)
            .required(
                    "model",
                    Forms.text("a GPU model", "^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$", "H100-SXM-80GB"),
                    GpuClaim::model,
                    (draft, value) -> draft.model = value,
                    "the board's model, as the site document names it")
            .optional(
                    "slice",
                    Forms.text("a MIG profile", "^[0-9]{1,2}g\\.[0-9]{1,4}gb([+-][a-z.]{1,10})*$", "1g.10gb"),
                    ServiceForms::slice,
                    (draft, value) -> draft.slice = Optional.of(value),
                    "the slice as NVIDIA names it; whole cards if absent")
            .optional(
                    "vgpu",
                    Forms.text("a vGPU type", "^[A-Za-z0-9][A-Za-z0-9-]{0,39}$", "L40S-8Q"),
                    ServiceForms::vgpu,
                    (draft, value) -> draft.vgpu = Optional.of(value),
                    "the vGPU type as NVIDIA names it, time-shared; not together with slice")
            .defaulted(
                    "count",
                    Forms.whole(1, 16, 2),
                    GpuClaim::count,
                    (draft, value) -> draft.count = value,
                    1,
                    "how many whole cards; with a slice or vGPU always 1")
            .build();

    private static final Form<String> HOST = Forms.text("a host's name", "mig-1");

    private static final Form<Appliance> APPLIANCE = ObjectForm.of(
                    "appliance",
                    "software from a marketplace with the parameters it asks for",
                    () -> Appliance.builder("appliance"),
                    Appliance.Builder::build)
            .required(
                    "name",
                    Forms.text("an app's name", "Vllm"),
                    Appliance::name,
                    Appliance.Builder::name,
                    "the app's name in the marketplace")
            .optional(
                    "marketplace",
                    Forms.text("a marketplace's name", "OpenNebula Public"),
                    Appliance::marketplace,
                    Appliance.Builder::marketplace,
                    "where the app is looked for; all marketplaces if absent")
            .defaulted(
                    "parameters",
                    new MapForm<>(
                            Forms.text("a text", "Qwen/Qwen2.5-1.5B-Instruct"),
                            "upper-case names and their texts",
                            "ONEAPP_VLLM_MODEL_ID"),
                    Appliance::parameters,
                    Appliance.Builder::parameters,
                    Map.of(),
                    "what the app is told; one that is not given keeps the app's default; never secrets")
            .build();

    private static final Form<Role> ROLE = ObjectForm.of(
                    "role",
                    "one part of a service: equal virtual machines made from one image or appliance",
                    () -> Role.builder("role"),
                    Role.Builder::build)
            .required("name", Forms.NAME, Role::name, Role.Builder::name, "the role's name, unique in the service")
            .optional(
                    "image",
                    Forms.text("an image's name", "defect-detector"),
                    Role::image,
                    Role.Builder::image,
                    "the disk image's name at the site; looked up, never changed; this or appliance")
            .optional(
                    "appliance",
                    APPLIANCE,
                    Role::appliance,
                    Role.Builder::appliance,
                    "the software of a marketplace that runs; this or image")
            .defaulted(
                    "dependsOn",
                    Forms.setOf(Forms.NAME),
                    Role::dependsOn,
                    Role.Builder::dependsOn,
                    Set.of(),
                    "roles of the same service that must be ready before this one starts")
            .defaulted(
                    "instances",
                    INSTANCES,
                    Role::instances,
                    Role.Builder::instances,
                    Instances.exactly(1),
                    "how many instances run")
            .defaulted(
                    "scaling",
                    Forms.listOf(ScalingForms.RULE),
                    Role::scaling,
                    Role.Builder::scaling,
                    List.of(),
                    "when the number of instances changes by what is measured; needs min and max")
            .defaulted(
                    "schedules",
                    Forms.listOf(ScalingForms.SCHEDULE),
                    Role::schedules,
                    Role.Builder::schedules,
                    List.of(),
                    "when the number of instances changes by the clock; needs min and max")
            .required(
                    "vcpus", Forms.whole(1, 1024, 4), Role::vcpus, Role.Builder::vcpus, "virtual CPUs of each instance")
            .required("memory", Forms.SIZE, Role::memory, Role.Builder::memory, "memory of each instance, in whole MiB")
            .optional(
                    "epa",
                    EpaForms.EPA,
                    Role::epa,
                    Role.Builder::epa,
                    "how strictly processors and memory are held; shared ones if absent")
            .optional("gpu", GPU, Role::gpu, Role.Builder::gpu, "what each instance gets of GPUs; none if absent")
            .defaulted(
                    "devices",
                    Forms.listOf(EpaForms.DEVICE),
                    Role::devices,
                    Role.Builder::devices,
                    List.of(),
                    "PCI devices that each instance gets besides its GPUs, in the order in which the guest sees them")
            .defaulted(
                    "attachments",
                    Forms.listOf(InterfaceForms.ATTACHMENT),
                    Role::attachments,
                    Role.Builder::attachments,
                    List.of(),
                    "the networks, or the breakouts that stand for their network, in the order of the interfaces")
            .defaulted(
                    "providerNetworks",
                    Forms.listOf(Forms.text("a network's name on the server", "", "uplink")),
                    Role::providerNetworks,
                    Role.Builder::providerNetworks,
                    List.of(),
                    "networks of the provider, with interfaces after those of attachments; the tenant must be allowed"
                            + " to use them")
            .defaulted(
                    "timing",
                    TIMING,
                    Role::timing,
                    Role.Builder::timing,
                    Set.of(),
                    "by what the clocks of its hosts must be kept, as the site document declares it")
            .defaulted(
                    "context",
                    new MapForm<>(Forms.text("a text", "info"), "upper-case keys and their texts", "LOG_LEVEL"),
                    Role::context,
                    Role.Builder::context,
                    Map.of(),
                    "what the guest is told when it boots; never secrets")
            .defaulted(
                    "secrets",
                    new MapForm<>(Forms.SECRET, "upper-case keys and where their texts are", "DB_PASSWORD"),
                    Role::secrets,
                    Role.Builder::secrets,
                    Map.of(),
                    "what the guest is told besides, and nobody else shall know")
            .optional(
                    "affinity",
                    Forms.choice(Affinity.class),
                    Role::affinity,
                    Role.Builder::affinity,
                    "whether the instances share one host or each needs another one; neither if absent")
            .optional(
                    "shutdown",
                    Forms.choice(Shutdown.class),
                    Role::shutdown,
                    Role.Builder::shutdown,
                    "how instances end: told to shut down, or at once; the server's default if absent")
            .optional(
                    "drain",
                    Forms.like("5m", Forms.DURATION_TEXT),
                    Role::drain,
                    Role.Builder::drain,
                    "how long instances may finish what they have begun before the SDK ends them; told by the key DRAIN of"
                            + " their context; not at all if absent")
            .defaulted(
                    "hosts",
                    Forms.setOf(HOST),
                    Role::hosts,
                    Role.Builder::hosts,
                    Set.of(),
                    "names of the hosts on which instances may run; all if empty")
            .defaulted(
                    "avoidedHosts",
                    Forms.setOf(HOST),
                    Role::avoidedHosts,
                    Role.Builder::avoidedHosts,
                    Set.of(),
                    "names of the hosts on which no instance may run")
            .build();

    private static final Form<AffinityRule> AFFINITY_RULE = ObjectForm.of(
                    "affinityRule",
                    "how the instances of different roles stand to each other when hosts are chosen for them",
                    AffinityDraft::new,
                    AffinityDraft::build)
            .required(
                    "affinity",
                    Forms.choice(Affinity.class),
                    AffinityRule::affinity,
                    (draft, value) -> draft.affinity = value,
                    "on one host, or on different ones")
            .required(
                    "roles",
                    Forms.setOf(Forms.NAME),
                    AffinityRule::roles,
                    (draft, value) -> draft.roles = value,
                    "at least two roles of the service")
            .build();

    static final ObjectForm<AiService, AiService.Builder> SERVICE = ObjectForm.of(
                    "service",
                    "a composite AI service: roles that start in the order of their dependencies",
                    () -> AiService.builder("service"),
                    AiService.Builder::build)
            .required(
                    "name",
                    Forms.NAME,
                    AiService::name,
                    AiService.Builder::name,
                    "the service's name, unique among the tenant's services")
            .required("tenant", Forms.NAME, AiService::tenant, AiService.Builder::tenant, "the owner's name")
            .defaulted(
                    "readiness",
                    Forms.choice(Readiness.class),
                    AiService::readiness,
                    AiService.Builder::readiness,
                    Readiness.RUNNING,
                    "when an instance counts as ready: when its virtual machine runs, or when the guest reports it")
            .defaulted(
                    "cooldown",
                    Forms.DURATION_TEXT,
                    AiService::cooldown,
                    AiService.Builder::cooldown,
                    Duration.ofSeconds(10),
                    "how long the service rests after each change of the number of instances")
            .required(
                    "roles", Forms.listOf(ROLE), AiService::roles, AiService.Builder::roles, "the parts, at least one")
            .optional(
                    "hostFailure",
                    Forms.choice(HostFailure.class),
                    AiService::hostFailure,
                    AiService.Builder::hostFailure,
                    "what shall become of instances when their host fails; checked, since a site does it for all or"
                            + " none")
            .defaulted(
                    "affinity",
                    Forms.listOf(AFFINITY_RULE),
                    AiService::affinity,
                    AiService.Builder::affinity,
                    List.of(),
                    "which roles share a host, and which must not")
            .build();

    private ServiceForms() {}

    private static Instances instances(String text) {
        Checks.require(text.matches("\\d{1,4}(\\.\\.\\d{1,4})?"), text, "instances", "must look like 2 or 1..4");
        String[] bounds = text.split("\\.\\.");
        int min = Integer.parseInt(bounds[0]);
        return new Instances(min, bounds.length == 1 ? min : Integer.parseInt(bounds[1]));
    }

    private static Optional<String> slice(GpuClaim claim) {
        return claim instanceof GpuClaim.MigSlice mig ? Optional.of(mig.profile()) : Optional.empty();
    }

    private static Optional<String> vgpu(GpuClaim claim) {
        return claim instanceof GpuClaim.VirtualGpu vgpu ? Optional.of(vgpu.type()) : Optional.empty();
    }

    private static final class InstancesDraft {
        private int min;
        private int max;

        Instances build() {
            return new Instances(min, max);
        }
    }

    private static final class AffinityDraft {
        private Affinity affinity = Affinity.AFFINED;
        private Set<String> roles = Set.of();

        AffinityRule build() {
            return new AffinityRule(affinity, roles);
        }
    }

    private static final class GpuDraft {
        private String model = "";
        private Optional<String> slice = Optional.empty();
        private Optional<String> vgpu = Optional.empty();
        private int count = 1;

        GpuClaim build() {
            if (slice.isEmpty() && vgpu.isEmpty()) {
                return GpuClaim.whole(model, count);
            }
            Checks.require(count == 1, count, "gpu.count", "must be 1 with a slice or vGPU: an instance gets one");
            Checks.require(slice.isEmpty() || vgpu.isEmpty(), model, "gpu", "must be a slice or a vGPU, not both");
            return slice.map(profile -> GpuClaim.migSlice(model, profile))
                    .orElseGet(() -> GpuClaim.virtualGpu(model, vgpu.orElseThrow()));
        }
    }
}
