package io.telcofactory.testkit.opennebula;

import static org.assertj.core.api.Assertions.assertThat;

import io.telcofactory.testkit.VirtualTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules, quotas and refusals as they were seen on a real 7.4. */
class TenancyBehaviourTest {

    private final FakeOpenNebula cloud = FakeOpenNebula.edgeSite(VirtualTime.create());
    private final RawClient admin =
            new RawClient(cloud.transport(), cloud.endpoint(), cloud.flowEndpoint(), cloud.adminCredentials());
    private final int group = admin.ok("one.group.allocate", "acme").id();
    private final int user = admin.ok("one.user.allocate", "alice", "secret", "core", List.of(group))
            .id();
    private final RawClient alice = admin.as("alice:secret");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "300000000 | 1100000000 | 1 | 100000000 | [user] INDIVIDUAL (#) and GROUP (@) bits are exclusive",
                "100000000 | 0 | 0 | 0 | [resource] is missing one of the INDIVIDUAL, GROUP, CLUSTER or ALL bits;"
                        + " [resource] type is missing; wrong [rights], it cannot be 0;"
                        + " [zone] is missing one of the INDIVIDUAL or ALL bits",
                "100000000 | 1200000001 | 0 | 300000000 | wrong [rights], it cannot be 0[zone] GROUP (@) bit is not"
                        + " supported",
                "400000001 | 1400000001 | 1 | 100000000 | when using the ALL bit, [user] ID must be 0;"
                        + " when using the ALL bit, [resource] ID must be 0",
                "100000000 | FFFFFF100000000 | 1 | 100000000 | wrong [resource] type"
            })
    void rule_malformed_isToldAllItsFlaws(String user, String resource, String rights, String zone, String flaws) {
        RawClient.Answer refused = admin.call("one.acl.addrule", user, resource, rights, zone);

        assertThat(refused.code()).isEqualTo(8192);
        assertThat(refused.body()).endsWith(" is malformed: " + flaws);
    }

    @ParameterizedTest
    @CsvSource({"1.5, 1.50", "0.333333, 0.33", "2, 2", "1234567890, 1234567936"})
    void quota_isKeptInSinglePrecision_andShowsTwoDecimals(String given, String shown) {
        admin.ok("one.user.quota", user, "VM=[CPU=" + given + "]");

        assertThat(admin.ok("one.user.info", user).body()).contains("<CPU><![CDATA[" + shown + "]]></CPU>");
    }

    @Test
    void quota_withNothingLeftInIt_disappears() {
        admin.ok("one.user.quota", user, "DATASTORE=[ID=101,SIZE=5,IMAGES=3]");
        assertThat(admin.ok("one.user.info", user).body()).contains("<DATASTORE>");

        admin.ok("one.user.quota", user, "DATASTORE=[ID=101,SIZE=-1,IMAGES=-1]");

        assertThat(admin.ok("one.user.info", user).body()).doesNotContain("<DATASTORE>");
    }

    @Test
    void quota_thatIsNoNumber_isNone() {
        admin.ok("one.user.quota", user, "VM=[VMS=\"many\"]");

        assertThat(admin.ok("one.user.info", user).body()).contains("<VM_QUOTA></VM_QUOTA>");
    }

    @Test
    void quota_ofNothing_isRefusedWithWhatWasAsked() {
        RawClient.Answer noId = admin.call("one.user.quota", user, "DATASTORE=[SIZE=1]");
        assertThat(noId.body())
                .isEqualTo("[one.user.quota] Negative limits or bad format in quota DATASTORE = [ SIZE=1 ]");

        RawClient.Answer negative = admin.call("one.user.quota", user, "VM=[CPU=-3]");
        assertThat(negative.code()).isEqualTo(2048);
        assertThat(negative.body()).endsWith("in quota VM = [ CPU=-3,UID=" + user + " ]");
    }

    @Test
    void defaultQuota_cannotBeTakenBackToTheDefault() {
        admin.ok("one.userquota.update", "VM=[VMS=5]");

        RawClient.Answer refused = admin.call("one.userquota.update", "VM=[VMS=-1]");

        assertThat(refused.code()).isEqualTo(2048);
        assertThat(refused.body()).endsWith("Negative limits or bad format in quota VM = [ VMS=-1 ]");
        assertThat(admin.ok("one.userquota.info").body()).contains("<VMS><![CDATA[5]]></VMS>");
    }

    @Test
    void defaultQuota_isNoMatterForATenant() {
        RawClient.Answer refused = alice.call("one.groupquota.update", "VM=[VMS=5]");

        assertThat(refused.code()).isEqualTo(512);
        assertThat(refused.body()).endsWith("The default quotas can only be updated by users in the oneadmin group.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nodriver", "x509", "public", "ldap"})
    void user_ofADriverThatDoesNotAnswer_isNotLetIn(String driver) {
        admin.ok("one.user.allocate", "bob", "secret", driver, List.of(group));

        RawClient.Answer refused = admin.as("bob:secret").call("one.user.info", -1);

        assertThat(refused.code()).isEqualTo(256);
        assertThat(refused.body()).endsWith("User couldn't be authenticated, aborting call.");
    }

    @Test
    void user_ofAnotherDriver_isLetInByAToken() {
        admin.ok("one.user.allocate", "bob", "secret", "x509", List.of(group));
        String token = admin.ok("one.user.login", "bob", "", 60, group).body();

        assertThat(admin.as("bob:" + token).ok("one.user.info", -1).body()).contains("<NAME>bob</NAME>");
    }

    @Test
    void restrictedAttribute_isToldBeforeTheMissingRight() {
        RawClient.Answer machine = alice.call("one.vm.allocate", "NAME=q\nCPU=1\nMEMORY=1\nRAW=[DATA=x]");
        RawClient.Answer image = alice.call("one.image.allocate", "NAME=i\nSIZE=1\nSOURCE=/x", 101, false);

        assertThat(machine.body()).endsWith("VM Template includes a restricted attribute DATA.");
        assertThat(image.body()).endsWith("Template includes a restricted attribute SOURCE.");
    }

    @Test
    void negativeId_isRefusedByRights_beforeThereIsNoSuchObject() {
        assertThat(alice.call("one.template.update", -1, "A=b", 1).body())
                .endsWith("Not authorized to perform MANAGE TEMPLATE.");
        assertThat(admin.call("one.template.update", -1, "A=b", 1).code()).isEqualTo(1024);
    }

    @Test
    void clone_needsToCreate_onTheSourceToo() {
        int template =
                admin.ok("one.template.allocate", "NAME=t\nCPU=1\nMEMORY=64").id();
        int outsiders = admin.ok("one.group.allocate", "outsiders").id();
        admin.ok("one.user.allocate", "eve", "secret", "core", List.of(outsiders));

        assertThat(admin.as("eve:secret")
                        .call("one.template.clone", template, "c", false)
                        .body())
                .endsWith("Not authorized to perform CREATE TEMPLATE [" + template
                        + "]; Not authorized to perform CREATE TEMPLATE.");
    }

    @Test
    void restrictedAttribute_ofAnExistingTemplate_cannotBeChangedByATenant() {
        admin.ok("one.acl.addrule", "2" + String.format("%08x", group), "20400000000", "8");
        int template =
                alice.ok("one.template.allocate", "NAME=t\nCPU=1\nMEMORY=64").id();

        RawClient.Answer added = alice.call("one.template.update", template, "NIC=[MAC=00:11]", 1);
        RawClient.Answer replaced = alice.call("one.template.update", template, "NIC=[MAC=00:11]", 0);

        assertThat(added.code()).isEqualTo(8192);
        assertThat(added.body()).endsWith("Cannot update template. User Template includes a restricted attribute NIC");
        assertThat(replaced.body()).endsWith("Cannot update template. Tried to change restricted attribute: NIC");
        alice.ok("one.template.update", template, "NIC=[NETWORK_ID=0]", 1);
    }

    @Test
    void restrictedAttribute_setByTheAdministrator_staysWhenATenantReplacesTheRest() {
        admin.ok("one.user.update", user, "VM_USE_OPERATIONS=\"none\"", 1);

        alice.ok("one.user.update", user, "A=b", 0);

        assertThat(admin.ok("one.user.info", user).body()).contains("<VM_USE_OPERATIONS>", "<A>");
        assertThat(alice.call("one.user.update", user, "VM_USE_OPERATIONS=all", 1)
                        .code())
                .isEqualTo(8192);
    }

    @Test
    void lockOfEverything_isKeptAsALockOfUse() {
        int template =
                admin.ok("one.template.allocate", "NAME=t\nCPU=1\nMEMORY=64").id();

        admin.ok("one.template.lock", template, 4, false);

        assertThat(admin.ok("one.template.info", template).body()).contains("<LOCKED>1</LOCKED>");
    }

    @Test
    void quotaOfClusters_withoutALimit_disappears() {
        admin.ok("one.user.quota", user, "VM=[CLUSTER_IDS=\"0\",CPU=3]");
        admin.ok("one.user.quota", user, "VM=[CLUSTER_IDS=\"0\",CPU=-1]");

        assertThat(admin.ok("one.user.info", user).body()).doesNotContain("<CLUSTER_IDS>");
    }

    @Test
    void quota_ofAnIdThatIsNone_isRefused() {
        assertThat(admin.call("one.user.quota", user, "DATASTORE=[ID=x,SIZE=5]").body())
                .endsWith("Negative limits or bad format in quota DATASTORE = [ ID=x,SIZE=5 ]");
        assertThat(admin.call("one.userquota.update", "VM=[VMS=1]\nVM=[VMS=2]").body())
                .endsWith("Only one default VM quota can be defined");
    }

    @Test
    void groupAdmin_isMadeByWhoAdministersGroupAndUser() {
        assertThat(alice.call("one.group.addadmin", group, user).body())
                .endsWith("Not authorized to perform ADMIN GROUP [" + group
                        + "]; Not authorized to perform ADMIN USER [" + user + "].");
    }

    @Test
    void instance_changedByWhatIsRestricted_isRefusedBeforeRightsAreAsked() {
        int template =
                admin.ok("one.template.allocate", "NAME=t\nMEMORY=64\nCPU=1").id();
        admin.ok("one.template.chmod", template, 1, 1, 1, 1, 0, 0, 1, 0, 0, false);

        assertThat(alice.call("one.template.instantiate", template, "q", true, "MEMORY_COST=4", false)
                        .body())
                .endsWith("User Template includes a restricted attribute MEMORY_COST.");
        assertThat(alice.ok("one.template.info", template, true).body()).contains("<OTHER_U>1</OTHER_U>");
    }

    @Test
    void quota_isLookedAtBeforeTheMachine() {
        int template = admin.ok("one.template.allocate", "NAME=t\nMEMORY=64").id();
        admin.ok("one.template.chmod", template, 1, 1, 0, 1, 0, 0, 1, 0, 0, false);
        admin.ok("one.user.quota", user, "VM=[VMS=0]");

        assertThat(alice.call("one.template.instantiate", template, "", true, "", false)
                        .body())
                .contains("limit of 0 reached for VMS quota in VM");
    }
}
