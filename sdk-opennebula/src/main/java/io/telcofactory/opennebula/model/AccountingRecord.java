package io.telcofactory.opennebula.model;

import io.telcofactory.opennebula.xml.XmlNode;
import java.util.Optional;

/**
 * One stay of a VM on a host, for accounting.
 *
 * @since 0.1
 */
public final class AccountingRecord extends View {

    /**
     * Looks at an element.
     *
     * @param tree the element
     */
    public AccountingRecord(XmlNode tree) {
        super(tree);
    }

    /**
     * Returns the stay.
     *
     * @return never null
     */
    public HistoryRecord history() {
        return new HistoryRecord(tree);
    }

    /**
     * Returns the VM as it was then.
     *
     * @return without its own history
     */
    public Optional<Vm> vm() {
        return tree.find("VM").map(Vm::new);
    }
}
