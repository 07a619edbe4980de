package io.telcofactory.gpu;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Damages text as broken pipes, other versions and careless hands do, to see what readers make of it. */
public final class Damage {
    private static final String LETTERS = "0123456789|:{},.+-*[]\" aGgMm\t\u00e9";

    private Damage() {}

    /** Returns the text with one to three random damages. */
    public static String to(String text, Random random) {
        String damaged = text;
        for (int times = 1 + random.nextInt(3); times > 0; times--) {
            damaged = once(damaged, random);
        }
        return damaged;
    }

    private static String once(String text, Random random) {
        if (text.isEmpty()) {
            return text;
        }
        int at = random.nextInt(text.length());
        return switch (random.nextInt(6)) {
            case 0 -> text.substring(0, at);
            case 1 -> text.substring(0, at) + text.substring(at + 1);
            case 2 -> text.substring(0, at) + letter(random) + text.substring(at);
            case 3 -> text.substring(0, at) + letter(random) + text.substring(at + 1);
            case 4 -> text.substring(0, at) + "9".repeat(random.nextInt(30)) + text.substring(at);
            default -> shuffleLines(text, random);
        };
    }

    private static char letter(Random random) {
        return LETTERS.charAt(random.nextInt(LETTERS.length()));
    }

    private static String shuffleLines(String text, Random random) {
        List<String> lines = new ArrayList<>(text.lines().toList());
        int line = random.nextInt(lines.size());
        if (random.nextBoolean()) {
            lines.remove(line);
        } else {
            Collections.swap(lines, line, random.nextInt(lines.size()));
        }
        return String.join("\n", lines);
    }
}
