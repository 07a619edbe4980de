package io.telcofactory.opennebula.backend;

import static org.assertj.core.api.Assertions.assertThat;

import io.telcofactory.api.compute.DataSize;
import io.telcofactory.api.compute.EpaProfile;
import io.telcofactory.api.compute.PinPolicy;
import io.telcofactory.api.gpu.GpuClaim;
import io.telcofactory.api.service.Readiness;
import io.telcofactory.api.service.Role;
import io.telcofactory.opennebula.NeedsEnvironment;
import io.telcofactory.opennebula.OpenNebula;
import io.telcofactory.opennebula.backend.render.RoleForm;
import io.telcofactory.opennebula.model.HostState;
import io.telcofactory.opennebula.model.OneObject;
import io.telcofactory.opennebula.model.OneTemplate;
import io.telcofactory.opennebula.model.UpdateMode;
import io.telcofactory.opennebula.model.Vm;
import io.telcofactory.opennebula.model.VmRecovery;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/**
 * What the server makes of our renderings for the hypervisor: it writes the document for libvirt even if the host can't be reached. The
 * front-end must have the driver {@code kvm}; {@code ONE_VMS} names its folder of virtual machines.
 */
@NeedsEnvironment({"ONE_XMLRPC", "ONE_AUTH", "ONE_VMS"})
class RealLibvirtTest {
    private static final List<Integer> MACHINES = new ArrayList<>();

    private static OpenNebula one;
    private static int host = -1;

    @BeforeAll
    static void connect() {
        one = new RealFrontEnd().client();
        host = one.hosts().create("h100-kvm", "dummy", "kvm", 0);
        one.hosts()
                .update(host, OneTemplate.builder().set("PIN_POLICY", "PINNED").build(), UpdateMode.MERGE);
        one.await(one.hosts(), host)
                .within(Duration.ofMinutes(2))
                .until("MONITORED", found -> found.state() == HostState.MONITORED);
    }

    @AfterAll
    static void takeAway() {
        MACHINES.forEach(id -> one.vms().recover(id, VmRecovery.DELETE));
        MACHINES.forEach(id -> one.await(one.vms(), id)
                .stopWhen(failedOnTheWay -> Optional.empty())
                .until("DONE", Vm::done));
        one.hosts().delete(host);
    }

    @Test
    void pinnedRoleOnHugepages_holdsWholeCoresAndNumaMemory() throws Exception {
        Machine machine = start(role(4).epa(EpaProfile.builder()
                .pinning(PinPolicy.CORE)
                .numaNodes(2)
                .hugepages(DataSize.mebibytes(2))
                .build()));

        List<String> pinned = machine.all("/domain/cputune/vcpupin/@cpuset");
        assertThat(pinned).hasSize(4).doesNotHaveDuplicates();
        assertThat(pinned)
                .as("each on threads that the server gave it, of cores that nobody else shares")
                .containsExactlyElementsOf(machine.cpus());
        assertThat(machine.all("/domain/cpu/numa/cell/@cpus")).containsExactly("0-1", "2-3");
        assertThat(machine.all("/domain/cpu/numa/cell/@memory")).containsExactly("262144", "262144");
        assertThat(machine.all("/domain/numatune/memnode/@mode")).containsExactly("strict", "strict");
        assertThat(machine.all("/domain/numatune/memnode/@nodeset")).containsExactlyElementsOf(machine.nodes());
        assertThat(machine.all("/domain/memoryBacking/hugepages/page/@size"))
                .as("in KiB")
                .containsExactly("2048");
    }

    @Test
    void unequalNodes_areCellsOfTheirSizes() throws Exception {
        Machine machine = start(Samples.HELD.role("unequal").toBuilder());

        assertThat(machine.all("/domain/vcpu")).containsExactly("3");
        assertThat(machine.all("/domain/cputune/vcpupin/@cpuset")).hasSize(3).containsExactlyElementsOf(machine.cpus());
        assertThat(machine.all("/domain/cpu/numa/cell/@memory")).containsExactly("524288", "262144");
        assertThat(machine.all("/domain/cpu/@mode")).containsExactly("host-passthrough");
        assertThat(machine.all("/domain/os/type/@machine")).containsExactly("q35");
        assertThat(machine.all("/domain/iothreads")).containsExactly("2");
    }

