package io.telcofactory.opennebula.xml;

import io.telcofactory.opennebula.internal.Excerpt;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads the XML that OpenNebula writes from bytes in UTF-8: elements, text, CDATA, the five entities and character
 * references. Attributes, comments and processing instructions are skipped; a DTD is refused, so there is nothing that could
 * be expanded or fetched. Hand-written because a StAX parser costs more than twice the time for the same document, see
 * {@code docs/performance.md}.
 */
final class XmlScanner {
    private static final int EOF = -1;

    private static final long LT = ('l' << 8) | 't';
    private static final long GT = ('g' << 8) | 't';
    private static final long AMP = ('a' << 16) | ('m' << 8) | 'p';
    private static final long QUOT = ('q' << 24) | ('u' << 16) | ('o' << 8) | 't';
    private static final long APOS = ('a' << 24) | ('p' << 16) | ('o' << 8) | 's';

    private final InputStream in;
    private final int maxName;
    private final byte[] buffer;
    private int position;
    private int limit;
    private long before;
    private byte[] beginning = {};

    XmlScanner(InputStream in, XmlLimits limits) {
        this.in = in;
        this.maxName = limits.maxNameBytes();
        this.buffer = new byte[Math.max(1 << 12, 2 * maxName)];
    }

    /** Reads the root's start tag; true when it has content. */
    boolean openRoot(TreeBuilder builder) throws IOException {
        for (; ; ) {
            int b = skipBlank();
            if (b == EOF) {
                throw torn("the root element");
            }
            if (b != '<') {
                throw malformed("text before the root element");
            }
            if (startOrSkip(builder, required())) {
                return builder.depth() == 1;
            }
        }
    }

    /** Reads the next child of the root into the builder; false at the root's end tag. */
    boolean nextChild(String root, TreeBuilder builder) throws IOException {
        builder.reset();
        for (; ; ) {
            int b = skipToMarkup();
            if (b == '/') {
                endTag(root);
                return false;
            }
            if (startOrSkip(builder, b)) {
                content(builder);
                return true;
            }
        }
    }

    /** Reads everything up to the end tag of the outermost open element. */
    void content(TreeBuilder builder) throws IOException {
        while (builder.depth() > 0) {
            text(builder);
            int b = required();
            if (b == '/') {
                endTag(builder.openName());
                builder.end();
            } else {
                startOrSkip(builder, b);
            }
        }
    }

    /** Makes sure that nothing but blanks and comments follows the document. */
    void end() throws IOException {
        for (int b = skipBlank(); b != EOF; b = skipBlank()) {
            if (b != '<') {
                throw malformed("text after the root element");
            }
            int next = required();
            if (next == '?') {
                skipUntil('?', '>');
            } else if (next == '!') {
                declaration(null);
            } else {
                throw malformed("a second root element");
            }
        }
    }

    private boolean startOrSkip(TreeBuilder builder, int b) throws IOException {
        if (b == '?') {
            skipUntil('?', '>');
            return false;
        }
        if (b == '!') {
            declaration(builder);
            return false;
        }
        return startTag(builder);
    }

    /** Reads a tag whose name's first byte is consumed. */
    private boolean startTag(TreeBuilder builder) throws IOException {
        position--;
        String tag = name();
        int b = required();
        boolean empty = false;
        while (b != '>') {
            if (b == '"' || b == '\'') {
                skipUntil(b);
            }
            empty = b == '/';
            if (b == '<') {
                throw malformed("'<' within the tag " + tag);
            }
            b = required();
        }
        builder.start(tag);
        if (empty) {
            builder.end();
        }
        return true;
    }

    private void endTag(String expected) throws IOException {
        String tag = name();
        int b = required();
        while (b == ' ' || b == '\n' || b == '\t' || b == '\r') {
            b = required();
        }
        if (b != '>' || !tag.equals(expected)) {
            throw malformed("end tag " + tag + " where " + expected + " is open");
        }
    }

    /** Reads a name, in the buffer as a whole: what is there of it moves to the front when the buffer ends within it. */
    private String name() throws IOException {
        int at = position;
        int hash = 0;
        for (; ; ) {
            while (at < limit && isName(buffer[at])) {
                hash = 31 * hash + buffer[at++];
            }
            if (at - position > maxName) {
                throw malformed("a name longer than " + maxName + " bytes");
            }
            if (at < limit) {
                break;
            }
            int length = at - position;
            if (!fillBehind(length)) {
                throw torn("the end of a name");
            }
            at = length;
        }
        if (at == position) {
            throw malformed("no element name after '<'");
        }
        String name = NameCache.name(buffer, position, at, hash);
        position = at;
        return name;
    }

    private static boolean isName(byte b) {
        return (b >= 'A' && b <= 'Z')
                || (b >= 'a' && b <= 'z')
                || (b >= '0' && b <= '9')
                || b == '_'
                || b == '-'
                || b == '.'
                || b == ':'
                || b < 0;
    }

