package io.telcofactory.opennebula.transport;

import io.telcofactory.opennebula.internal.Excerpt;
import io.telcofactory.opennebula.xml.MalformedXmlException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads the markup of an XML-RPC answer: tags and short texts; a long text is given out as a stream. */
final class WireReader {
    private static final int MAX_TAG = 256;

    final byte[] buffer = new byte[1 << 13];
    int position;
    int limit;
    private final InputStream in;
    private long before;
    private byte[] beginning = {};

    WireReader(InputStream in) {
        this.in = in;
    }

    /** Returns the next tag's content, for example {@code value} or {@code /string}, skipping blanks before it. */
    String tag() throws IOException {
        for (; ; ) {
            int b = skipBlank();
            if (b != '<') {
                throw malformed("text where a tag should be");
            }
            String tag = tagAfterBracket();
            if (!tag.startsWith("?")) {
                return tag;
            }
        }
    }

    /** Returns the next tag's content, the '<' being consumed. */
    String tagAfterBracket() throws IOException {
        StringBuilder tag = new StringBuilder(16);
        for (int b = required(); b != '>'; b = required()) {
            if (tag.length() == MAX_TAG || b == '!' || b == '<') {
                throw malformed("an unknown tag");
            }
            tag.append((char) b);
        }
        return tag.toString().strip();
    }

    void expect(String tag) throws IOException {
        String found = tag();
        if (!found.equals(tag)) {
            throw malformed("<" + found + "> where <" + tag + "> should be");
        }
    }

    /** Reads a short text with entities, up to the '<' of the next tag, which is consumed. */
    String shortText(int maxBytes) throws IOException {
        try (TextStream text = new TextStream(this)) {
            byte[] read = text.readNBytes(maxBytes + 1);
            if (read.length > maxBytes) {
                throw malformed("a text longer than " + maxBytes + " bytes");
            }
            return new String(read, StandardCharsets.UTF_8);
        }
    }

    private int skipBlank() throws IOException {
        int b = required();
        while (b == ' ' || b == '\n' || b == '\r' || b == '\t') {
            b = required();
        }
        return b;
    }

    int required() throws IOException {
        if (position == limit && !fill()) {
            throw torn();
        }
        return buffer[position++] & 0xFF;
    }

    boolean fill() throws IOException {
        if (before == 0) {
            beginning = Arrays.copyOf(buffer, Math.min(limit, Excerpt.LONGEST));
        }
        before += limit;
        position = 0;
        limit = 0;
        int read = in.read(buffer, 0, buffer.length);
        limit = Math.max(read, 0);
        return read > 0;
    }

    EOFException torn() {
        return new EOFException("The answer ends after " + (before + limit) + " bytes; " + excerpt());
    }

    MalformedXmlException malformed(String what) {
        return new MalformedXmlException(
                "Not an XML-RPC answer: " + what + " at byte " + (before + position) + "; " + excerpt());
    }

    private String excerpt() {
        return "it begins: " + (before == 0 ? Excerpt.of(buffer, limit) : Excerpt.of(beginning));
    }
}
