package io.telcofactory.opennebula;

import io.telcofactory.opennebula.model.AclEntry;
import io.telcofactory.opennebula.model.AclRule;
import java.util.stream.Stream;

/**
 * Calls on the access control list.
 *
 * @since 0.1
 */
public interface Acls {

    /**
     * Adds a rule; the server refuses duplicates.
     *
     * @param rule the rule
     * @return its id
     */
    @Rpc("one.acl.addrule")
    int create(AclRule rule);

    /**
     * Deletes a rule.
     *
     * @param id the object
     */
    @Rpc(value = "one.acl.delrule", idempotent = true)
    void delete(@Target int id);

    /**
     * Reads all rules one by one from the socket; close the stream to end early.
     *
     * @return to be closed
     */
    @Rpc(value = "one.acl.info", idempotent = true)
    Stream<AclEntry> list();
}
