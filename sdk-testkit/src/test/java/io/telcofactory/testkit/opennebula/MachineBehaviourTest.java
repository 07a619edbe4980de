package io.telcofactory.testkit.opennebula;

import static org.assertj.core.api.Assertions.assertThat;

import io.telcofactory.testkit.VirtualTime;
import io.telcofactory.testkit.opennebula.internal.oned.Cloud;
import io.telcofactory.testkit.opennebula.internal.server.CallLog;
import io.telcofactory.testkit.opennebula.internal.server.RpcServer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Changes of machines and images as they were seen on a real 7.4. */
class MachineBehaviourTest {

    private final VirtualTime time = VirtualTime.create();
    private final FakeOpenNebula cloud = FakeOpenNebula.edgeSite(time);
    private final RawClient admin =
            new RawClient(cloud.transport(), cloud.endpoint(), cloud.flowEndpoint(), cloud.adminCredentials());

    private int template(String more) {
        return admin.ok("one.template.allocate", "NAME=t\nCPU=0.1\nMEMORY=32\n" + more)
                .id();
    }

    private int running(int template, boolean persistent) {
        int vm = admin.ok("one.template.instantiate", template, "m", false, "", persistent)
                .id();
        time.advance(Duration.ofSeconds(20));
        assertThat(info(vm)).contains("<LCM_STATE>3</LCM_STATE>");
        return vm;
    }

    private String info(int vm) {
        return admin.ok("one.vm.info", vm).body();
    }

    private void settle() {
        time.advance(Duration.ofSeconds(1));
    }

    @Test
    void command_runsUntilItIsCancelled() {
        int vm = running(template(""), false);

        admin.ok("one.vm.exec", vm, "ls", "in");
        assertThat(info(vm)).contains("<LCM_STATE>17</LCM_STATE>");
        settle();
        assertThat(info(vm))
                .contains("<COMMAND><![CDATA[ls]]></COMMAND><STATUS><![CDATA[EXECUTING]]></STATUS>"
                        + "<STDIN><![CDATA[in]]></STDIN>");
        assertThat(admin.call("one.vm.retryexec", vm).body())
                .endsWith("Could not execute command, a command is already being executed");

        admin.ok("one.vm.cancelexec", vm);
        settle();
        assertThat(info(vm)).contains("<STATUS><![CDATA[CANCELLED]]></STATUS>");
        assertThat(admin.call("one.vm.cancelexec", vm).body())
                .endsWith("Could not cancel command, there is no command being executed");

        admin.ok("one.vm.retryexec", vm);
        settle();
        assertThat(info(vm)).contains("<STATUS><![CDATA[EXECUTING]]></STATUS>");
    }

    @Test
    void restore_needsABackup() {
        int vm = running(template(""), false);

        assertThat(admin.call("one.vm.restore", vm, 0, -1, -1).body()).endsWith("Image has to be of type BACKUP");
        assertThat(admin.call("one.vm.restore", vm, 999, -1, -1).code()).isEqualTo(1024);
        assertThat(admin.call("one.vm.restore", vm, 0, -1, 7).body()).endsWith("VM disk does not exist");
    }

    @Test
    void backupThatIsNot_cannotBeCancelled() {
        int vm = running(template(""), false);

        assertThat(admin.call("one.vm.backupcancel", vm).code()).isEqualTo(8192);
    }

    @Test
    void bootOrder_numbersTheDevices() {
        int vm = running(template("DISK=[IMAGE_ID=0]\nDISK=[IMAGE_ID=1]\nOS=[BOOT=\"disk1,disk0\"]"), false);

        assertThat(info(vm)).containsSubsequence("<DISK_ID><![CDATA[0]]>", "<ORDER><![CDATA[2]]></ORDER>");
        assertThat(info(vm)).containsSubsequence("<DISK_ID><![CDATA[1]]>", "<ORDER><![CDATA[1]]></ORDER>");
        admin.ok("one.vm.updateconf", vm, "OS=[BOOT=\"\"]", 0);
        assertThat(info(vm)).doesNotContain("<ORDER>");
        assertThat(admin.call("one.vm.updateconf", vm, "OS=[BOOT=disk7]", 1).body())
                .endsWith("Wrong OS/BOOT value. Device with DISK_ID 7 not found");
    }

