package io.telcofactory.opennebula.backend;

import static org.assertj.core.api.Assertions.assertThat;

import io.telcofactory.api.compute.EpaProfile;
import io.telcofactory.opennebula.backend.render.EpaForm;
import io.telcofactory.opennebula.backend.render.RoleForm;
import io.telcofactory.opennebula.backend.render.SecurityRules;
import io.telcofactory.opennebula.model.OneTemplate;
import io.telcofactory.opennebula.xml.MalformedXmlException;
import io.telcofactory.opennebula.xml.XmlNode;
import io.telcofactory.opennebula.xml.XmlReader;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the server says in several ways reads in one. */
class NormalFormTest {

    @Test
    void quota_defaultUnlimitedAndDecimals_readAsTheyAct() {
        XmlNode group = xml("<GROUP><VM_QUOTA>"
                + "<VM><CLUSTER_IDS>0,100</CLUSTER_IDS><VMS>1</VMS></VM>"
                + "<VM><VMS>-1</VMS><CPU>16.0</CPU><MEMORY>16384</MEMORY><PCI_DEV>-2</PCI_DEV></VM></VM_QUOTA>"
                + "<DEFAULT_GROUP_QUOTAS><VM_QUOTA><VM><VMS>9</VMS></VM></VM_QUOTA></DEFAULT_GROUP_QUOTAS></GROUP>");

        assertThat(quota(group))
                .containsEntry("quota.vms", "9")
                .containsEntry("quota.vcpus", "16")
                .containsEntry("quota.memory", "16 GiB")
                .containsEntry("quota.gpus", "unlimited");
    }

    private static Map<String, String> quota(XmlNode group) {
        return new GroupQuota(group, new ProviderNames(new FakeSite().pools())).fields();
    }

    @Test
    void quota_neverSet_hasNoFields() {
        assertThat(quota(xml("<GROUP><VM_QUOTA></VM_QUOTA></GROUP>"))).isEmpty();
    }

    @Test
    void securityRules_otherOrderAndCase_readAlike() {
        XmlNode group = xml("<SECURITY_GROUP><TEMPLATE>"
                + "<RULE><RULE_TYPE>outbound</RULE_TYPE><PROTOCOL>all</PROTOCOL></RULE>"
                + "<RULE><RULE_TYPE>Inbound</RULE_TYPE><PROTOCOL>tcp</PROTOCOL><RANGE>8554</RANGE>"
                + "<IP>10.45.0.0</IP><SIZE>65536</SIZE></RULE></TEMPLATE></SECURITY_GROUP>");

        assertThat(SecurityRules.of(group)).isEqualTo(SecurityRules.text(Samples.CAMERAS.securityRules()));
    }

    @Test
    void role_sharedCpu_isNotTheSameAsWholeOnes() {
        XmlNode template =
                xml("<VMTEMPLATE><TEMPLATE><CPU>0.5</CPU><VCPU>2</VCPU><MEMORY>1024</MEMORY></TEMPLATE></VMTEMPLATE>");

        assertThat(RoleForm.of(template).fields(""))
                .containsEntry("vcpus", "2 (CPU 0.5)")
                .containsEntry("memory", "1 GiB");
    }

    @Test
    void cpuFeatures_otherOrderAndBlanks_readAlikeAndAreWrittenSorted() {
        EpaProfile profile = EpaProfile.builder()
                .cpuModel("host-passthrough")
                .addCpuFeatures("avx512f", "avx2")
                .build();
        OneTemplate.Builder template = OneTemplate.builder();
        EpaForm.of(profile).write(template);

        assertThat(template.build().vectors("CPU_MODEL"))
                .containsExactly(Map.of("MODEL", "host-passthrough", "FEATURES", "avx2,avx512f"));
        assertThat(EpaForm.of(xml("<VMTEMPLATE><TEMPLATE><CPU_MODEL><MODEL>host-passthrough</MODEL>"
                        + "<FEATURES>avx512f, avx2</FEATURES></CPU_MODEL></TEMPLATE></VMTEMPLATE>")))
                .isEqualTo(EpaForm.of(profile));
    }

    private static XmlNode xml(String text) {
        try {
            return XmlReader.parse(text);
        } catch (MalformedXmlException e) {
            throw new AssertionError(e);
        }
    }
}