    /** Appends text up to the next '<', which it consumes. */
    private void text(TreeBuilder builder) throws IOException {
        for (; ; ) {
            int from = position;
            int at = from;
            while (at < limit && buffer[at] != '<' && buffer[at] != '&') {
                at++;
            }
            builder.append(buffer, from, at);
            position = at;
            if (at == limit) {
                if (!fill()) {
                    throw torn("the end tag of " + builder.openName());
                }
            } else if (buffer[position++] == '<') {
                return;
            } else {
                builder.append(entity());
            }
        }
    }

    private int entity() throws IOException {
        long value = 0;
        int length = 0;
        int b = required();
        if (b == '#') {
            return characterReference();
        }
        while (b != ';') {
            if (++length > 4) {
                throw malformed("an unknown entity");
            }
            value = (value << 8) | b;
            b = required();
        }
        if (value == LT) {
            return '<';
        } else if (value == GT) {
            return '>';
        } else if (value == AMP) {
            return '&';
        } else if (value == QUOT) {
            return '"';
        } else if (value == APOS) {
            return '\'';
        }
        throw malformed("an unknown entity");
    }

    private int characterReference() throws IOException {
        int b = required();
        int radix = b == 'x' ? 16 : 10;
        if (radix == 16) {
            b = required();
        }
        int value = 0;
        int digits = 0;
        while (b != ';') {
            int digit = Character.digit(b, radix);
            if (digit < 0 || ++digits > 8) {
                throw malformed("a bad character reference");
            }
            value = value * radix + digit;
            b = required();
        }
        boolean surrogate = value >= Character.MIN_SURROGATE && value <= Character.MAX_SURROGATE;
        if (digits == 0 || value <= 0 || value > Character.MAX_CODE_POINT || surrogate) {
            throw malformed("a bad character reference");
        }
        return value;
    }

    private void declaration(@Nullable TreeBuilder builder) throws IOException {
        int b = required();
        if (b == '-' && required() == '-') {
            skipUntil('-', '-');
            while ((b = required()) == '-') {
                // a comment may end in any number of hyphens
            }
            if (b != '>') {
                throw malformed("'--' within a comment");
            }
        } else if (b == '[' && builder != null && builder.depth() > 0) {
            expect("CDATA[");
            cdata(builder);
        } else {
            throw malformed("a document type or an unknown declaration; DTDs are refused");
        }
    }

    private void cdata(TreeBuilder builder) throws IOException {
        for (; ; ) {
            int from = position;
            int at = from;
            while (at < limit && buffer[at] != ']') {
                at++;
            }
            builder.append(buffer, from, at);
            position = at;
            if (at == limit) {
                if (!fill()) {
                    throw torn("the end of a CDATA section");
                }
            } else if (closesCdata(builder)) {
                return;
            }
        }
    }

    private boolean closesCdata(TreeBuilder builder) throws IOException {
        int brackets = 0;
        int b = required();
        while (b == ']') {
            brackets++;
            b = required();
        }
        boolean closes = b == '>' && brackets >= 2;
        for (int i = closes ? 2 : 0; i < brackets; i++) {
            builder.append(']');
        }
        if (!closes) {
            position--;
        }
        return closes;
    }

    private void expect(String literal) throws IOException {
        for (int i = 0; i < literal.length(); i++) {
            if (required() != literal.charAt(i)) {
                throw malformed("an unknown declaration");
            }
        }
    }

    private int skipToMarkup() throws IOException {
        int b = skipBlank();
        if (b == EOF) {
            throw torn("the root's end tag");
        }
        if (b != '<') {
            throw malformed("text between the objects of a pool");
        }
        return required();
    }

    private int skipBlank() throws IOException {
        int b = next();
        while (b == ' ' || b == '\n' || b == '\r' || b == '\t') {
            b = next();
        }
        return b;
    }

    private void skipUntil(int end) throws IOException {
        while (required() != end) {
            // skipped on purpose
        }
    }

    private void skipUntil(int first, int second) throws IOException {
        int previous = 0;
        for (int b = required(); !(previous == first && b == second); b = required()) {
            previous = b;
        }
    }

    private int required() throws IOException {
        int b = next();
        if (b == EOF) {
            throw torn("the end of the document");
        }
        return b;
    }

    private int next() throws IOException {
        if (position == limit && !fill()) {
            return EOF;
        }
        return buffer[position++] & 0xFF;
    }

    private boolean fill() throws IOException {
        return fillBehind(0);
    }

    /** Reads more, keeping the last bytes in front of it. */
    private boolean fillBehind(int kept) throws IOException {
        if (before == 0) {
            beginning = Arrays.copyOf(buffer, Math.min(limit, Excerpt.LONGEST));
        }
        System.arraycopy(buffer, limit - kept, buffer, 0, kept);
        before += limit - kept;
        position = 0;
        limit = kept;
        int read = in.read(buffer, kept, buffer.length - kept);
        limit += Math.max(read, 0);
        return read > 0;
    }

    private EOFException torn(String missing) {
        return new EOFException(
                "The document ends after " + (before + limit) + " bytes, before " + missing + "; " + excerpt());
    }

    private MalformedXmlException malformed(String what) {
        return new MalformedXmlException(
                "Not the XML of an OpenNebula object: " + what + " at byte " + (before + position) + "; " + excerpt());
    }

    private String excerpt() {
        return "it begins: " + (before == 0 ? Excerpt.of(buffer, limit) : Excerpt.of(beginning));
    }
}
