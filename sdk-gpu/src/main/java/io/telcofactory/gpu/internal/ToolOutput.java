package io.telcofactory.gpu.internal;

import io.telcofactory.api.error.InvalidRequestException;
import io.telcofactory.api.error.ProtocolException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a tool printed, line by line; says which line could not be understood, and shows it. */
public final class ToolOutput {
    private final String command;
    private final String text;
    private final List<String> lines;

    /** Takes the text that a command printed. */
    public ToolOutput(String command, String text) {
        this.command = command;
        this.text = text;
        this.lines = text.lines().map(String::trim).toList();
    }

    /** Returns the number of lines. */
    public int size() {
        return lines.size();
    }

    /** Returns a line without the space around it, empty text behind the last. */
    public String line(int index) {
        return index < lines.size() ? lines.get(index) : "";
    }

    /** Matches a whole line. */
    public Optional<Matcher> match(int index, Pattern pattern) {
        return Optional.of(pattern.matcher(line(index))).filter(Matcher::matches);
    }

    /** Makes a value of a line, and puts the blame on the line if the value can't be. */
    public <T> T read(int index, Supplier<T> reader) {
        try {
            return reader.get();
        } catch (IllegalArgumentException | InvalidRequestException e) {
            throw malformed(index, "%s", reason(e));
        }
    }

    /** Makes a value of the output as a whole. */
    public <T> T read(Supplier<T> reader) {
        try {
            return reader.get();
        } catch (IllegalArgumentException | InvalidRequestException e) {
            throw malformed("%s", reason(e));
        }
    }

    private static String reason(RuntimeException e) {
        String message = String.valueOf(e.getMessage());
        return e instanceof InvalidRequestException invalid
                ? message.replace(" (" + invalid.context() + ")", "")
                : message;
    }

    /** Returns the error for a line. */
    public ProtocolException malformed(int index, String format, Object... values) {
        return Errors.malformed(command, line(index), "line " + (index + 1) + ": " + format, values);
    }

    /** Returns the error for the output as a whole. */
    public ProtocolException malformed(String format, Object... values) {
        return Errors.malformed(command, text.isBlank() ? "(nothing)" : text, format, values);
    }
}
