package io.telcofactory.testkit.opennebula.internal.template;

/** A template text that does not parse; which error code that becomes depends on the call. */
public final class TemplateSyntaxException extends Exception {

    private static final long serialVersionUID = 1L;

    TemplateSyntaxException(String message) {
        super(message, null, false, false);
    }

    public String text() {
        return String.valueOf(getMessage());
    }
}
