package io.telcofactory.upf.flow;

import static io.telcofactory.upf.flow.FlowDescription.invalid;

import io.telcofactory.api.network.PortRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads flow descriptions token by token, so that a refusal can name the token. */
final class FlowParser {
    private final String text;
    private final String[] tokens;
    private int next;

    private FlowParser(String text) {
        this.text = text;
        this.tokens = text.strip().split("\\s+");
    }

    static FlowDescription parse(String text) {
        FlowParser parser = new FlowParser(text);
        parser.expect("permit");
        parser.expect("out");
        List<FlowDescription> all = parser.rest(IpPrefix::parse, false);
        if (all.size() > 1) {
            throw invalid(text, "has a list of ports: only one port or range on each side is understood everywhere");
        }
        return all.get(0);
    }

    static List<FlowDescription> split(String text) {
        FlowParser parser = new FlowParser(text);
        parser.expect("permit");
        boolean uplink = parser.peek("in");
        parser.expect(uplink ? "in" : "out");
        return parser.rest(IpPrefix::around, uplink);
    }

    private List<FlowDescription> rest(Function<String, IpPrefix> prefix, boolean swap) {
        IpProtocol protocol = IpProtocol.parse(take("a protocol"));
        expect("from");
        List<FlowEnd> sources = ends(prefix);
        expect("to");
        List<FlowEnd> targets = ends(prefix);
        if (next < tokens.length) {
            throw invalid(text, "has '" + tokens[next] + "' at its end, where nothing may follow");
        }
        List<FlowDescription> all = new ArrayList<>();
        for (FlowEnd source : sources) {
            for (FlowEnd target : targets) {
                all.add(
                        swap
                                ? new FlowDescription(protocol, target, source)
                                : new FlowDescription(protocol, source, target));
            }
        }
        return all;
    }

    private List<FlowEnd> ends(Function<String, IpPrefix> prefix) {
        FlowAddress address = address(take("an address"), prefix);
        if (next == tokens.length || !Character.isDigit(tokens[next].charAt(0))) {
            return List.of(new FlowEnd(address, Optional.empty()));
        }
        return Stream.of(take("ports").split(",", -1))
                .map(ports -> new FlowEnd(address, Optional.of(PortRange.parse(ports))))
                .toList();
    }

    private FlowAddress address(String token, Function<String, IpPrefix> prefix) {
        if (token.startsWith("!")) {
            throw invalid(text, "inverts an address with '!', which no core supports");
        }
        return switch (token) {
            case "any" -> FlowAddress.Keyword.ANY;
            case "assigned" -> FlowAddress.Keyword.ASSIGNED;
            default -> prefix.apply(token);
        };
    }

    private boolean peek(String word) {
        return next < tokens.length && tokens[next].equals(word);
    }

    private void expect(String word) {
        String token = take("'" + word + "'");
        if (!token.equals(word)) {
            throw invalid(text, "has '" + token + "' where '" + word + "' must stand");
        }
    }

    private String take(String what) {
        if (next == tokens.length) {
            throw invalid(text, "ends where " + what + " must follow");
        }
        return tokens[next++];
    }
}
