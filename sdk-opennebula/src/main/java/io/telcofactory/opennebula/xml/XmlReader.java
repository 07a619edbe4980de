package io.telcofactory.opennebula.xml;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Reads documents of OpenNebula: a whole one as a tree, or a pool object by object, so that memory doesn't grow with the pool.
 *
 * <p>Refuses DTDs, unknown entities, and what exceeds its {@link XmlLimits}. Threads: one reader serves one thread.
 *
 * @since 0.1
 */
public final class XmlReader {
    private final XmlScanner scanner;
    private final TreeBuilder builder;
    private @Nullable String root;
    private boolean empty;

    /**
     * Makes a reader.
     *
     * @param in the document in UTF-8; read to its end, never closed
     * @param limits what the document may cost
     */
    public XmlReader(InputStream in, XmlLimits limits) {
        this.scanner = new XmlScanner(in, limits);
        this.builder = new TreeBuilder(limits);
    }

    /**
     * Reads a whole document.
     *
     * @param xml the document
     * @return its root element
     * @throws MalformedXmlException if it isn't well formed
     */
    public static XmlNode parse(String xml) throws MalformedXmlException {
        try {
            return new XmlReader(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)), XmlLimits.DEFAULT)
                    .document();
        } catch (MalformedXmlException e) {
            throw e;
        } catch (EOFException e) {
            throw new MalformedXmlException(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new IllegalStateException("Reading from memory failed", e);
        }
    }

    /**
     * Reads the whole document.
     *
     * @return its root element
     * @throws MalformedXmlException if it isn't well formed or exceeds a limit
     * @throws EOFException if it ends too early
     * @throws IOException if the stream fails
     */
    public XmlNode document() throws IOException {
        scanner.openRoot(builder);
        scanner.content(builder);
        scanner.end();
        return builder.build();
    }

    /**
     * Reads the next child of the root element.
     *
     * @return the child as a tree of its own, or null after the last one
     * @throws MalformedXmlException if it isn't well formed or exceeds a limit
     * @throws EOFException if the document ends too early
     * @throws IOException if the stream fails
     */
    public @Nullable XmlNode nextChild() throws IOException {
        if (empty) {
            return null;
        }
        String name = root;
        if (name == null) {
            empty = !scanner.openRoot(builder);
            name = builder.build().name();
            root = name;
        }
        if (!empty && scanner.nextChild(name, builder)) {
            return builder.build();
        }
        empty = true;
        scanner.end();
        return null;
    }
}
