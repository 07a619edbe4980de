package io.telcofactory.upf.camara;

import io.telcofactory.testkit.steering.EdgeInstance;
import io.telcofactory.testkit.steering.FakeCamara;
import io.telcofactory.testkit.steering.UeSession;
import io.telcofactory.upf.CamaraClient;
import io.telcofactory.upf.InstantTime;
import io.telcofactory.upf.connection.ConnectionSettings;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** One gateway with two zones, an application and a device, for the tests of its clients. */
public final class Camara {
    public static final UUID APP = UUID.fromString("6b29fc40-ca47-1067-b31d-00dd010662da");
    public static final UUID LISBON_ZONE = UUID.fromString("00000000-0000-4000-8000-0000000000a1");
    public static final UUID PORTO_ZONE = UUID.fromString("00000000-0000-4000-8000-0000000000a2");
    public static final UUID LISBON_INSTANCE = UUID.fromString("00000000-0000-4000-8000-0000000000b1");
    public static final UUID PORTO_INSTANCE = UUID.fromString("00000000-0000-4000-8000-0000000000b2");
    public static final String NUMBER = "+351910000001";
    public static final Device PHONE = Device.builder().phoneNumber(NUMBER).build();

    private Camara() {}

    public static FakeCamara gateway(InstantTime time) {
        return FakeCamara.start(time)
                .deploy(instance(LISBON_INSTANCE, LISBON_ZONE, "lisbon", "10.60.0.7"))
                .deploy(instance(PORTO_INSTANCE, PORTO_ZONE, "porto", "10.61.0.7"))
                .attach(new UeSession("10.45.0.9", "internet", "1", Optional.of("msisdn-351910000001"), Set.of()))
                .attach(new UeSession("10.45.0.10", "internet", "1", Optional.of("msisdn-351910000002"), Set.of()));
    }

    private static EdgeInstance instance(UUID id, UUID zone, String region, String address) {
        return new EdgeInstance(APP.toString(), id.toString(), zone.toString(), region, address);
    }

    public static CamaraClient client(FakeCamara gateway, InstantTime time) {
        ConnectionSettings settings = ConnectionSettings.builder()
                .transport(gateway.transport())
                .time(time)
                .build();
        return CamaraClient.of(gateway.apiRoot(), settings);
    }

    /** Returns an intent with every attribute that a request may have, its device apart. */
    public static TrafficIntent fullIntent() {
        return TrafficIntent.builder()
                .apiConsumerId("acme")
                .appId(APP)
                .appInstanceId(LISBON_INSTANCE)
                .edgeCloudRegion("lisbon")
                .edgeCloudZoneId(LISBON_ZONE)
                .sourcePort(40_000)
                .destinationPort(8554)
                .destinationProtocol("TCP")
                .subscriptionRequest(SubscriptionRequest.builder()
                        .sink(URI.create("https://af.example/events/0123456789abcdef"))
                        .protocol(SubscriptionProtocol.HTTP)
                        .sinkCredential(credential())
                        .addTypes(EventType.TRAFFIC_INFLUENCE_CHANGE)
                        .subscriptionExpireTime(Instant.parse("2027-01-01T00:00:00Z"))
                        .subscriptionMaxEvents(100)
                        .initialEvent(true)
                        .build())
                .build();
    }

    public static TrafficIntent intent() {
        return TrafficIntent.builder().apiConsumerId("acme").appId(APP).build();
    }

    public static QodSession fullSession() {
        return QodSession.builder()
                .device(Device.builder()
                        .phoneNumber(NUMBER)
                        .networkAccessIdentifier("cam-1@acme.example")
                        .ipv4Address(DeviceIpv4Address.builder()
                                .publicAddress("198.51.100.9")
                                .privateAddress("10.45.0.9")
                                .publicPort(40_000)
                                .build())
                        .ipv6Address("2001:db8::9")
                        .build())
                .applicationServer(ApplicationServer.builder()
                        .ipv4Address("10.60.0.0/24")
                        .ipv6Address("2001:db8:60::/64")
                        .build())
                .devicePorts(PortsSpec.builder().addPorts(40_000).build())
                .applicationServerPorts(PortsSpec.builder()
                        .addRanges(new PortInterval(8000, 8999))
                        .addPorts(443)
                        .build())
                .qosProfile("QOS_L")
                .sink(URI.create("https://af.example/events/0123456789abcdef"))
                .sinkCredential(credential())
                .duration(Duration.ofHours(1))
                .build();
    }

    public static QodSession session() {
        return QodSession.builder()
                .device(PHONE)
                .applicationServer(
                        ApplicationServer.builder().ipv4Address("10.60.0.0/24").build())
                .qosProfile("QOS_L")
                .duration(Duration.ofHours(1))
                .build();
    }

    public static SinkCredential credential() {
        return SinkCredential.builder()
                .credentialType(CredentialType.ACCESSTOKEN)
                .accessToken("sink-token")
                .accessTokenExpiresUtc(Instant.parse("2027-01-01T00:00:00Z"))
                .accessTokenType("bearer")
                .build();
    }
}
