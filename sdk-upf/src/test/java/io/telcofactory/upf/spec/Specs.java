package io.telcofactory.upf.spec;

import static java.util.Comparator.comparing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * The official OpenAPI documents, which are no part of this project. Each is looked for in the file that the system property or
 * environment variable {@code SPEC_} with its name gives, for example {@code SPEC_TRAFFIC_INFLUENCE}; else below {@code SPECS_DIR}, or
 * {@code ../shared/data/specs} beside the checkout, by its official name, bundled or with its references in files beside it. Of several
 * releases there {@code SPECS_RELEASE} decides, which is {@code rel17} when it is not set.
 */
public enum Specs {
    /** TrafficInfluence of TS 29.522. */
    TRAFFIC_INFLUENCE("TS29522_TrafficInfluence", "1.2.", "/3gpp-traffic-influence/v1"),
    /** PFD management of TS 29.122. */
    PFD_MANAGEMENT("TS29122_PfdManagement", "1.2.", "/3gpp-pfd-management/v1"),
    /** AsSessionWithQoS of TS 29.122. */
    AS_SESSION_WITH_QOS("TS29122_AsSessionWithQoS", "1.2.", "/3gpp-as-session-with-qos/v1"),
    /** Application support of MEC 011 V2.1.1. */
    MEC_2_1("mec011-v2.1.1-oas30-MecAppSupportApi", "2.1.", "/mec_app_support/v1"),
    /** Application support of MEC 011 V2.1.1, as an OpenAPI 3.1 document. */
    MEC_2_1_OAS31("mec011-v2.1.1-oas31-MecAppSupportApi", "2.1.", "/mec_app_support/v1"),
    /** Application support of MEC 011 V2.2.1. */
    MEC_2_2("mec011-v2.2.1-advantedge-app-support", "2.2.", "/mec_app_support/v1"),
    /** CAMARA Traffic Influence. */
    CAMARA_TRAFFIC_INFLUENCE("traffic-influence", "0.10.", "/traffic-influence/v0.10"),
    /** CAMARA Quality On Demand. */
    CAMARA_QUALITY_ON_DEMAND("quality-on-demand", "1.1.", "/quality-on-demand/v1");

    private static final Map<Specs, Optional<OpenApi>> OPEN = new EnumMap<>(Specs.class);

    private final String official;
    private final String spoken;
    private final String base;

    Specs(String official, String spoken, String base) {
        this.official = official;
        this.spoken = spoken;
        this.base = base;
    }

    /** Returns the path below which the fakes serve what the document describes. */
    public String base() {
        return base;
    }

    /** Opens the document, or skips the test with a printed line when it is not there. */
    public OpenApi open() {
        Optional<OpenApi> document = find();
        Assumptions.assumeTrue(document.isPresent(), official + " is not there");
        return document.orElseThrow();
    }

    /** Finds the document; that it is not there is printed once. */
    public Optional<OpenApi> find() {
        synchronized (OPEN) {
            return OPEN.computeIfAbsent(this, spec -> spec.file().map(file -> OpenApi.read(file, spoken)));
        }
    }

    private Optional<Path> file() {
        Optional<Path> found = setting("SPEC_" + name()).map(Path::of).or(this::below);
        if (found.isEmpty()) {
            System.out.println(
                    "Skipped: no official OpenAPI file " + official + " beside the checkout, in SPECS_DIR or SPEC_"
                            + name() + ", so bodies are not validated against it");
        }
        return found;
    }

    private Optional<Path> below() {
        return folder().flatMap(folder -> {
            try (Stream<Path> files = Files.walk(folder)) {
                String release = setting("SPECS_RELEASE").orElse("rel17");
                return files.filter(this::isNamed)
                        .sorted(comparing((Path file) -> !file.toString().contains(release))
                                .thenComparing(file -> !isBundled(file))
                                .thenComparing(Path::toString))
                        .findFirst();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private boolean isNamed(Path file) {
        String name = file.getFileName().toString();
        String bare = name.replaceFirst("\\.(json|ya?ml)$", "");
        return !bare.equals(name) && (bare.equals(official) || bare.endsWith("-" + official));
    }

    private static boolean isBundled(Path file) {
        return file.toString().toLowerCase(Locale.ROOT).contains("bundled");
    }

    private static Optional<Path> folder() {
        Stream<Path> beside = Stream.iterate(Path.of("").toAbsolutePath(), p -> p != null, Path::getParent)
                .map(folder -> folder.resolve("shared/data/specs"));
        return Stream.concat(setting("SPECS_DIR").map(Path::of).stream(), beside)
                .filter(Files::isDirectory)
                .findFirst();
    }

    private static Optional<String> setting(String name) {
        return Optional.ofNullable(System.getProperty(name, System.getenv(name)))
                .filter(text -> !text.isBlank());
    }
}
