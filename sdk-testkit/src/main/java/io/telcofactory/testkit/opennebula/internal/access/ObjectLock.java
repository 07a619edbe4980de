package io.telcofactory.testkit.opennebula.internal.access;

import io.telcofactory.testkit.opennebula.internal.template.Xml;

/**
 * A lock on an object. It also stops its owner, and it does not nest.
 *
 * @param level 1 use, 2 manage, 3 admin, 4 all
 * @param owner the user who set it
 * @param time epoch seconds
 * @param request the number of the call that set it
 */
public record ObjectLock(int level, int owner, long time, long request) {

    public boolean stops(Right right) {
        return switch (level) {
            case 3 -> right == Right.ADMIN;
            case 2 -> right == Right.ADMIN || right == Right.MANAGE;
            default -> right != Right.CREATE;
        };
    }

    public void writeTo(Xml xml) {
        xml.open("LOCK").text("LOCKED", level).text("OWNER", owner).text("TIME", time);
        xml.text("REQ_ID", request).close("LOCK");
    }
}
