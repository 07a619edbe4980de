package io.telcofactory.testkit.opennebula.internal.flow;

import io.telcofactory.testkit.opennebula.internal.flow.FlowService.Role;
import io.telcofactory.testkit.opennebula.internal.oned.Cloud;
import io.telcofactory.testkit.opennebula.internal.oned.Vm;
import io.telcofactory.testkit.opennebula.internal.template.Attribute;
import io.telcofactory.testkit.opennebula.internal.template.Attribute.Text;
import io.telcofactory.testkit.opennebula.internal.template.Attribute.Vector;
import io.telcofactory.testkit.opennebula.internal.template.Template;
import java.io.StringReader;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.xml.sax.InputSource;

/** Replaces {@code ${parent.template.context.eth0_ip}} by what a machine of the parent role has; else by nothing. */
final class FlowReferences {

    private static final Pattern REFERENCE = Pattern.compile("\\$\\{(.*?)}");

    private final Cloud cloud;
    private final FlowService service;
    private final Role role;

    FlowReferences(Cloud cloud, FlowService service, Role role) {
        this.cloud = cloud;
        this.service = service;
        this.role = role;
    }

    /** Replaces all references in a template. */
    void resolve(Template template) {
        for (String name : List.copyOf(template.names())) {
            List<Attribute> values = List.copyOf(template.remove(name));
            values.forEach(value -> template.add(name, resolve(value)));
        }
    }

    private Attribute resolve(Attribute value) {
        if (value instanceof Text text) {
            return new Text(resolve(text.value()));
        }
        Vector vector = ((Vector) value).copy();
        vector.pairs().replaceAll((key, text) -> resolve(text));
        return vector;
    }

    private String resolve(String text) {
        return REFERENCE.matcher(text).replaceAll(reference -> Matcher.quoteReplacement(find(reference)));
    }

    private String find(MatchResult reference) {
        List<String> parts = List.of(reference.group(1).split("\\."));
        Role parent = service.role(parts.get(0));
        if (parent == null || !role.parents().contains(parent.name()) || parts.size() < 2) {
            return "";
        }
        String path = "//" + String.join("/", parts.subList(1, parts.size())).toUpperCase(Locale.ROOT);
        for (int id : parent.machines()) {
            Vm vm = cloud.vms().pool.find(id);
            String found = vm == null ? "" : evaluate(path, vm.xml());
            if (!found.isEmpty()) {
                return found;
            }
        }
        return "";
    }

    private static String evaluate(String path, String document) {
        XPath xpath = XPathFactory.newInstance().newXPath();
        try {
            return xpath.evaluate(path, new InputSource(new StringReader(document)));
        } catch (XPathExpressionException noPath) {
            return "";
        }
    }
}
