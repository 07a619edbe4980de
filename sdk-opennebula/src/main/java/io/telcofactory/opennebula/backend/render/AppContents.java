package io.telcofactory.opennebula.backend.render;

import io.telcofactory.api.service.Appliance;
import io.telcofactory.api.site.UserInput;
import io.telcofactory.opennebula.model.MarketplaceApp;
import io.telcofactory.opennebula.model.MarketplaceAppState;
import io.telcofactory.opennebula.model.MarketplaceAppType;
import io.telcofactory.opennebula.model.OneTemplate;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an app of a marketplace holds: how its image and its machine are described. The server gives both as text in base64; making images
 * and templates of them is the client's work.
 */
public final class AppContents {
    /** What a role says itself, what the server adds, and what asks a person. */
    private static final List<String> NOT_TAKEN = List.of(
            "NAME",
            "CPU",
            "VCPU",
            "MEMORY",
            "DISK",
            "NIC",
            "CONTEXT",
            "USER_INPUTS",
            "INPUTS_ORDER",
            "SCHED_REQUIREMENTS",
            "SCHED_RANK",
            "LOGO");

    /** Whether the guest reports itself is for the service to say. */
    private static final List<String> REPORTING = List.of("TOKEN", "REPORT_READY");

    private final MarketplaceApp app;
    private final Optional<OneTemplate> machine;

    private AppContents(MarketplaceApp app) {
        this.app = app;
        this.machine = decode(app.tree().text("TEMPLATE/VMTEMPLATE64").orElse(""));
    }

    public static AppContents of(MarketplaceApp app) {
        return new AppContents(app);
    }

    /** Whether it is one image with a template for its machine, ready to be fetched. */
    public boolean usable() {
        return app.state() == MarketplaceAppState.READY
                && app.type() == MarketplaceAppType.IMAGE
                && machine.isPresent();
    }

    /** What it asks for. */
    public List<UserInput> inputs() {
        List<UserInput> inputs = new ArrayList<>();
        machine.stream()
                .flatMap(template -> template.vectors("USER_INPUTS").stream())
                .forEach(vector -> vector.forEach((name, text) -> inputs.add(input(name, text))));
        return inputs;
    }

    /** How large its image is, in MiB. */
    public long sizeMb() {
        return app.sizeMb();
    }

    /** The template that its image is made from. */
    public OneTemplate image(String name) {
        return decode(app.appTemplate().orElse("")).orElse(OneTemplate.empty()).toBuilder()
                .set("NAME", name)
                .set("FROM_APP", app.id())
                .build();
    }

    /** What the machine's template says besides what a role says. */
    public OneTemplate machine() {
        OneTemplate.Builder rest = machine.orElse(OneTemplate.empty()).toBuilder();
        NOT_TAKEN.forEach(rest::remove);
        return rest.build();
    }

    /** What the guest is told: what the app says, with what is given or the default in the place of what it asks for. */
    public Map<String, String> context(Appliance appliance) {
        Map<String, String> answers = new LinkedHashMap<>();
        for (UserInput input : inputs()) {
            Optional.ofNullable(appliance.parameters().get(input.name()))
                    .or(input::initial)
                    .ifPresent(value -> answers.put(input.name(), value));
        }
        Map<String, String> context = new LinkedHashMap<>();
        machine.stream()
                .flatMap(template -> template.vectors("CONTEXT").stream())
                .forEach(context::putAll);
        REPORTING.forEach(context::remove);
        inputs().forEach(input -> context.values().removeIf(value -> value.equals("$" + input.name())));
        context.putAll(answers);
        return context;
    }

    private static Optional<OneTemplate> decode(String base64) {
        try {
            return Optional.of(base64.strip())
                    .filter(text -> !text.isEmpty())
                    .map(text -> new String(Base64.getMimeDecoder().decode(text), StandardCharsets.UTF_8))
                    .flatMap(TemplateText::read);
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    /** {@code M|list|Quantization|0,4|0}: mandatory or optional, type, description, bounds, default. */
    private static UserInput input(String name, String text) {
        String[] parts = text.split("\\|", -1);
        String bounds = part(parts, 3);
        UserInput.Type type = type(part(parts, 1));
        boolean range = type == UserInput.Type.RANGE || type == UserInput.Type.DECIMAL_RANGE;
        return new UserInput(
                name,
                part(parts, 0).equalsIgnoreCase("M"),
                type,
                bounds.isEmpty() ? List.of() : Arrays.asList(bounds.split(range ? "\\.\\." : ",")),
                Optional.of(part(parts, 4)).filter(initial -> !initial.isEmpty()));
    }

    private static String part(String[] parts, int index) {
        return index < parts.length ? parts[index].strip() : "";
    }

    private static UserInput.Type type(String word) {
        return switch (word) {
            case "text" -> UserInput.Type.TEXT;
            case "text64" -> UserInput.Type.TEXT64;
            case "password" -> UserInput.Type.PASSWORD;
            case "number" -> UserInput.Type.NUMBER;
            case "number-float" -> UserInput.Type.DECIMAL;
            case "range" -> UserInput.Type.RANGE;
            case "range-float" -> UserInput.Type.DECIMAL_RANGE;
            case "list" -> UserInput.Type.LIST;
            case "list-multiple" -> UserInput.Type.LIST_MULTIPLE;
            case "boolean" -> UserInput.Type.BOOLEAN;
            case "fixed" -> UserInput.Type.FIXED;
            default -> UserInput.Type.UNKNOWN;
        };
    }
}
