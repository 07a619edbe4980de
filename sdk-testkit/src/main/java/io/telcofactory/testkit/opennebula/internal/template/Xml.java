package io.telcofactory.testkit.opennebula.internal.template;

import io.telcofactory.testkit.opennebula.internal.template.Attribute.Text;
import io.telcofactory.testkit.opennebula.internal.template.Attribute.Vector;
import java.util.Collection;
import java.util.Map;

/** Writes documents as oned does: no white space, template values in CDATA, and names of objects not escaped at all. */
public final class Xml {

    /** Enough for most machines: growing is copying. */
    private static final int USUAL = 8192;

    private final StringBuilder out = new StringBuilder(USUAL);

    public Xml open(String tag) {
        out.append('<').append(tag).append('>');
        return this;
    }

    public Xml close(String tag) {
        out.append("</").append(tag).append('>');
        return this;
    }

    public Xml empty(String tag) {
        out.append('<').append(tag).append("/>");
        return this;
    }

    public Xml text(String tag, String value) {
        open(tag);
        out.append(value);
        return close(tag);
    }

    public Xml text(String tag, long value) {
        open(tag);
        out.append(value);
        return close(tag);
    }

    public Xml cdata(String tag, String value) {
        open(tag);
        out.append("<![CDATA[").append(value).append("]]>");
        return close(tag);
    }

    public Xml cdata(String tag, long value) {
        return cdata(tag, Long.toString(value));
    }

    /** Writes a CDATA element, or the self-closing form that some serialisers of oned choose for nothing. */
    public Xml cdataOrEmpty(String tag, String value) {
        return value.isEmpty() ? empty(tag) : cdata(tag, value);
    }

    public Xml ids(String tag, Collection<Integer> ids) {
        open(tag);
        for (int id : ids) {
            text("ID", id);
        }
        return close(tag);
    }

    public Xml attribute(String name, Attribute value) {
        if (value instanceof Text text) {
            return cdata(name, text.value());
        }
        open(name);
        for (Map.Entry<String, String> pair : ((Vector) value).pairs().entrySet()) {
            cdata(pair.getKey(), pair.getValue());
        }
        return close(name);
    }

    public Xml raw(CharSequence text) {
        out.append(text);
        return this;
    }

    /** Escapes a value for the places where oned does so instead of writing CDATA. */
    public static String escape(String value) {
        return value.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&apos;");
    }

    int length() {
        return out.length();
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
