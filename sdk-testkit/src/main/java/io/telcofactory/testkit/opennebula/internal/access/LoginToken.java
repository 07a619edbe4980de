package io.telcofactory.testkit.opennebula.internal.access;

import io.telcofactory.testkit.opennebula.internal.template.Xml;

/**
 * A login token.
 *
 * @param text the token
 * @param expires epoch seconds, or -1 for never
 * @param egid the only group it carries, or -1 for all groups of the user
 */
public record LoginToken(String text, long expires, int egid) {

    public boolean isLive(long now) {
        return expires < 0 || now < expires;
    }

    public void writeTo(Xml xml) {
        xml.open("LOGIN_TOKEN")
                .text("TOKEN", text)
                .text("EXPIRATION_TIME", expires)
                .text("EGID", egid);
        xml.close("LOGIN_TOKEN");
    }
}