    @Test
    void sharedPinning_floatsOverTheNode_withSharedMemory() throws Exception {
        Machine machine = start(Samples.HELD.role("sockets").toBuilder());

        assertThat(machine.all("/domain/cpu/topology/@sockets")).containsExactly("2");
        assertThat(machine.all("/domain/cpu/topology/@cores")).containsExactly("1");
        assertThat(machine.all("/domain/cpu/topology/@threads")).containsExactly("2");
        assertThat(machine.all("/domain/memoryBacking/hugepages/page/@size")).containsExactly("2048");
        assertThat(machine.all("/domain/cpu/numa/cell/@memAccess")).containsExactly("shared", "shared");
        assertThat(machine.all("/domain/cputune/vcpupin/@cpuset"))
                .hasSize(4)
                .allSatisfy(cpus -> assertThat(cpus.split(",")).hasSizeGreaterThan(1));
    }

    @Test
    void wholeGpu_isTheHostDeviceThatTheServerChose() throws Exception {
        Machine machine = start(role(2).epa(EpaProfile.builder()
                        .pinning(PinPolicy.THREAD)
                        .hugepages(DataSize.mebibytes(2))
                        .machine("q35")
                        .build())
                .gpu(GpuClaim.whole("H100-SXM-80GB", 1)));

        assertThat(machine.all("/domain/devices/hostdev/@type")).containsExactly("pci");
        String source = "/domain/devices/hostdev/source/address/";
        String address = Stream.of("@domain", "@bus", "@slot", "@function")
                .map(part -> machine.one(source + part).replace("0x", ""))
                .collect(Collectors.joining(":"));
        assertThat(address).isEqualTo(machine.devices().get(0).replace('.', ':'));
    }

    private static Role.Builder role(int vcpus) {
        return Role.builder("one").image("stream-framer").vcpus(vcpus).memory(DataSize.mebibytes(512));
    }

    /** Starts a machine on the host that can't be reached, and reads what was written until that showed. */
    private static Machine start(Role.Builder role) throws Exception {
        int image = id(one.images().list(), "stream-framer");
        OneTemplate.Builder template = OneTemplate.builder().set("NAME", "libvirt");
        RoleForm.of(role.build(), Readiness.RUNNING, Samples.SITE)
                .resolved(image, network -> -1)
                .write(template, 0);
        int id = one.vms().create(template.remove("SCHED_REQUIREMENTS").build(), true);
        MACHINES.add(id);
        // without a datastore named, the server may take one that is disabled
        int datastore = id(one.datastores().list(), "system-dummy");
        one.vms().deploy(id, host, true, datastore, OneTemplate.builder().build());
        Path written = Path.of(System.getenv("ONE_VMS"), Integer.toString(id), "deployment.0");
        Vm vm = one.await(one.vms(), id)
                .within(Duration.ofMinutes(1))
                .every(Duration.ofMillis(300))
                .stopWhen(any -> Optional.empty())
                .until("written for libvirt", any -> complete(written));
        return new Machine(
                vm,
                DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().parse(written.toFile()));
    }

    private static boolean complete(Path written) {
        try {
            return Files.exists(written) && Files.readString(written).strip().endsWith("</domain>");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int id(Stream<? extends OneObject> pool, String name) {
        try (pool) {
            return pool.filter(found -> found.name().equals(name))
                    .map(OneObject::id)
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** A machine and its document. */
    private record Machine(Vm vm, Document document) {

        String one(String path) {
            List<String> found = all(path);
            assertThat(found).as(path).hasSize(1);
            return found.get(0);
        }

        List<String> all(String path) {
            NodeList found;
            try {
                found = (NodeList)
                        XPathFactory.newDefaultInstance().newXPath().evaluate(path, document, XPathConstants.NODESET);
            } catch (XPathExpressionException e) {
                throw new IllegalArgumentException(path, e);
            }
            List<String> texts = new ArrayList<>();
            for (int i = 0; i < found.getLength(); i++) {
                texts.add(found.item(i).getTextContent());
            }
            return texts;
        }

        /** The threads that the server gave it, in the order of its virtual nodes. */
        List<String> cpus() {
            return vm.numaNodes().stream()
                    .flatMap(node -> node.cpus().stream())
                    .map(Object::toString)
                    .toList();
        }

        List<String> nodes() {
            return vm.tree().list("TEMPLATE/NUMA_NODE").stream()
                    .map(node -> node.text("MEMORY_NODE_ID", "").strip())
                    .toList();
        }

        List<String> devices() {
            return vm.tree().list("TEMPLATE/PCI").stream()
                    .map(device -> device.text("ADDRESS", "").strip())
                    .toList();
        }
    }
}
