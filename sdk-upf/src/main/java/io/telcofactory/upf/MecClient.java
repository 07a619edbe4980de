package io.telcofactory.upf;

import io.telcofactory.api.error.ErrorContext;
import io.telcofactory.upf.connection.ConnectionSettings;
import io.telcofactory.upf.internal.http.RestClient;
import io.telcofactory.upf.internal.json.JsonType;
import io.telcofactory.upf.internal.json.Violations;
import io.telcofactory.upf.internal.mec.MecJson;
import io.telcofactory.upf.mec.DnsRule;
import io.telcofactory.upf.mec.MecVersion;
import io.telcofactory.upf.mec.TrafficAction;
import io.telcofactory.upf.mec.TrafficRule;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * The application support interface (Mp1) of an ETSI MEC platform: traffic and DNS rules of an application.
 *
 * <p><b>Threads:</b> safe for concurrent use.
 *
 * <p><b>Source:</b> ETSI GS MEC 011 V2.1.1 and V2.2.1.
 *
 * @since 0.1
 */
public final class MecClient implements AutoCloseable {
    private static final Map<TrafficAction, Integer> INTERFACES = Map.of(
            TrafficAction.DROP, 0,
            TrafficAction.FORWARD_DECAPSULATED, 1,
            TrafficAction.FORWARD_ENCAPSULATED, 1,
            TrafficAction.PASSTHROUGH, 1,
            TrafficAction.DUPLICATE_DECAPSULATED, 2,
            TrafficAction.DUPLICATE_ENCAPSULATED, 2);

    private final RestClient rest;
    private final URI apiRoot;
    private final MecVersion version;

    private MecClient(URI apiRoot, MecVersion version, ConnectionSettings settings) {
        this.rest = new RestClient("mec", settings);
        this.apiRoot = apiRoot;
        this.version = version;
    }

    /**
     * Returns a client. Nothing is sent yet.
     *
     * @param apiRoot scheme, host, port and optional prefix; {@code mec_app_support/v1} is appended
     * @param version the release that the platform speaks
     * @param settings transport, credentials, deadline
     * @return the client
     */
    public static MecClient of(URI apiRoot, MecVersion version, ConnectionSettings settings) {
        return new MecClient(apiRoot, version, settings);
    }

    /**
     * Returns the traffic rules of an application.
     *
     * @param appInstanceId the application
     * @return its rules
     */
    public MecRules<TrafficRule> trafficRules(String appInstanceId) {
        JsonType<TrafficRule> type = version == MecVersion.V2_1_1 ? MecJson.TRAFFIC_RULE_2_1 : MecJson.TRAFFIC_RULE_2_2;
        return new MecRules<>(
                rest, collection(appInstanceId, "traffic_rules"), type, TrafficRule::trafficRuleId, this::check);
    }

    /**
     * Returns the DNS rules of an application.
     *
     * @param appInstanceId the application
     * @return its rules
     */
    public MecRules<DnsRule> dnsRules(String appInstanceId) {
        return new MecRules<>(
                rest, collection(appInstanceId, "dns_rules"), MecJson.DNS_RULE, DnsRule::dnsRuleId, rule -> {});
    }

    private URI collection(String appInstanceId, String kind) {
        return Paths.of(apiRoot, "mec_app_support", "v1", "applications", appInstanceId, kind);
    }

    private void check(TrafficRule rule) {
        int interfaces = rule.dstInterface().size();
        int wanted = INTERFACES.getOrDefault(rule.action(), interfaces);
        // In V2.1.1 a rule holds a single interface, so that a copy can't say where the second goes.
        int most = version == MecVersion.V2_1_1 ? Math.min(wanted, 1) : wanted;
        Violations found = new Violations("GS MEC 011");
        found.require(
                interfaces == most,
                "/dstInterface has " + interfaces + " entries: action " + rule.action() + " needs " + most + " in "
                        + version);
        found.between(
                "/priority", Optional.of(rule.priority()), 0, version == MecVersion.V2_1_1 ? Integer.MAX_VALUE : 255);
        found.refuse(ErrorContext.of("mec", "PUT traffic_rules", "rule " + rule.trafficRuleId()), "Correct it.");
    }

    /** Closes the HTTP connections, unless the transport was given. */
    @Override
    public void close() {
        rest.close();
    }
}
