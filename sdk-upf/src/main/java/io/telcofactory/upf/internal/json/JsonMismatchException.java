package io.telcofactory.upf.internal.json;

/** A JSON text is not of the form that was expected; the message names the place as a JSON pointer. */
public final class JsonMismatchException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String pointer;
    private final String reason;

    JsonMismatchException(String pointer, String reason) {
        super((pointer.isEmpty() ? "the document" : pointer) + " " + reason);
        this.pointer = pointer;
        this.reason = reason;
    }

    /**
     * Returns a mismatch of one attribute.
     *
     * @param attribute its name
     * @param reason what is wrong with it
     * @return the exception
     */
    public static JsonMismatchException at(String attribute, String reason) {
        return new JsonMismatchException("", reason).below(attribute);
    }

    /**
     * Returns a mismatch of the whole text.
     *
     * @param reason what is wrong with it
     * @return the exception
     */
    public static JsonMismatchException document(String reason) {
        return new JsonMismatchException("", reason);
    }

    JsonMismatchException below(String step) {
        String escaped = step.replace("~", "~0").replace("/", "~1");
        JsonMismatchException outer = new JsonMismatchException("/" + escaped + pointer, reason);
        outer.initCause(this);
        return outer;
    }
}
