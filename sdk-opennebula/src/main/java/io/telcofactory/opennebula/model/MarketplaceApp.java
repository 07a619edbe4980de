package io.telcofactory.opennebula.model;

import io.telcofactory.opennebula.xml.XmlNode;
import java.util.Optional;

/**
 * An app of a marketplace.
 *
 * @since 0.1
 */
public final class MarketplaceApp extends OwnedObject {

    /**
     * Looks at an element.
     *
     * @param tree the element
     */
    public MarketplaceApp(XmlNode tree) {
        super(tree);
    }

    /**
     * Returns the state.
     *
     * @return never null
     */
    public MarketplaceAppState state() {
        return MarketplaceAppState.of(integer("STATE"));
    }

    /**
     * Returns what the app is.
     *
     * @return never null
     */
    public MarketplaceAppType type() {
        return MarketplaceAppType.of(integer("TYPE"));
    }

    /**
     * Returns the marketplace.
     *
     * @return -1 when not known
     */
    public int marketplaceId() {
        return integer("MARKETPLACE_ID");
    }

    /**
     * Returns the marketplace's name.
     *
     * @return empty when not known
     */
    public String marketplace() {
        return text("MARKETPLACE");
    }

    /**
     * Returns the size in MB.
     *
     * @return 0 when not known
     */
    public long sizeMb() {
        return whole("SIZE");
    }

    /**
     * Returns the version.
     *
     * @return empty when not known
     */
    public String version() {
        return text("VERSION");
    }

    /**
     * Returns what it is for.
     *
     * @return empty when not known
     */
    public String description() {
        return text("DESCRIPTION");
    }

    /**
     * Returns where the content is.
     *
     * @return an URL
     */
    public String source() {
        return text("SOURCE");
    }

    /**
     * Returns the template that comes with it.
     *
     * @return in base 64
     */
    public Optional<String> appTemplate() {
        return tree.text("APPTEMPLATE64").filter(t -> !t.isEmpty());
    }
}
