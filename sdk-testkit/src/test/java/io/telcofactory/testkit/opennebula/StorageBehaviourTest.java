package io.telcofactory.testkit.opennebula;

import static org.assertj.core.api.Assertions.assertThat;

import io.telcofactory.testkit.VirtualTime;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Datastores, images and hosts as they were seen on a real 7.4. */
class StorageBehaviourTest {

    private final VirtualTime time = VirtualTime.create();
    private final FakeOpenNebula cloud = FakeOpenNebula.builder()
            .time(time)
            .systemDatastore("system", "default")
            .build();
    private final RawClient admin =
            new RawClient(cloud.transport(), cloud.endpoint(), cloud.flowEndpoint(), cloud.adminCredentials());
    private final int images = datastore("NAME=images\nTYPE=IMAGE_DS\nDS_MAD=dummy\nTM_MAD=dummy");
    private final int files = datastore("NAME=kernels\nTYPE=FILE_DS\nDS_MAD=dummy\nTM_MAD=dummy");

    private int datastore(String template) {
        return admin.ok("one.datastore.allocate", template, 0).id();
    }

    private int image(String template, int datastore) {
        int image = admin.ok("one.image.allocate", template, datastore, true).id();
        time.advance(Duration.ofSeconds(1));
        return image;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DS_MAD=dummy TM_MAD=nope | TM_MAD named \"nope\" is not defined in oned.conf",
                "DS_MAD=nope TM_MAD=dummy | DS_MAD named \"nope\" is not defined in oned.conf",
                "TM_MAD=dummy | No DS_MAD in template.",
                "DS_MAD=dummy | No TM_MAD in template.",
                "TYPE=SYSTEM_DS DS_MAD=dummy TM_MAD=dummy | SYSTEM datastores cannot have DS_MAD defined.",
                "TYPE=BACKUP_DS DS_MAD=rsync"
                        + " | Datastore template is missing the \"RSYNC_HOST\" attribute or it's empty."
            })
    void datastore_withoutWhatItsDriversDemand_isRefused(String template, String refusal) {
        RawClient.Answer refused = admin.call("one.datastore.allocate", "NAME=d\n" + template.replace(' ', '\n'), 0);

        assertThat(refused.code()).isEqualTo(8192);
        assertThat(refused.body()).isEqualTo("[one.datastore.allocate] " + refusal);
    }

    @Test
    void datastore_isDescribedByItsDriver() {
        int system = datastore("NAME=d\nTYPE=SYSTEM_DS\nTM_MAD=ssh");
        int logical = datastore("NAME=e\nTYPE=IMAGE_DS\nTM_MAD=lvm\nDS_MAD=lvm");

        assertThat(admin.ok("one.datastore.info", system).body())
                .contains("<SHARED><![CDATA[NO]]></SHARED>")
                .doesNotContain("<CLONE_TARGET>");
        assertThat(admin.ok("one.datastore.info", logical).body())
                .contains("<DISK_TYPE>2</DISK_TYPE>", "<CLONE_TARGET><![CDATA[SELF]]></CLONE_TARGET>");
    }

    @Test
    void datastore_updated_keepsItsDriversAndType() {
        admin.ok("one.datastore.update", images, "A=b", 0);
        assertThat(admin.ok("one.datastore.info", images).body())
                .contains("<A><![CDATA[b]]></A>", "<TM_MAD><![CDATA[dummy]]></TM_MAD><TYPE><![CDATA[IMAGE_DS]]>");

        RawClient.Answer refused = admin.call("one.datastore.update", images, "TM_MAD=nope", 1);
        assertThat(refused.body())
                .endsWith("Cannot update template. TM_MAD named \"nope\" is not defined in oned.conf");
    }

    @Test
    void datastore_ofImages_cannotBeDisabled() {
        RawClient.Answer refused = admin.call("one.datastore.enable", images, false);

        assertThat(refused.code()).isEqualTo(8192);
        assertThat(refused.body()).endsWith("Only SYSTEM_DS can be disabled or enabled");
    }

    @Test
    void image_inTheWrongDatastore_isRefused() {
        RawClient.Answer kernel =
                admin.call("one.image.allocate", "NAME=k\nTYPE=KERNEL\nPATH=/k\nSIZE=1", images, true);
        RawClient.Answer disk = admin.call("one.image.allocate", "NAME=d\nTYPE=OS\nPATH=/d\nSIZE=1", files, true);

        assertThat(kernel.code()).isEqualTo(16384);
        assertThat(kernel.body())
                .endsWith("IMAGES of type KERNEL, RAMDISK and CONTEXT cannot be registered in an IMAGE_DS datastore");
        assertThat(disk.body())
                .endsWith("Only IMAGES of type KERNEL, RAMDISK and CONTEXT can be registered in a FILE_DS datastore");
    }

    @Test
    void kernel_isNoDisk_isNeverPersistent_andCannotBeCloned() {
        int kernel = image("NAME=k\nTYPE=KERNEL\nPATH=/k\nSIZE=1", files);

        assertThat(admin.call("one.vm.allocate", "CPU=1\nMEMORY=64\nDISK=[IMAGE_ID=" + kernel + "]")
                        .body())
                .endsWith("DISK 0: Image " + kernel + " (k) of type KERNEL cannot be used as DISK.");
        assertThat(admin.call("one.image.persistent", kernel, true).body())
                .endsWith("KERNEL, RAMDISK and CONTEXT must be non-persistent");
        assertThat(admin.call("one.image.clone", kernel, "c", -1).body()).endsWith("KERNEL images cannot be cloned.");
        assertThat(admin.call("one.image.chtype", kernel, "OS").body())
                .endsWith("Cannot change image type to an incompatible type for the current datastore.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SOURCE=/s | Error allocating a new image. SOURCE needs FORMAT to be set.",
                "SOURCE=/s PATH=/p | Error allocating a new image. PATH and SOURCE cannot be both set.",
                "TYPE=CDROM | Cannot parse image SIZE: Either PATH or SOURCE are required for CDROM"
            })
    void image_fromNowhere_isRefused(String template, String refusal) {
        RawClient.Answer refused =
                admin.call("one.image.allocate", "NAME=i\nSIZE=1\n" + template.replace(' ', '\n'), images, true);

        assertThat(refused.body()).isEqualTo("[one.image.allocate] " + refusal);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DISK=[IMAGE_ID=0,SIZE=10] | DISK 0: SIZE of 10MB is less than the image [0] size of 64MB.",
                "DISK=[TYPE=fs] | DISK 0: SIZE attribute must be a positive integer value.",
                "DISK=[IMAGE_ID=0,TARGET=vda] DISK=[IMAGE_ID=0,TARGET=vda] | Two disks have defined the same target"
                        + " vda",
                "OS=[BOOT=cdrom] | Wrong OS/BOOT value: \"cdrom\" should be a comma-separated list of disk# or nic#",
                "VIDEO=[TYPE=virtio,VRAM=1] | Invalid VRAM value in VIDEO attribute, must be >= 1024"
            })
    void machine_withAFlawedDevice_isRefused(String template, String refusal) {
        image("NAME=disk\nTYPE=OS\nPATH=/d\nSIZE=64", images);

        RawClient.Answer refused = admin.call("one.vm.allocate", "CPU=1\nMEMORY=64\n" + template.replace(' ', '\n'));

        assertThat(refused.code()).isEqualTo(8192);
        assertThat(refused.body()).isEqualTo("[one.vm.allocate] " + refusal);
    }

    @Test
    void persistentImage_isForOneMachine() {
        int image = image("NAME=disk\nTYPE=OS\nPATH=/d\nSIZE=64\nPERSISTENT=YES", images);
        String template = "CPU=1\nMEMORY=64\nDISK=[IMAGE_ID=" + image + "]";
        admin.ok("one.vm.allocate", template);

        assertThat(admin.call("one.vm.allocate", template).body())
                .endsWith("DISK 0: Cannot acquire image " + image + ", it is persistent and already in use");
    }

    @Test
    void machine_isMadeWithWhatIsPlannedForIt_andKnowsItsName() {
        int vm = admin.ok(
                        "one.vm.allocate",
                        "NAME=probe\nCPU=1\nMEMORY=64\nCONTEXT=[ME=\"$NAME\"]\nBACKUP_CONFIG=[KEEP_LAST=3]\n"
                                + "SCHED_ACTION=[ACTION=poweroff,TIME=\"+60\"]",
                        true)
                .id();

        assertThat(cloud.contextOf(vm)).containsEntry("ME", "probe");
        assertThat(admin.ok("one.vm.info", vm).body())
                .contains("<SCHED_ACTIONS><ID>0</ID></SCHED_ACTIONS>")
                .contains("<BACKUP_CONFIG><BACKUP_VOLATILE><![CDATA[NO]]></BACKUP_VOLATILE>"
                        + "<FS_FREEZE><![CDATA[NONE]]></FS_FREEZE>")
                .contains("<KEEP_LAST><![CDATA[3]]></KEEP_LAST>");
    }

    @Test
    void host_offline_hasNoCapacityUntilItReportsAgain() {
        int host = admin.ok("one.host.allocate", "std-1", "dummy", "dummy", -1).id();
        assertThat(admin.ok("one.host.info", host).body()).contains("<MONITORING/>");
        time.advance(Duration.ofSeconds(20));
        assertThat(admin.ok("one.host.info", host).body())
                .contains("<TOTALCPU>", "<MAX_CPU>800</MAX_CPU>", "<FREE_CPU><![CDATA[800]]></FREE_CPU>");

        admin.ok("one.host.status", host, 2);
        assertThat(admin.ok("one.host.info", host).body())
                .contains("<MAX_CPU>0</MAX_CPU>", "<TOTAL_MEM>0</TOTAL_MEM>")
                .doesNotContain("<TOTALCPU>");
        admin.ok("one.host.update", host, "A=b", 0);
        assertThat(admin.ok("one.host.info", host).body())
                .contains("<TEMPLATE><A><![CDATA[b]]></A><IM_MAD><![CDATA[dummy]]></IM_MAD>"
                        + "<VM_MAD><![CDATA[dummy]]></VM_MAD></TEMPLATE>");

        admin.ok("one.host.status", host, 0);
        time.advance(Duration.ofSeconds(20));
        assertThat(admin.ok("one.host.info", host).body())
                .contains("<MAX_CPU>800</MAX_CPU>", "<TOTALCPU>", "<MODELNAME>");
    }

    @Test
    void host_withANameOfOneLetter_isRefused() {
        assertThat(admin.call("one.host.allocate", "x", "dummy", "dummy", -1).body())
                .endsWith("HOSTNAME length should be greater than 1, but smaller than 64 characters");
    }
}
