package io.telcofactory.opennebula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CredentialsTest {
    @TempDir
    private Path home;

    @Test
    void parse_secretWithColons_isSplitAtTheFirst() {
        Credentials credentials = Credentials.parse("alice:a:b");
        assertThat(credentials.user()).isEqualTo("alice");
        assertThat(credentials.secret()).isEqualTo("a:b");
        assertThat(credentials.session()).isEqualTo("alice:a:b");
    }

    @Test
    void toString_hidesTheSecret() {
        assertThat(Credentials.of("alice", "geheim")).hasToString("alice:****");
    }

    @Test
    void parse_noSecret_isRefusedWithoutShowingIt() {
        assertThatThrownBy(() -> Credentials.parse("geheim")).hasMessageNotContaining("geheim");
        assertThatThrownBy(() -> Credentials.of("a:b", "c")).hasMessageContaining("no colon");
        assertThatThrownBy(() -> Credentials.of("a", "")).hasMessageContaining("empty");
    }

    @Test
    void fromEnvironment_fileNamed_isRead() throws IOException {
        Path file = Files.writeString(home.resolve("auth"), "oneadmin:opennebula\nsecond line\n");
        assertThat(Credentials.fromEnvironment(Map.of("ONE_AUTH", file.toString()), home)
                        .session())
                .isEqualTo("oneadmin:opennebula");
    }

    @Test
    void fromEnvironment_nothingNamed_readsTheHome() throws IOException {
        Files.createDirectories(home.resolve(".one"));
        Files.writeString(home.resolve(".one").resolve("one_auth"), "bob:secret");
        assertThat(Credentials.fromEnvironment(Map.of(), home).user()).isEqualTo("bob");
        assertThat(Credentials.fromEnvironment(Map.of("ONE_AUTH", "eve:secret"), home)
                        .user())
                .isEqualTo("eve");
    }
}