    @Test
    void configuration_replacedAsAWhole_losesWhatIsNotNamed() {
        int vm = running(template("GRAPHICS=[TYPE=vnc]\nFEATURES=[PAE=yes]"), false);

        admin.ok("one.vm.updateconf", vm, "FEATURES=[ACPI=yes]", 1);
        assertThat(info(vm)).contains("<GRAPHICS>", "<PAE>", "<ACPI>");

        admin.ok("one.vm.updateconf", vm, "FEATURES=[APIC=yes]", 0);
        assertThat(info(vm)).doesNotContain("<GRAPHICS>", "<PAE>", "<ACPI>").contains("<APIC>");
    }

    @Test
    void persistentInstance_hasATemplateAndImagesOfItsOwn() {
        int template = template("DISK=[IMAGE_ID=0]");

        int vm = admin.ok("one.template.instantiate", template, "mine", false, "", true)
                .id();
        assertThat(info(vm)).contains("<STATE>10</STATE>");
        assertThat(admin.ok("one.templatepool.info", -2, -1, -1).body()).contains("<NAME>mine</NAME>");
        time.advance(Duration.ofSeconds(20));

        assertThat(info(vm)).contains("<LCM_STATE>3</LCM_STATE>", "<CLONING_TEMPLATE_ID>");
        String images = admin.ok("one.imagepool.info", -2, -1, -1).body();
        assertThat(images).contains("<NAME>mine-disk-0</NAME>", "<PERSISTENT>1</PERSISTENT>");
    }

    @Test
    void snapshotsOfAPersistentImage_outliveTheMachine() {
        int vm = running(template("DISK=[IMAGE_ID=0]"), true);
        admin.ok("one.vm.disksnapshotcreate", vm, 0, "one");
        settle();
        admin.ok("one.vm.disksnapshotcreate", vm, 0, "two");
        settle();
        int image = Integer.parseInt(info(vm).replaceAll("(?s).*<IMAGE_ID><!\\[CDATA\\[(\\d+).*", "$1"));
        admin.ok("one.vm.action", "terminate-hard", vm);
        time.advance(Duration.ofSeconds(3));

        assertThat(admin.ok("one.image.info", image).body()).contains("<NAME><![CDATA[two]]></NAME>");
        assertThat(admin.call("one.image.clone", image, "c", -1).body()).endsWith("Cannot clone images with snapshots");
        admin.ok("one.image.snapshotrevert", image, 0);
        assertThat(admin.ok("one.image.info", image).body()).contains("<STATE>4</STATE>");
        settle();
        admin.ok("one.image.snapshotdelete", image, 1);
        settle();
        assertThat(admin.ok("one.image.info", image).body()).doesNotContain("<NAME><![CDATA[two]]></NAME>");
        assertThat(admin.call("one.image.snapshotdelete", image, 9).body()).endsWith("Snapshot does not exist");
        admin.ok("one.image.snapshotflatten", image, 0);
        settle();
        assertThat(admin.ok("one.image.info", image).body()).doesNotContain("<SNAPSHOT>");
    }

    @Test
    void template_deletedWithItsImages_takesThemAlong() {
        int template = template("DISK=[IMAGE_ID=0]");
        int clone = admin.ok("one.template.clone", template, "c", true).id();
        settle();
        assertThat(admin.ok("one.imagepool.info", -2, -1, -1).body()).contains("<NAME>c-disk-0</NAME>");

        admin.ok("one.template.delete", clone, true);
        settle();

        assertThat(admin.ok("one.imagepool.info", -2, -1, -1).body()).doesNotContain("<NAME>c-disk-0</NAME>");
    }

    @Test
    void addressRange_onceLeased_showsThatNothingIsAllocated() {
        int network = admin.ok("one.vn.allocate", "NAME=n\nVN_MAD=dummy\nBRIDGE=b\nAR=[TYPE=IP4,IP=10.0.0.1,SIZE=5]", 0)
                .id();
        settle();
        assertThat(admin.ok("one.vnpool.info", -2, -1, -1).body()).doesNotContain("<ALLOCATED>");

        admin.ok("one.vn.hold", network, "LEASES=[IP=10.0.0.2]");
        admin.ok("one.vn.release", network, "LEASES=[IP=10.0.0.2]");

        assertThat(admin.ok("one.vnpool.info", -2, -1, -1).body()).contains("<ALLOCATED><![CDATA[]]></ALLOCATED>");
    }

