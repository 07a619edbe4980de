package io.telcofactory.api.internal.check;

import static io.telcofactory.api.internal.check.Situation.service;
import static org.assertj.core.api.Assertions.assertThat;

import io.telcofactory.api.Finding;
import io.telcofactory.api.SecretRef;
import io.telcofactory.api.compute.DataSize;
import io.telcofactory.api.service.AiService;
import io.telcofactory.api.service.Appliance;
import io.telcofactory.api.site.Inventory;
import io.telcofactory.api.site.UserInput;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AppliancesFitTest {
    private static final List<UserInput> INPUTS = List.of(
            input("MODEL", true, UserInput.Type.TEXT, ""),
            input("PORT", true, UserInput.Type.NUMBER, "8000"),
            input("TOKEN", false, UserInput.Type.PASSWORD, ""),
            new UserInput("BITS", false, UserInput.Type.LIST, List.of("0", "4"), Optional.of("0")));
    private static final Inventory.App VLLM = new Inventory.App(7, "Vllm", "public", true, INPUTS);

    private final Situation situation = new Situation();

    @Test
    void examine_whatTheAppAsksFor_isWell() {
        assertThat(examine(app -> app.parameter("MODEL", "m").parameter("BITS", 4), VLLM))
                .isEmpty();
    }

    @Test
    void examine_unknownMissingAndWrongParameters_areErrorsOfTheirOwn() {
        assertThat(examine(
                        app -> app.parameter("MODLE", "m").parameter("BITS", 8).parameter("PORT", "x"), VLLM))
                .allSatisfy(finding -> assertThat(finding.code()).isEqualTo("appliance-parameter"))
                .extracting(Finding::message)
                .containsExactly(
                        "appliance 'Vllm' of role llm: it has no parameter MODLE",
                        "appliance 'Vllm' of role llm: parameter MODEL is mandatory and has no default",
                        "appliance 'Vllm' of role llm: parameter PORT is 'x' and must be a whole number",
                        "appliance 'Vllm' of role llm: parameter BITS is '8' and must be one of 0, 4");
    }

    @Test
    void examine_passwordInTheBlueprint_isAnErrorThatDoesNotRepeatIt() {
        assertThat(examine(app -> app.parameter("MODEL", "m").parameter("TOKEN", "hf_secret"), VLLM))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.code()).isEqualTo("appliance-parameter");
                    assertThat(finding.toString()).doesNotContain("hf_secret");
                });
    }

    @Test
    void examine_passwordAmongTheSecrets_isWell() {
        AiService service = service(
                "chat",
                s -> s.role(
                        "llm",
                        role -> role.appliance("Vllm", app -> app.parameter("MODEL", "m"))
                                .secret("TOKEN", SecretRef.environment("HF_TOKEN"))
                                .vcpus(2)
                                .memory(DataSize.gibibytes(4))));

        assertThat(new Situation()
                        .want(service)
                        .inventory(inventory -> inventory.addApps(VLLM))
                        .examine(new AppliancesFit()))
                .isEmpty();
    }

    @Test
    void examine_nameThatNoMarketplaceHas_namesThoseThatAreThere() {
        assertThat(examine(app -> {}, new Inventory.App(7, "Nim", "public", true, List.of())))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.code()).isEqualTo("appliance-missing");
                    assertThat(finding.remedy()).endsWith("Nim");
                });
    }

    @Test
    void examine_appThatLeft_isNoErrorWhileItsServiceRuns() {
        AiService service = wanting(app -> {});

        assertThat(situation.want(service).running(service, Map.of("llm", 1)).examine(new AppliancesFit()))
                .isEmpty();
    }

    @Test
    void examine_nameInTwoMarketplaces_isAmbiguousUnlessOneIsNamed() {
        Inventory.App own = new Inventory.App(9, "Vllm", "own", true, INPUTS);

        assertThat(examine(app -> app.parameter("MODEL", "m"), VLLM, own))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.code()).isEqualTo("appliance-ambiguous");
                    assertThat(finding.message()).endsWith("app 7 of public, app 9 of own");
                });
        assertThat(examine(app -> app.marketplace("own").parameter("MODEL", "m"), VLLM, own))
                .isEmpty();
    }

    @Test
    void examine_appThatIsNotOneImage_isNotUsable() {
        assertThat(examine(app -> {}, new Inventory.App(7, "Vllm", "public", false, List.of())))
                .extracting(Finding::code)
                .containsExactly("appliance-not-usable");
    }

    @ParameterizedTest
    @CsvSource({
        "NUMBER, 8000, true",
        "NUMBER, 8.5, false",
        "DECIMAL, 8.5, true",
        "DECIMAL, x, false",
        "RANGE, 1, true",
        "RANGE, 9, true",
        "RANGE, 10, false",
        "DECIMAL_RANGE, 9.0, true",
        "DECIMAL_RANGE, 9.1, false",
        "LIST, 9, true",
        "LIST, 5, false",
        "LIST_MULTIPLE, '1,9', true",
        "LIST_MULTIPLE, '1,5', false",
        "BOOLEAN, NO, true",
        "BOOLEAN, true, false",
        "TEXT64, YWI=, true",
        "TEXT64, a b, false",
        "FIXED, 3, true",
        "FIXED, 4, false",
        "TEXT, any, true",
        "UNKNOWN, any, true"
    })
    void refusal_valueOfEachType_isTakenOrNot(UserInput.Type type, String value, boolean taken) {
        UserInput input = new UserInput("X", false, type, List.of("1", "9"), Optional.of("3"));

        assertThat(input.refusal(value).isEmpty()).isEqualTo(taken);
    }

    private List<Finding> examine(Consumer<Appliance.Builder> appliance, Inventory.App... apps) {
        return new Situation()
                .want(wanting(appliance))
                .inventory(inventory -> inventory.addApps(apps))
                .examine(new AppliancesFit());
    }

    private static AiService wanting(Consumer<Appliance.Builder> appliance) {
        return service(
                "chat",
                s -> s.role(
                        "llm",
                        role -> role.appliance("Vllm", appliance).vcpus(2).memory(DataSize.gibibytes(4))));
    }

    private static UserInput input(String name, boolean mandatory, UserInput.Type type, String initial) {
        return new UserInput(
                name, mandatory, type, List.of(), Optional.of(initial).filter(text -> !text.isEmpty()));
    }
}
