package io.telcofactory.opennebula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.telcofactory.api.error.AuthenticationException;
import io.telcofactory.api.error.NotFoundException;
import io.telcofactory.opennebula.model.Host;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

@EnabledIfEnvironmentVariable(named = "ONE_XMLRPC", matches = ".+")
class RealServerTest {
    private final OpenNebula one = OpenNebula.connect(System.getenv("ONE_XMLRPC"), Credentials.fromEnvironment());

    @Test
    void version_ofServer_isSeven() {
        assertThat(one.frontEnd().version()).startsWith("7.");
    }

    @Test
    void list_hosts_haveNumaNodes() {
        try (Stream<Host> hosts = one.hosts().list()) {
            List<Host> all = hosts.toList();
            assertThat(all)
                    .isNotEmpty()
                    .anySatisfy(host -> assertThat(host.numaNodes()).isNotEmpty());
        }
    }

    @Test
    void get_missing_isNotFound() {
        assertThatThrownBy(() -> one.vms().get(99_999_999)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void call_wrongPassword_isAuthentication() {
        assertThatThrownBy(() ->
                        one.as(Credentials.of("oneadmin", "wrong")).frontEnd().version())
                .isInstanceOf(AuthenticationException.class);
    }
}