    @Test
    void recreatedMachine_forgetsItsSnapshots() {
        int vm = running(template("DISK=[IMAGE_ID=0]"), false);
        admin.ok("one.vm.disksnapshotcreate", vm, 0, "one");
        assertThat(info(vm)).contains("<DISK_SNAPSHOT_ACTIVE>", "<DISK_SNAPSHOT_ID>");
        settle();
        assertThat(info(vm)).contains("<NAME><![CDATA[one]]></NAME>").doesNotContain("<DISK_SNAPSHOT_ACTIVE>");

        admin.ok("one.vm.recover", vm, 4);
        settle();

        assertThat(info(vm))
                .contains("<DEPLOY_ID></DEPLOY_ID>")
                .doesNotContain("<SNAPSHOTS>", "<DISK_SNAPSHOT_TOTAL_SIZE>");
    }

    @Test
    void machineThatWaitsForItsImage_saysSo_andLearnsOfItWhenItIsMade() {
        int template = template("DISK=[IMAGE_ID=0]");
        int vm = admin.ok("one.template.instantiate", template, "mine", false, "", true)
                .id();
        assertThat(info(vm)).contains("<CLONING><![CDATA[YES]]></CLONING>", "<IMAGE_STATE><![CDATA[10]]>");

        settle();

        assertThat(info(vm))
                .contains("<IMAGE_STATE><![CDATA[8]]>", "<SOURCE><![CDATA[dummy_path]]>")
                .doesNotContain("<CLONING>");
    }

    @Test
    void defaultsOfInterfaces_reachThem_andThePoolShowsAliases() {
        int network = admin.ok("one.vn.allocate", "NAME=n\nVN_MAD=dummy\nBRIDGE=b\nAR=[TYPE=IP4,IP=10.0.0.1,SIZE=5]", 0)
                .id();
        settle();
        int vm = running(
                template("NIC_DEFAULT=[MODEL=virtio]\nNIC=[NETWORK_ID=" + network + ",NAME=a]\nNIC_ALIAS=[NETWORK_ID="
                        + network + ",PARENT=a]"),
                false);

        assertThat(info(vm)).contains("<MODEL><![CDATA[virtio]]></MODEL>");
        assertThat(admin.ok("one.vmpool.info", -2, -1, -1, -1).body())
                .containsSubsequence("<NIC><IP><![CDATA[10.0.0.1]]>", "<NIC><IP><![CDATA[10.0.0.2]]>");
    }

    @Test
    void restoreOfABackup_needsOne_butNotAnImage() {
        assertThat(admin.call("one.image.restore", 0, 101, "").body())
                .endsWith("Can only restore images of type BACKUP");
        assertThat(admin.ok("one.image.restore", 999, 101, "").body()).isEmpty();
    }

    @Test
    void library_tellsWhatItIs() {
        assertThat(raw("system.capabilities")).contains("<string>xmlrpc-c</string>");
        assertThat(raw("system.getCapabilities")).contains("<name>specVersion</name>");
    }

    private String raw(String method) {
        String call = "<?xml version=\"1.0\"?><methodCall><methodName>" + method
                + "</methodName><params></params></methodCall>";
        return new String(
                new RpcServer(new Cloud(time), new CallLog()).answer(call.getBytes(StandardCharsets.UTF_8)),
                StandardCharsets.UTF_8);
    }

    @Test
    void zone_takesServersWithoutJoiningThem() {
        assertThat(admin.ok("one.zone.addserver", 0, "SERVER=[NAME=x,ENDPOINT=\"http://localhost:1\"]")
                        .id())
                .isZero();
        assertThat(admin.call("one.zone.addserver", 0, "X=1").body()).endsWith("SERVER not found in template");
        assertThat(admin.ok("one.zone.delserver", 0, 7).id()).isZero();
    }

    @Test
    void publicMarketplace_takesNoApps() {
        assertThat(admin.call("one.marketapp.allocate", "NAME=a\nORIGIN_ID=0\nTYPE=IMAGE", 0)
                        .body())
                .endsWith("Create disabled for market: OpenNebula Public");
        assertThat(admin.call("one.market.allocate", "NAME=m\nMARKET_MAD=http").body())
                .endsWith("MarketPlace template is missing the \"BASE_URL\" attribute or it's empty.");
    }

