package io.telcofactory.opennebula;

import io.telcofactory.api.error.CancelledException;
import io.telcofactory.api.error.ErrorContext;
import io.telcofactory.api.error.ProtocolException;
import io.telcofactory.api.error.SdkException;
import io.telcofactory.api.error.UnavailableException;
import io.telcofactory.opennebula.transport.RpcAnswer;
import io.telcofactory.opennebula.xml.MalformedXmlException;
import io.telcofactory.opennebula.xml.XmlNode;
import io.telcofactory.opennebula.xml.XmlReader;
import java.io.EOFException;
import java.io.IOException;
import java.util.Spliterator;
import java.util.Spliterators.AbstractSpliterator;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Gives out the objects of a pool while they come from the socket; closes the answer at its end. */
final class PoolCursor extends AbstractSpliterator<Object> {
    private final XmlReader reader;
    private final RpcAnswer answer;
    private final Function<XmlNode, ?> view;
    private final ErrorContext context;
    private @Nullable XmlNode first;
    private boolean ended;

    private PoolCursor(XmlReader reader, RpcAnswer answer, Function<XmlNode, ?> view, ErrorContext context)
            throws IOException {
        super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL);
        this.reader = reader;
        this.answer = answer;
        this.view = view;
        this.context = context;
        this.first = reader.nextChild();
    }

    /** Reads up to the first object, so that an answer that fails at once can still be asked for again. */
    static Stream<Object> open(XmlReader reader, RpcAnswer answer, Function<XmlNode, ?> view, ErrorContext context)
            throws IOException {
        PoolCursor cursor = new PoolCursor(reader, answer, view, context);
        if (cursor.first == null) {
            cursor.close();
        }
        return StreamSupport.stream(cursor, false).onClose(cursor::close);
    }

    @Override
    public boolean tryAdvance(Consumer<? super Object> action) {
        XmlNode next = first != null ? first : read();
        first = null;
        if (next == null) {
            close();
            return false;
        }
        action.accept(view.apply(next));
        return true;
    }

    private @Nullable XmlNode read() {
        try {
            return ended ? null : reader.nextChild();
        } catch (IOException e) {
            close();
            throw meaning(e);
        }
    }

    private SdkException meaning(IOException e) {
        if (e instanceof MalformedXmlException || e instanceof EOFException) {
            return new ProtocolException(context, String.valueOf(e.getMessage()), e);
        }
        if (Thread.currentThread().isInterrupted()) {
            return new CancelledException(context, "Interrupted while reading the pool", e);
        }
        return new UnavailableException(
                context, "The exchange broke off while reading the pool: " + e.getMessage() + "; read it again", e);
    }

    private void close() {
        if (ended) {
            return;
        }
        ended = true;
        try {
            answer.close();
        } catch (IOException e) {
            // the connection is given up either way, and all that was wanted has been read
        }
    }
}
