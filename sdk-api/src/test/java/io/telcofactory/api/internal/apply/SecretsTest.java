package io.telcofactory.api.internal.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.telcofactory.api.Change;
import io.telcofactory.api.Disruption;
import io.telcofactory.api.Ref;
import io.telcofactory.api.Resource;
import io.telcofactory.api.SecretRef;
import io.telcofactory.api.error.InvalidRequestException;
import io.telcofactory.api.error.NotFoundException;
import io.telcofactory.api.spi.SecretResolver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {
    private static final SecretRef VAULT = SecretRef.parse("vault:operators/acme");
    private static final SecretResolver RESOLVER = place -> Optional.of("from " + place.location())
            .filter(secret -> place.scheme().equals("vault"));

    @TempDir
    private Path folder;

    private record Needy(Set<SecretRef> secrets) implements Resource {
        @Override
        public Ref ref() {
            return Ref.tenant("acme");
        }

        @Override
        public Set<Ref> references() {
            return Set.of();
        }
    }

    private static Secrets of(List<SecretResolver> resolvers, SecretRef... places) {
        Change change = Change.builder()
                .ref(Ref.tenant("acme"))
                .action(Change.Action.CREATE)
                .disruption(Disruption.NONE)
                .desired(new Needy(Set.of(places)))
                .build();
        return Secrets.of(List.of(change), resolvers, "analytics");
    }

    @Test
    void of_placesOfEachScheme_findsThem() throws IOException {
        SecretRef path = SecretRef.environment("PATH");
        SecretRef file = SecretRef.file(
                Files.writeString(folder.resolve("secret"), " geheim \n").toString());

        Secrets secrets = of(List.of(RESOLVER), path, file, VAULT);

        assertThat(secrets.get(path)).isEqualTo(System.getenv("PATH"));
        assertThat(secrets.get(file)).isEqualTo(" geheim ");
        assertThat(secrets.get(VAULT)).isEqualTo("from operators/acme");
    }

    @Test
    void of_resolverThatKnowsTheEnvironment_isAskedFirst() {
        SecretRef path = SecretRef.environment("PATH");

        assertThat(of(List.of(place -> Optional.of("other")), path).get(path)).isEqualTo("other");
    }

    @Test
    void of_missingSecrets_namesAllPlacesAndWhoNeedsThem() {
        SecretRef file = SecretRef.file(folder.resolve("absent").toString());

        assertThatThrownBy(() -> of(List.of(), file, VAULT))
                .isInstanceOf(NotFoundException.class)
                .hasMessageContaining(
                        "No secret at " + file + " (for tenant/acme), vault:operators/acme (for tenant/acme)")
                .hasMessageContaining("Nothing was changed");
    }

    @Test
    void of_emptySecret_isRefused() {
        assertThatThrownBy(() -> of(List.of(place -> Optional.of("")), VAULT))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("The secret at vault:operators/acme is empty");
    }

    @Test
    void get_placeThatNoChangeNames_isAnErrorOfTheProgram() {
        Secrets secrets = of(List.of(RESOLVER));

        assertThatThrownBy(() -> secrets.get(VAULT)).isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"env:NAME", "file:/run/secrets/a:b", "vault:kv/acme#password"})
    void parse_printed_isTheSame(String text) {
        assertThat(SecretRef.parse(text)).hasToString(text);
    }

    @Test
    void parse_secretItself_isRefusedAndNotShown() {
        assertThatThrownBy(() -> SecretRef.parse("hunter2"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must look like env:NAME")
                .hasMessageNotContaining("hunter2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"env:1A", "env:A-B", "env:", "Vault:x", "file:"})
    void parse_malformedPlace_isRefused(String text) {
        assertThatThrownBy(() -> SecretRef.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