    @Test
    void accounting_showsTheMachineAsItWasInEachRecord() {
        int first = running(template("DISK=[TYPE=fs,SIZE=64,FORMAT=ext4]"), false);
        admin.ok("one.template.instantiate", 0, "second", true, "", false);
        admin.ok("one.vm.attach", first, "DISK=[TYPE=fs,SIZE=32,FORMAT=ext4]");
        settle();
        admin.ok("one.vm.detach", first, 1);
        settle();
        admin.ok("one.vm.action", "poweroff", first);
        settle();
        admin.ok("one.vm.action", "resume", first);
        settle();

        String[] records = admin.ok("one.vmpool.accounting", -2, -1, -1).body().split("<OID>");

        assertThat(records[1])
                .contains("<ACTION>21</ACTION>", "<LCM_STATE>17</LCM_STATE>", "<SCHED_ACTIONS></SCHED_ACTIONS>")
                .doesNotContain("<SIZE><![CDATA[32]]></SIZE>");
        assertThat(records[2])
                .contains("<ACTION>22</ACTION>", "<LCM_STATE>3</LCM_STATE>", "<SIZE><![CDATA[32]]></SIZE>");
        assertThat(records[3])
                .contains("<ACTION>19</ACTION>", "<SCHED_ACTIONS/>", "<BACKUP_IDS/>")
                .contains("<SIZE><![CDATA[32]]></SIZE>");
        assertThat(records[4]).contains("<LCM_STATE>20</LCM_STATE>").doesNotContain("<SIZE><![CDATA[32]]></SIZE>");
        assertThat(records).hasSize(5);
    }

