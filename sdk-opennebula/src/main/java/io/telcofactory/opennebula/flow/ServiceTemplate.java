package io.telcofactory.opennebula.flow;

/**
 * A template that services are made from.
 *
 * @since 0.1
 */
public final class ServiceTemplate extends FlowDocument {

    /**
     * Looks at a document.
     *
     * @param document the content of {@code DOCUMENT}
     */
    public ServiceTemplate(FlowNode document) {
        super(document);
    }
}
