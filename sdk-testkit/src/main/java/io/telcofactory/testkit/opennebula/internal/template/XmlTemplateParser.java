package io.telcofactory.testkit.opennebula.internal.template;

import io.telcofactory.testkit.opennebula.internal.template.Attribute.Text;
import io.telcofactory.testkit.opennebula.internal.template.Attribute.Vector;
import java.io.StringReader;
import java.util.Locale;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads the XML form of a template: one root, its children are attributes, their children the keys of vectors. */
final class XmlTemplateParser {

    private static final XMLInputFactory FACTORY = factory();

    /** Stands for an empty CDATA while a text is read; no text on the wire holds it. */
    private static final String EMPTY = "\uE000";

    private final Template template = new Template();
    private boolean unstorable;

    private XmlTemplateParser() {}

    static Template parse(String text) throws TemplateSyntaxException {
        XmlTemplateParser parser = new XmlTemplateParser();
        try {
            XMLStreamReader reader;
            synchronized (FACTORY) {
                // The reader keeps quiet about an empty CDATA, which is a value and not nothing.
                String marked = text.replace("<![CDATA[]]>", EMPTY);
                reader = FACTORY.createXMLStreamReader(new StringReader(marked));
            }
            parser.root(reader);
        } catch (XMLStreamException notXml) {
            throw new TemplateSyntaxException("Parse error.");
        }
        // The real server says OK to a CDATA end inside a value and stores nothing of the update.
        return parser.unstorable ? Template.unstorable() : parser.template;
    }

    private void root(XMLStreamReader reader) throws XMLStreamException {
        reader.nextTag();
        while (reader.next() != XMLStreamConstants.END_ELEMENT) {
            if (reader.isStartElement()) {
                attribute(reader);
            }
        }
    }

    private void attribute(XMLStreamReader reader) throws XMLStreamException {
        String name = name(reader);
        StringBuilder text = new StringBuilder();
        Vector vector = new Vector();
        boolean isVector = false;
        boolean written = false;
        while (reader.next() != XMLStreamConstants.END_ELEMENT) {
            if (reader.isStartElement()) {
                isVector = true;
                vector.set(name(reader), value(reader.getElementText()));
            } else if (reader.isCharacters()) {
                text.append(reader.getText());
                written |= reader.getText().contains(EMPTY);
            }
        }
        String value = value(text.toString());
        if (isVector || written || !value.isEmpty()) {
            template.add(name, isVector ? vector : new Text(value));
        }
    }

    private String value(String raw) {
        if (raw.contains("]]>")) {
            unstorable = true;
        }
        return raw.replace(EMPTY, "").strip();
    }

    private static String name(XMLStreamReader reader) {
        return reader.getLocalName().toUpperCase(Locale.ROOT);
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }
}
