package io.telcofactory.api.internal.plan;

import io.telcofactory.api.Ref;
import io.telcofactory.api.spi.Owned;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts what is known in the place of symbols such as <code>${network/acme/cameras:id}</code>. */
public final class Symbols {
    private static final Pattern SYMBOL = Pattern.compile("\\$\\{([^{}]+)}");

    private final Map<String, String> externals;
    private final Map<String, Owned> byRef = new HashMap<>();
    private final Set<Ref> unknown;

    /**
     * Makes a resolver.
     *
     * @param world what is known
     * @param unknown resources whose outputs will change; may grow while the resolver is used
     */
    public Symbols(World world, Set<Ref> unknown) {
        this.externals = world.externals();
        world.owned().values().forEach(owned -> byRef.put(owned.ref().toString(), owned));
        this.unknown = unknown;
    }

    /**
     * Tells whether a text holds symbols.
     *
     * @param text any text
     * @return true if it does
     */
    public static boolean in(String text) {
        return SYMBOL.matcher(text).find();
    }

    /**
     * Resolves as far as possible.
     *
     * @param text may hold symbols
     * @return the text in which only symbols stand that are not known yet
     */
    public String resolve(String text) {
        if (text.indexOf("${") < 0) {
            return text;
        }
        return SYMBOL.matcher(text)
                .replaceAll(
                        match -> Matcher.quoteReplacement(lookUp(match.group(1)).orElse(match.group())));
    }

    private Optional<String> lookUp(String symbol) {
        String external = externals.get(symbol);
        if (external != null) {
            return Optional.of(external);
        }
        int colon = symbol.lastIndexOf(':');
        Owned owner = colon < 0 ? null : byRef.get(symbol.substring(0, colon));
        return owner == null || unknown.contains(owner.ref())
                ? Optional.empty()
                : Optional.ofNullable(owner.outputs().get(symbol.substring(colon + 1)));
    }
}
