package io.telcofactory.opennebula.backend;

import io.telcofactory.api.network.TenantNetwork;
import io.telcofactory.api.service.AiService;
import io.telcofactory.api.service.Instances;
import io.telcofactory.api.spi.Scope;
import io.telcofactory.api.tenant.Tenant;
import io.telcofactory.api.tenant.TenantUser;
import io.telcofactory.opennebula.OpenNebula;
import io.telcofactory.opennebula.model.Network;
import io.telcofactory.opennebula.model.OneTemplate;
import io.telcofactory.opennebula.model.UpdateMode;
import io.telcofactory.testkit.contract.BackendUnderTest;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the contract is tried with on any front-end: a tenant, its network and its service. */
final class OpenNebulaUnderTest {
    static final String FACTORY = System.getProperty("factory", "contract");

    private OpenNebulaUnderTest() {}

    static BackendUnderTest.Builder describe(FrontEnd frontEnd) {
        OpenNebula client = frontEnd.client();
        return BackendUnderTest.builder(frontEnd::backend)
                .time(frontEnd.time())
                .factory(FACTORY)
                .resources(Samples.ACME, Samples.CAMERAS, Samples.DEFECTS)
                .change("another quota", quota(3, 8))
                .change("no quota", Tenant.builder("acme").build())
                .change("a user and VLANs of its own", staffed())
                .change("network without gateway and rules", closed())
                .change("another subnet", elsewhere())
                .change("two instances of each role", twoInstances())
                .constant("anchor", "group", "group.inDefaultVdc", "user", "user.rights", "user.tokens")
                .constant("vdc", "vdc.datastores", "vdc.group", "vdc.hosts")
                // Only the suite of the variants makes a network of the provider.
                .constant("vdc.providerNetworks")
                .constant("network", "network.physicalDevice", "network.securityGroups", "vdc.network")
                .constant("securityGroup", "securityGroup.group", "securityGroup.permissions")
                .constant("service", "service.state", "template", "template.group", "template.permissions")
                .constant(constantsOf("frame-mediation"))
                .constant(constantsOf("inference"))
                .drift(
                        "gateway by hand",
                        Samples.CAMERAS.ref(),
                        () -> update(client, "GATEWAY", "10.60.0.9"),
                        "network.gateway")
                .foreign(
                        "attribute",
                        () -> update(client, "FOREIGN", "stays"),
                        () -> client.networks()
                                .get(network(client))
                                .attribute("FOREIGN")
                                .equals(Optional.of("stays")));
    }

    private static Tenant quota(int vms, int vcpus) {
        return Tenant.builder("acme")
                .quota(quota -> quota.vms(vms).vcpus(vcpus))
                .build();
    }

    private static Tenant staffed() {
        return Samples.ACME.toBuilder()
                .addUsers(TenantUser.builder("guest").driver("ldap").build())
                .vlans("2-4000")
                .build();
    }

    private static TenantNetwork closed() {
        return Samples.CAMERAS.toBuilder()
                .gateway(Optional.empty())
                .routes(List.of())
                .securityRules(List.of())
                .build();
    }

    private static TenantNetwork elsewhere() {
        return TenantNetwork.builder("cameras")
                .tenant(Samples.ACME)
                .subnet("10.61.0.0/25")
                .gateway("10.61.0.1")
                .build();
    }

    private static AiService twoInstances() {
        return Samples.DEFECTS.toBuilder()
                .roles(Samples.DEFECTS.roles().stream()
                        .map(role ->
                                role.toBuilder().instances(Instances.exactly(2)).build())
                        .toList())
                .build();
    }

    private static String[] constantsOf(String role) {
        return Stream.of("template", "template.group", "template.permissions")
                .map(field -> "roles." + role + "." + field)
                .toArray(String[]::new);
    }

    private static void update(OpenNebula client, String name, String value) {
        client.networks()
                .update(network(client), OneTemplate.builder().set(name, value).build(), UpdateMode.MERGE);
    }

    private static int network(OpenNebula client) {
        String name = new Scope(FACTORY, "contract").nativeName(Samples.CAMERAS.ref());
        try (Stream<Network> networks = client.networks().list()) {
            return networks.filter(network -> network.name().equals(name))
                    .findFirst()
                    .orElseThrow()
                    .id();
        }
    }
}
