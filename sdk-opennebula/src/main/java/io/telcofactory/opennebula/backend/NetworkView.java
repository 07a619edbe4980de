package io.telcofactory.opennebula.backend;

import io.telcofactory.api.Health;
import io.telcofactory.opennebula.backend.render.Lending;
import io.telcofactory.opennebula.backend.render.NetworkForm;
import io.telcofactory.opennebula.backend.render.NetworkRendering;
import io.telcofactory.opennebula.backend.render.SecurityRules;
import io.telcofactory.opennebula.model.Network;
import io.telcofactory.opennebula.model.NetworkState;
import io.telcofactory.opennebula.model.SecurityGroup;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads a network's parts as the fields of its rendering. What was not yet set since it was made is absent, not different. */
final class NetworkView {
    private final NetworkParts parts;

    NetworkView(NetworkParts parts) {
        this.parts = parts;
    }

    Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        parts.securityGroup().ifPresent(group -> read(group, fields));
        parts.network().ifPresent(network -> read(network, fields));
        fields.putAll(parts.guests().fields());
        return fields;
    }

    /** Ids of the parts that are there, and the VLAN that the server chose. */
    Map<String, String> outputs() {
        Map<String, String> outputs = new LinkedHashMap<>();
        parts.network().ifPresent(network -> {
            outputs.put("id", Integer.toString(network.id()));
            network.vlanId().ifPresent(vlan -> outputs.put("vlan", Integer.toString(vlan)));
            outputs.put("bridge", network.bridge());
        });
        parts.securityGroup().ifPresent(group -> outputs.put("securityGroup", Integer.toString(group.id())));
        return outputs;
    }

    Health health() {
        return parts.network()
                .map(network -> switch (network.state()) {
                    case READY -> Health.READY;
                    case ERROR, UPDATE_FAILURE -> Health.FAILED;
                    default -> Health.PROGRESSING;
                })
                .orElse(Health.MISSING);
    }

    /** Why it is not ready. */
    String reason() {
        return parts.network()
                .filter(network -> network.state() != NetworkState.READY)
                .map(network -> "the server says " + network.stateName()
                        + network.error().map(text -> ": " + text).orElse(""))
                .orElse("");
    }

    private void read(SecurityGroup group, Map<String, String> fields) {
        fields.put(NetworkRendering.SECURITY_GROUP, parts.name());
        String rules = SecurityRules.of(group.tree());
        if (!rules.isEmpty()) {
            fields.put(NetworkRendering.RULES, rules);
        }
        Lending.of(group)
                .fields(NetworkRendering.SECURITY_GROUP_OWNER, NetworkRendering.SECURITY_GROUP_RIGHTS)
                .forEach(fields::put);
    }

    private void read(Network network, Map<String, String> fields) {
        fields.put(NetworkRendering.NETWORK, network.name());
        fields.put(NetworkRendering.CLUSTER, cluster(network));
        NetworkForm form = NetworkForm.of(network.tree());
        fields.putAll(form.identity());
        fields.putAll(form.settings());
        List<Integer> groups = network.securityGroupIds();
        if (parts.guarded(network)) {
            fields.put(NetworkRendering.SECURITY_GROUPS, parts.name());
        } else if (!groups.equals(NetworkParts.AS_MADE)) {
            fields.put(NetworkRendering.SECURITY_GROUPS, groups.toString());
        }
        if (parts.inVdc(network)) {
            fields.put(NetworkRendering.VDC, parts.tenant().name());
        }
    }

    private String cluster(Network network) {
        return parts.tenant()
                .site()
                .cluster()
                .filter(cluster -> network.clusterIds().contains(cluster.id()))
                .map(cluster -> cluster.name())
                .orElseGet(() -> "clusters " + network.clusterIds());
    }
}