    @Test
    void accounting_takesStaysThatTouchTheTime() {
        int vm = running(template(""), false);
        String all = admin.ok("one.vmpool.accounting", -2, -1, -1).body();
        int start = Integer.parseInt(all.replaceAll("(?s).*<SEQ>0</SEQ>.*?<STIME>(\\d+)<.*?<ETIME>.*", "$1"));

        assertThat(admin.ok("one.vmpool.accounting", -2, start + 1, -1).body()).contains("<OID>" + vm + "</OID>");
        assertThat(admin.ok("one.vmpool.accounting", -2, -1, start).body()).doesNotContain("<OID>");
        assertThat(admin.ok("one.vmpool.accounting", -2, -1, start + 1).body()).contains("<OID>" + vm + "</OID>");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "TYPE=IP4,IP=10.9.0.10 | true",
                "TYPE=ETHER | true",
                "TYPE=IP4_6,IP=10.9.0.10,GLOBAL_PREFIX=\"2001:db8:9::\" | true",
                "TYPE=IP4_6_STATIC,IP=10.9.0.10,IP6=\"2001:db8:9::10\",PREFIX_LENGTH=64 | false",
                "TYPE=IP6_STATIC,IP6=\"2001:db8:9::10\",PREFIX_LENGTH=64 | false"
            })
    void router_floatingAddress_startsUnlessItIsStaticIpv6(String range, boolean starts) {
        int network = admin.ok("one.vn.allocate", "NAME=n\nVN_MAD=bridge\nBRIDGE=br0\nAR=[" + range + ",SIZE=8]", -1)
                .id();
        settle();
        int router = admin.ok("one.vrouter.allocate", "NAME=r\nNIC=[NETWORK_ID=" + network + ",FLOATING_IP=YES]")
                .id();

        RawClient.Answer started =
                admin.call("one.vrouter.instantiate", router, 1, template("VROUTER=YES"), "r-%i", false, "");

        assertThat(started.code()).isEqualTo(starts ? 0 : 16384);
        if (!starts) {
            assertThat(started.body())
                    .isEqualTo(
                            "[one.vrouter.instantiate] Error allocating a new virtual router. Cannot get IP/MAC lease"
                                    + " from virtual network " + network + ".");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DISK=[SIZE=10,TYPE=zz] | DISK 0: Unknown disk type ZZ",
                "GRAPHICS=[TYPE=VNC,PORT=99999] | Wrong PORT number in GRAPHICS attribute",
                "OS=[KERNEL_DS=\"$FILE[IMAGE_ID=0]\"] | KERNEL needs an image of type KERNEL and not OS",
                "CONTEXT=[FILES_DS=\"$FILE[IMAGE_ID=9]\"]"
                        + " | Error parsing: $FILE[IMAGE_ID=9]. Image with ID: 9 does not exist",
                "CONTEXT=[FILES_DS=\"$FILE[IMAGE_ID=0]\"]"
                        + " | Only images of type CONTEXT can be used in FILE_DS attribute.",
                "SCHED_ACTION=[ACTION=foo,TIME=1] | foo is not supported.",
                "MEMORY_RESIZE_MODE=foo | Unknown MEMORY_RESIZE_MODE: FOO",
                "CPU_COST=-1 | CPU_COST attribute must be a positive float or integer value."
            })
    void machineThatCannotBe_isRefusedAndLeavesNothing(String flaw, String refusal) {
        RawClient.Answer refused = admin.call("one.vm.allocate", "CPU=1\nMEMORY=64\n" + flaw, true);

        assertThat(refused.code()).isEqualTo(8192);
        assertThat(refused.body()).isEqualTo("[one.vm.allocate] " + refusal);
        assertThat(admin.ok("one.vmpool.info", -2, -1, -1, -2).body()).isEqualTo("<VM_POOL></VM_POOL>");
    }

    @Test
    void numberThatIsNone_goesToTheUserTemplate() {
        int vm = admin.ok("one.vm.allocate", "CPU=1\nMEMORY=64\nVCPU_MAX=x\nDISK_COST=2\nTM_MAD_SYSTEM=ssh", true)
                .id();

        String[] templates = info(vm).split("</TEMPLATE>");
        assertThat(templates[0]).contains("<DISK_COST>", "<TM_MAD_SYSTEM>").doesNotContain("VCPU_MAX");
        assertThat(templates[1]).contains("<VCPU_MAX><![CDATA[x]]></VCPU_MAX>");
    }

    @Test
    void contextVariable_isReadFromWhereItPoints() {
        admin.ok("one.vn.allocate", "NAME=lan\nVN_MAD=bridge\nDNS=1.1.1.1\nAR=[TYPE=IP4,IP=10.0.0.1,SIZE=8]", 0);
        settle();
        int vm = admin.ok(
                        "one.vm.allocate",
                        "NAME=v\nCPU=1\nMEMORY=64\nNIC=[NETWORK=lan]\nCONTEXT=[A=\"$NETWORK[DNS, NETWORK=lan]\",B=\"$NIC[IP]\","
                                + "C=\"$uname/$name\",D=\"$NIC[IP, NETWORK=other]\"]",
                        true)
                .id();

        assertThat(info(vm))
                .contains("<A><![CDATA[1.1.1.1]]></A><B><![CDATA[10.0.0.1]]></B><C><![CDATA[oneadmin/v]]></C>")
                .contains("<D><![CDATA[]]></D>");
    }

    @Test
    void processorAndEncryption_areRequiredOfTheHost() {
        int vm = admin.ok(
                        "one.vm.allocate",
                        "CPU=1\nMEMORY=64\nCPU_MODEL=[MODEL=host,FEATURES=\"avx,amx\"]\nMEMORY_ENCRYPTION=[TYPE=SEV]",
                        true)
                .id();

        assertThat(info(vm))
                .contains("!(PIN_POLICY = PINNED) & (KVM_CPU_FEATURES = \"*avx*\") & (KVM_CPU_FEATURES = \"*amx*\")"
                        + " & (MEMORY_ENCRYPTION = \"SEV*\")");
    }

    @Test
    void machineByHand_goesToTheFirstSystemDatastore_andStaysWithItsDriver() {
        int vm = admin.ok("one.vm.allocate", "CPU=0.1\nMEMORY=32", true).id();
        admin.ok("one.vm.deploy", vm, 3, false, -1);
        settle();

        assertThat(info(vm)).contains("<DS_ID>0</DS_ID>");
        assertThat(admin.call("one.vm.migrate", vm, 3, false, false, 100, 0).body())
                .endsWith("Cannot migrate to a system datastore with a different driver");
        assertThat(admin.call("one.vm.disksaveas", vm, 4, "x", "", -1).body())
                .endsWith("Cannot use DISK. DISK does not exist.");
    }
}
