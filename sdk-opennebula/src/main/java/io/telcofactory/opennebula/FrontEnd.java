package io.telcofactory.opennebula;

import io.telcofactory.opennebula.xml.XmlNode;

/**
 * Calls on the front-end itself.
 *
 * @since 0.1
 */
public interface FrontEnd {

    /**
     * Returns the server's release.
     *
     * @return for example {@code 7.4.0}
     */
    @Rpc(value = "one.system.version", idempotent = true)
    String version();

    /**
     * Returns the server's configuration; only administrators see all of it.
     *
     * @return one element for each attribute
     */
    @Rpc(value = "one.system.config", idempotent = true)
    XmlNode configuration();

    /**
     * Changes the database. For repairs by the first administrator only.
     *
     * @param sql the statement
     * @param federated sends it to all zones
     */
    @Rpc("one.system.sql")
    void execute(String sql, boolean federated);

    /**
     * Queries the database. For the first administrator only.
     *
     * @param sql the statement
     * @return the rows; a column whose text starts with {@code <} comes in base 64 under its name with 64 appended
     */
    @Rpc(value = "one.system.sqlquery", idempotent = true)
    XmlNode query(String sql);
}
