package io.telcofactory.api.service;

import io.telcofactory.api.internal.Checks;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads conditions, and joins them. */
final class ConditionParser {
    private static final Pattern TOKEN = Pattern.compile(
            "\\s*(?:(?<sign>[()])|(?<word>and|or|not)\\b|(?<metric>[A-Z][A-Z0-9_]*)\\s*(?<relation>>=|<=|!=|>|<|=)\\s*"
                    + "(?<limit>-?[0-9.]+(?: ?%| ?(?:W|[KMGT]?i?B)\\b)?))");

    private final String text;
    private final Matcher matcher;
    private int position;

    ConditionParser(String text) {
        this.text = text;
        this.matcher = TOKEN.matcher(text);
    }

    static List<Condition> several(List<Condition> terms) {
        Checks.require(terms.size() > 1, terms, "condition", "must join at least two conditions");
        return List.copyOf(terms);
    }

    static Set<Metric> metrics(List<Condition> terms) {
        return terms.stream()
                .flatMap(term -> term.metrics().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    static String join(List<Condition> terms, String word) {
        return terms.stream()
                .map(term -> term instanceof Condition.All || term instanceof Condition.Any
                        ? "(" + term + ")"
                        : term.toString())
                .collect(Collectors.joining(word));
    }

    Condition parse() {
        Condition condition = condition();
        require(rest().isBlank());
        return condition;
    }

    private Condition condition() {
        Condition first = term();
        for (String word : List.of("and", "or")) {
            if (take(word)) {
                List<Condition> terms = new ArrayList<>(List.of(first, term()));
                while (take(word)) {
                    terms.add(term());
                }
                return word.equals("and") ? new Condition.All(terms) : new Condition.Any(terms);
            }
        }
        return first;
    }

    private Condition term() {
        if (take("not")) {
            return new Condition.Not(term());
        }
        if (take("(")) {
            Condition inner = condition();
            require(take(")"));
            return inner;
        }
        require(look() && matcher.group("metric") != null);
        position = matcher.end();
        Metric metric = new Metric(matcher.group("metric"));
        String sign = matcher.group("relation");
        Condition.Relation relation = Arrays.stream(Condition.Relation.values())
                .filter(candidate -> candidate.sign().equals(sign))
                .findFirst()
                .orElseThrow();
        return new Condition.Comparison(
                metric,
                relation,
                Quantities.parse(metric, matcher.group("limit").strip()));
    }

    /** Goes past a word or sign if it comes next. */
    private boolean take(String wanted) {
        boolean next = look() && (wanted.equals(matcher.group("sign")) || wanted.equals(matcher.group("word")));
        position = next ? matcher.end() : position;
        return next;
    }

    private boolean look() {
        return matcher.region(position, text.length()).lookingAt();
    }

    private String rest() {
        return text.substring(position);
    }

    private void require(boolean readable) {
        Checks.require(
                readable,
                text,
                "condition",
                "can't be read from '" + rest().strip()
                        + "' on; it must look like CPU > 80 % and (REQUESTS_WAITING >= 8 or MEMORY > 4 GiB)");
    }
}
