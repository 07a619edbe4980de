package io.telcofactory.examples;

import io.telcofactory.opennebula.Credentials;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What the main job was asked to do.
 *
 * @param blueprint the blueprint document
 * @param site the site document
 * @param frontEnd the real front-end, or empty for the embedded fake
 * @param steering what the N6 side talks to
 * @param planOnly whether to stop after the plan
 * @param keep whether to leave everything in place at the end
 */
record Arguments(
        Path blueprint, Path site, Optional<FrontEnd> frontEnd, Steering steering, boolean planOnly, boolean keep) {

    static final String USAGE = """
            Runs the Real-Time Industrial Analytics job. Without arguments, on embedded fakes.

              --endpoint URL       OpenNebula's XML-RPC endpoint; default: ONE_XMLRPC, else the embedded fake
              --flow-endpoint URL  OneFlow's endpoint; default: ONEFLOW_URL, else port 2474 of the same host
              --auth FILE          file that holds user:password; default: ONE_AUTH, else ~/.one/one_auth
              --fake               use the embedded fake whatever the environment says
              --blueprint FILE     default: examples/blueprints/industrial-analytics.yaml
              --site FILE          default: examples/blueprints/site.yaml
              --steering WHAT      fake (default), none, or the URL of a NEF
              --plan-only          print the plan and exit: 0 no changes, 2 changes, 1 errors
              --keep               do not destroy at the end
            """;

    private static final int FLOW_PORT = 2474;

    /**
     * A real front-end.
     *
     * @param endpoint of XML-RPC
     * @param flowEndpoint of OneFlow
     * @param credentials who we are there
     */
    record FrontEnd(URI endpoint, URI flowEndpoint, Credentials credentials) {}

    /**
     * The N6 side.
     *
     * @param kind what it is
     * @param nef where the NEF is, if it is a real one
     */
    record Steering(Kind kind, Optional<URI> nef) {
        enum Kind {
            FAKE,
            NONE,
            REAL
        }

        static Steering parse(String text) {
            return switch (text) {
                case "fake" -> new Steering(Kind.FAKE, Optional.empty());
                case "none" -> new Steering(Kind.NONE, Optional.empty());
                default -> new Steering(Kind.REAL, Optional.of(URI.create(text)));
            };
        }
    }

    static Arguments parse(String[] args, Map<String, String> environment) {
        Words words = new Words(args);
        boolean fake = words.flag("--fake");
        Optional<String> endpoint =
                fake ? Optional.empty() : words.value("--endpoint").or(() -> of(environment, "ONE_XMLRPC"));
        Optional<String> flow = words.value("--flow-endpoint").or(() -> of(environment, "ONEFLOW_URL"));
        Optional<Path> auth = words.value("--auth").map(Path::of);
        Arguments arguments = new Arguments(
                file(words.value("--blueprint"), "industrial-analytics.yaml"),
                file(words.value("--site"), "site.yaml"),
                endpoint.map(URI::create)
                        .map(uri -> new FrontEnd(
                                uri,
                                flow.map(URI::create).orElseGet(() -> flowBeside(uri)),
                                auth.map(Credentials::fromFile).orElseGet(Credentials::fromEnvironment))),
                words.value("--steering").map(Steering::parse).orElseGet(() -> Steering.parse("fake")),
                words.flag("--plan-only"),
                words.flag("--keep"));
        words.requireAllRead();
        return arguments;
    }

    private static Optional<String> of(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }

    private static URI flowBeside(URI endpoint) {
        return URI.create(endpoint.getScheme() + "://" + endpoint.getHost() + ":" + FLOW_PORT);
    }

    /** The shipped documents lie in the module; the program may be started in it or in the root above it. */
    private static Path file(Optional<String> given, String shipped) {
        UnaryOperator<Path> existing =
                path -> Files.exists(path) ? path : Path.of("examples").resolve(path);
        return given.map(Path::of).map(existing).orElseGet(() -> existing.apply(Path.of("blueprints", shipped)));
    }
}
