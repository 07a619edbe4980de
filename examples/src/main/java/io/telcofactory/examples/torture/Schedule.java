package io.telcofactory.examples.torture;

import io.telcofactory.testkit.Fault;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A history of disturbances, as a value that can be written down and read again.
 *
 * @param job the blueprint
 * @param acts what is done with it, in this order
 * @param appliers how many processes do each act at once
 * @param seed decides in which order they go on; nothing else
 * @param strokes what goes wrong
 */
record Schedule(Job job, List<Act> acts, int appliers, long seed, List<Stroke> strokes) {
    private static final Pattern STROKE = Pattern.compile("([A-Z_]+) at (.+) #(\\d+) in (\\w+)");
    private static final Pattern HEAD = Pattern.compile("(.+): (.+), (\\d+) appliers?, seed (-?\\d+)");

    Schedule {
        acts = List.copyOf(acts);
        strokes = List.copyOf(strokes);
    }

    /** Reads what {@link #toString} wrote. */
    static Schedule parse(String text) {
        String[] parts = text.strip().split("\\s*;\\s*");
        Matcher head = HEAD.matcher(parts[0]);
        if (!head.matches()) {
            throw new IllegalArgumentException(
                    "schedule = '" + text + "' does not begin like 'main job: apply + change," + " 1 applier, seed 7'");
        }
        List<Stroke> strokes = new ArrayList<>();
        for (String part : Arrays.asList(parts).subList(1, parts.length)) {
            Matcher stroke = STROKE.matcher(part);
            if (!stroke.matches()) {
                throw new IllegalArgumentException(
                        "'" + part + "' does not read like 'LOST at one.vn.allocate #1 in apply'");
            }
            strokes.add(new Stroke(
                    Fault.valueOf(stroke.group(1)),
                    stroke.group(2),
                    Integer.parseInt(stroke.group(3)),
                    act(stroke.group(4))));
        }
        Job job = Arrays.stream(Job.values())
                .filter(candidate -> candidate.toString().equals(head.group(1)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no job '" + head.group(1) + "'"));
        List<Act> acts =
                Arrays.stream(head.group(2).split(" \\+ ")).map(Schedule::act).toList();
        return new Schedule(job, acts, Integer.parseInt(head.group(3)), Long.parseLong(head.group(4)), strokes);
    }

    private static Act act(String text) {
        return Act.valueOf(text.toUpperCase(Locale.ROOT));
    }

    List<Stroke> strokes(Act act) {
        return strokes.stream().filter(stroke -> stroke.act() == act).toList();
    }

    /** Whether any stroke is of this kind. */
    boolean has(Fault.Kind kind) {
        return strokes.stream().anyMatch(stroke -> stroke.fault().kind() == kind);
    }

    @Override
    public String toString() {
        String head = job + ": " + acts.stream().map(Act::toString).collect(Collectors.joining(" + ")) + ", " + appliers
                + (appliers == 1 ? " applier" : " appliers") + ", seed " + seed;
        return strokes.stream().map(stroke -> "; " + stroke).collect(Collectors.joining("", head, ""));
    }
}
