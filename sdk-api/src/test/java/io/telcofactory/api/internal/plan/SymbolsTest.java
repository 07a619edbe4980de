package io.telcofactory.api.internal.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.telcofactory.api.Ref;
import io.telcofactory.api.site.Inventory;
import io.telcofactory.api.spi.Owned;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SymbolsTest {
    private static final Ref CAMERAS = new Ref(Ref.NETWORK, "acme", "cameras");
    private static final World WORLD = new World(
            Map.of(
                    CAMERAS,
                    Owned.builder()
                            .ref(CAMERAS)
                            .blueprint("b")
                            .putOutputs("id", "7")
                            .build()),
            Inventory.empty(),
            Map.of("image:framer", "12"),
            List.of());

    private final Set<Ref> renewed = new HashSet<>();
    private final Symbols symbols = new Symbols(WORLD, renewed);

    @ParameterizedTest
    @CsvSource({
        "nothing to do, nothing to do",
        "${network/acme/cameras:id}, 7",
        "${image:framer}, 12",
        "<${image:framer}|${network/acme/cameras:id}>, <12|7>",
        "${image:framer}${image:framer}, 1212",
        "${image:other}, ${image:other}",
        "${network/acme/cameras:vlan}, ${network/acme/cameras:vlan}",
        "${image:other} ${image:framer}, ${image:other} 12",
        "${HOME:-${image:framer}}, ${HOME:-12}",
        "${HOME {image:framer}}, ${HOME {image:framer}}",
        "a } ${image:framer} }, a } 12 }",
        "${image:framer} ${, 12 ${",
        "${}, ${}",
        "$1 \\ ${image:framer}, $1 \\ 12"
    })
    void resolve_text_hasWhatIsKnownInPlaceOfItsSymbols(String text, String resolved) {
        assertThat(symbols.resolve(text)).isEqualTo(resolved);
    }

    @Test
    void resolve_outputOfWhatIsMadeAgain_staysASymbol() {
        renewed.add(CAMERAS);
        assertThat(symbols.resolve("${network/acme/cameras:id}")).isEqualTo("${network/acme/cameras:id}");
    }
}
