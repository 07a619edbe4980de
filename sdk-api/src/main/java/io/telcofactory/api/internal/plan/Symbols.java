package io.telcofactory.api.internal.plan;

import io.telcofactory.api.Ref;
import io.telcofactory.api.spi.Owned;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Puts what is known in the place of symbols such as <code>${network/acme/cameras:id}</code>. */
public final class Symbols {
    private static final String OPEN = "${";
    private static final char CLOSE = '}';
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
        int open = text.indexOf(OPEN);
        if (open < 0) {
            return text;
        }
        StringBuilder resolved = new StringBuilder();
        int done = 0;
        while (open >= 0) {
            int close = text.indexOf(CLOSE, open);
            if (close < 0) {
                break;
            }
            open = text.lastIndexOf(OPEN, close); // the innermost: a script may have ${A:-${B}}
            String known = lookUp(text.substring(open + OPEN.length(), close));
            if (known != null) {
                resolved.append(text, done, open).append(known);
                done = close + 1;
            }
            open = text.indexOf(OPEN, close);
        }
        return resolved.append(text, done, text.length()).toString();
    }

    private @Nullable String lookUp(String symbol) {
        String external = externals.get(symbol);
        if (external != null) {
            return external;
        }
        int colon = symbol.lastIndexOf(':');
        Owned owner = colon < 0 ? null : byRef.get(symbol.substring(0, colon));
        return owner == null || unknown.contains(owner.ref())
                ? null
                : owner.outputs().get(symbol.substring(colon + 1));
    }
}
