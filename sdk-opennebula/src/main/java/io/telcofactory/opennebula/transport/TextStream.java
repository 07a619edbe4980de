package io.telcofactory.opennebula.transport;

import java.io.IOException;
import java.io.InputStream;

/** The text of one element with its entities resolved; ends before the next tag, whose '<' it consumes. */
final class TextStream extends InputStream {
    private static final int LONGEST_ENTITY = 10;
    private static final int BRACKET = "&lt;".length();

    private final WireReader wire;
    private final byte[] pending = new byte[4];
    private int pendingFrom;
    private int pendingTo;
    private boolean ended;

    TextStream(WireReader wire) {
        this.wire = wire;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        int written = 0;
        while (written == 0 && !ended) {
            written = drainPending(target, offset, length);
            written += copy(target, offset + written, length - written);
        }
        return written == 0 ? -1 : written;
    }

    private int drainPending(byte[] target, int offset, int length) {
        int count = Math.min(length, pendingTo - pendingFrom);
        System.arraycopy(pending, pendingFrom, target, offset, count);
        pendingFrom += count;
        return count;
    }

    /** Copies from the wire's buffer until that is used up, the target is full or the text ends. */
    private int copy(byte[] target, int offset, int length) throws IOException {
        int to = offset;
        int room = offset + length;
        byte[] buffer = wire.buffer;
        while (to < room && !ended) {
            if (wire.position == wire.limit && (to > offset || !wire.fill())) {
                if (to > offset) {
                    break;
                }
                throw wire.torn();
            }
            int from = wire.position;
            int stop = from + Math.min(wire.limit - from, room - to);
            int at = from;
            while (at < stop) {
                byte b = buffer[at];
                if (b == '&' && isBracket(buffer, at)) {
                    b = buffer[at + 1] == 'l' ? (byte) '<' : (byte) '>';
                    at += BRACKET - 1;
                } else if (b == '&' || b == '<') {
                    break;
                }
                target[to++] = b;
                at++;
            }
            wire.position = at;
            if (at < stop) {
                to += special(target, to, room - to);
            }
        }
        return to - offset;
    }

    /** Tells whether the entity of a bracket is there as a whole: nearly all entities of a document are such. */
    private boolean isBracket(byte[] buffer, int at) {
        return at + BRACKET <= wire.limit
                && buffer[at + 3] == ';'
                && buffer[at + 2] == 't'
                && (buffer[at + 1] == 'l' || buffer[at + 1] == 'g');
    }

    private int special(byte[] target, int offset, int length) throws IOException {
        int b = wire.required();
        if (b == '<') {
            ended = true;
            return 0;
        }
        int codePoint = entity();
        if (codePoint < 0x80) {
            target[offset] = (byte) codePoint;
            return 1;
        }
        byte[] utf8 = Character.toString(codePoint).getBytes(java.nio.charset.StandardCharsets.UTF_8);
        System.arraycopy(utf8, 0, pending, 0, utf8.length);
        pendingFrom = 0;
        pendingTo = utf8.length;
        return drainPending(target, offset, length);
    }

    private int entity() throws IOException {
        int first = wire.required();
        int second = wire.required();
        if (second == 't' && (first == 'l' || first == 'g')) {
            if (wire.required() != ';') {
                throw wire.malformed("an unknown entity");
            }
            return first == 'l' ? '<' : '>';
        }
        StringBuilder name = new StringBuilder(8).append((char) first);
        for (int b = second; b != ';'; b = wire.required()) {
            if (name.length() == LONGEST_ENTITY) {
                throw wire.malformed("an unknown entity");
            }
            name.append((char) b);
        }
        return switch (name.toString()) {
            case "amp" -> '&';
            case "quot" -> '"';
            case "apos" -> '\'';
            default -> reference(name.toString());
        };
    }

    private int reference(String name) throws IOException {
        try {
            int value = name.startsWith("#x")
                    ? Integer.parseInt(name, 2, name.length(), 16)
                    : Integer.parseInt(name, name.startsWith("#") ? 1 : name.length(), name.length(), 10);
            boolean surrogate = value >= Character.MIN_SURROGATE && value <= Character.MAX_SURROGATE;
            if (value > 0 && Character.isValidCodePoint(value) && !surrogate) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw wire.malformed("an unknown entity");
        }
        throw wire.malformed("a bad character reference");
    }
}
