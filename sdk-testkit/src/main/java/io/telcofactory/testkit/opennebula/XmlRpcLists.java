package io.telcofactory.testkit.opennebula;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** The answer of the introspection calls: an array of texts, not the array of oned. */
final class XmlRpcLists {

    private XmlRpcLists() {}

    static byte[] answer(List<?> names) {
        StringBuilder out = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\r\n<methodResponse>\r\n");
        out.append("<params>\r\n<param><value><array><data>\r\n");
        names.forEach(name -> out.append("<value><string>").append(name).append("</string></value>\r\n"));
        out.append("</data></array></value></param>\r\n</params>\r\n</methodResponse>\r\n");
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }
}
