package io.telcofactory.opennebula.backend.read;

import io.telcofactory.api.Finding;
import io.telcofactory.api.Ref;
import io.telcofactory.api.spi.Stamp;
import io.telcofactory.opennebula.backend.render.Stamps;
import io.telcofactory.opennebula.flow.FlowDocument;
import io.telcofactory.opennebula.model.Document;
import io.telcofactory.opennebula.model.OwnedObject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds what carries our stamp and is not ours, or not the one: clones copy it, tenants can forge it, and a lost answer can leave a second
 * document. And what has a name of ours without a stamp, which stands in the way of the one that would be made. Such objects are
 * reported, and never changed.
 */
public final class Strays {
    private final Pools pools;
    private final Stamps stamps;
    /** What the factory could have made, with its tenant. */
    private final Pattern nativeName;

    private final List<Finding> findings = new ArrayList<>();

    public Strays(Pools pools, Stamps stamps) {
        this.pools = pools;
        this.stamps = stamps;
        this.nativeName = Pattern.compile(
                Pattern.quote(stamps.scope().factory()) + "\\.([a-z](?:[a-z0-9-]{0,38}[a-z0-9])?)\\..+");
    }

    public List<Finding> findings() {
        Set<Ref> anchored = new HashSet<>();
        pools.anchors().stream()
                .sorted(Comparator.comparingInt(Document::id))
                .forEach(document -> stamps.of(document)
                        .filter(stamp -> !isNamedAfter(document, stamp) || !anchored.add(stamp.ref()))
                        .ifPresent(stamp -> report("document", document.id(), document.name(), stamp)));
        Set<Ref> templated = new HashSet<>();
        pools.serviceTemplates().stream()
                .sorted(Comparator.comparingInt(FlowDocument::id))
                .forEach(document -> stamps.of(document)
                        .filter(stamp -> !templated.add(stamp.ref()))
                        .ifPresent(stamp -> report("service template", document.id(), document.name(), stamp)));
        copies("network", pools.networks());
        copies("security group", pools.securityGroups());
        copies("VM group", pools.vmGroups());
        copies("template", pools.templates());
        copies("virtual router", pools.virtualRouters());
        return List.copyOf(findings);
    }

    private void copies(String kind, List<? extends OwnedObject> objects) {
        for (OwnedObject object : objects) {
            stamps.of(object)
                    .filter(stamp -> !isNamedAfter(object, stamp))
                    .ifPresent(stamp -> report(kind, object.id(), object.name(), stamp));
            Matcher name = nativeName.matcher(object.name());
            if (name.matches()
                    && object.userId() == stamps.userId()
                    && object.attribute(Stamps.ATTRIBUTE).isEmpty()) {
                findings.add(Finding.warning(
                        "name-without-stamp",
                        Ref.tenant(name.group(1)),
                        kind + " " + object.id() + " '" + object.name()
                                + "' has a name of this factory and no stamp: it is not ours, and nothing of that name can be made",
                        "rename or delete it"));
            }
        }
    }

    private boolean isNamedAfter(OwnedObject object, Stamp stamp) {
        String name = stamps.scope().nativeName(stamp.ref());
        boolean named = object.name().equals(name) || object.name().startsWith(name + ".");
        return named && object.userId() == stamps.userId();
    }

    private void report(String kind, int id, String name, Stamp stamp) {
        findings.add(Finding.warning(
                "stamp-copied",
                stamp.ref(),
                kind + " " + id + " '" + name + "' carries its stamp but is not part of it",
                "if it is a clone, remove the attribute " + Stamps.ATTRIBUTE + " from it; it is never changed"));
    }
}
