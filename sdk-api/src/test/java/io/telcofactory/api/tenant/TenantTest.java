package io.telcofactory.api.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.telcofactory.api.SecretRef;
import io.telcofactory.api.compute.DataSize;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TenantTest {
    private static final SecretRef SECRET = SecretRef.environment("ALICE");

    private static TenantUser.Builder alice() {
        return TenantUser.builder("alice");
    }

    @Test
    void secrets_usersWithPasswords_areWhereTheseAre() {
        Tenant tenant = Tenant.builder("acme")
                .user("alice", Persona.END_USER, SECRET)
                .addUsers(TenantUser.builder("bob").driver("ldap").build())
                .build();

        assertThat(tenant.secrets()).containsExactly(SECRET);
        assertThat(tenant.users().get(0).driver()).isEqualTo("core");
    }

    @Test
    void build_twoUsersOfOneName_isRefused() {
        Tenant.Builder tenant = Tenant.builder("acme")
                .user("alice", Persona.END_USER, SECRET)
                .user("alice", Persona.SERVICE_ADMIN, SECRET);

        assertThatThrownBy(tenant::build)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("tenant.users = 'alice' must be named only once");
    }

    @Test
    void build_driverAndSecretThatDoNotMatch_isRefused() {
        assertThatThrownBy(() -> alice().build()).hasMessageContaining("user.password = 'alice' must say where");
        assertThatThrownBy(() -> alice().driver("ldap").password(SECRET).build())
                .hasMessageContaining("with driver 'ldap' the server keeps no password");
        assertThatThrownBy(() -> alice().password(SECRET).identity("AAAA").build())
                .hasMessageContaining("user.identity");
        assertThatThrownBy(() -> alice().driver("ssh").identity("ssh-rsa AAAA").build())
                .hasMessageContaining("user.identity = 'ssh-rsa AAAA' must be")
                .hasMessageContaining("without blanks");
        assertThatThrownBy(() -> alice().driver("LDAP").build()).hasMessageContaining("user.driver = 'LDAP'");
    }

    @ParameterizedTest
    @CsvSource({"100-199, 100, 199", "500, 500, 500", "1-4094, 1, 4094"})
    void parse_vlans_isARange(String text, int first, int last) {
        VlanRange range = VlanRange.parse(text);

        assertThat(range).isEqualTo(new VlanRange(first, last)).hasToString(text);
        assertThat(range.contains(first)).isTrue();
        assertThat(range.contains(last)).isTrue();
        assertThat(range.contains(last + 1)).isFalse();
        assertThat(range.contains(first - 1)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0-5", "4095", "9-8", "1-2-3", "-5", "a", "100 - 199"})
    void parse_noVlans_isRefused(String text) {
        assertThatThrownBy(() -> VlanRange.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("vlans");
    }

    @Test
    void build_limitsThatCanNotBe_areRefused() {
        assertThatThrownBy(() -> Quota.builder()
                        .cluster("edge", c -> c.vms(1).putLeases("uplink", 1))
                        .build())
                .hasMessageContaining("quota.clusters = 'edge' must limit machines only");
        assertThatThrownBy(() -> Quota.builder().cluster("edge", c -> {}).build())
                .hasMessageContaining("must limit something");
        assertThatThrownBy(() -> Quota.builder().runningVms(-1).build())
                .hasMessageContaining("quota.runningVms = '-1'");
        assertThatThrownBy(() -> Quota.builder().gpus("H100", -1).build())
                .hasMessageContaining("quota.gpuModels.H100 = '-1'");
        assertThatThrownBy(
                        () -> Quota.builder().systemDisk(DataSize.kibibytes(1)).build())
                .hasMessageContaining("quota.systemDisk");
        assertThatThrownBy(() -> new DatastoreQuota(Optional.empty(), Optional.empty()))
                .hasMessageContaining("must limit size or images");
    }
}
