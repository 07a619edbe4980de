package io.telcofactory.upf.internal.camara;

import static io.telcofactory.upf.internal.json.JsonType.INTEGER;
import static io.telcofactory.upf.internal.json.JsonType.TEXT;
import static io.telcofactory.upf.internal.json.JsonType.TIME;

import io.telcofactory.upf.camara.CredentialType;
import io.telcofactory.upf.camara.Device;
import io.telcofactory.upf.camara.DeviceIpv4Address;
import io.telcofactory.upf.camara.SinkCredential;
import io.telcofactory.upf.internal.json.JsonObject;
import io.telcofactory.upf.internal.json.JsonType;

/** Forms that the interfaces of CAMARA share. */
final class CamaraJson {
    private static final JsonType<DeviceIpv4Address> IPV4 = JsonObject.of(
                    DeviceIpv4Address.class, DeviceIpv4Address::builder, DeviceIpv4Address.Builder::build)
            .optional("publicAddress", TEXT, DeviceIpv4Address::publicAddress, DeviceIpv4Address.Builder::publicAddress)
            .optional(
                    "privateAddress",
                    TEXT,
                    DeviceIpv4Address::privateAddress,
                    DeviceIpv4Address.Builder::privateAddress)
            .optional("publicPort", INTEGER, DeviceIpv4Address::publicPort, DeviceIpv4Address.Builder::publicPort);

    static final JsonType<Device> DEVICE = JsonObject.of(Device.class, Device::builder, Device.Builder::build)
            .optional("phoneNumber", TEXT, Device::phoneNumber, Device.Builder::phoneNumber)
            .optional(
                    "networkAccessIdentifier",
                    TEXT,
                    Device::networkAccessIdentifier,
                    Device.Builder::networkAccessIdentifier)
            .optional("ipv4Address", IPV4, Device::ipv4Address, Device.Builder::ipv4Address)
            .optional("ipv6Address", TEXT, Device::ipv6Address, Device.Builder::ipv6Address);

    static final JsonType<SinkCredential> CREDENTIAL = JsonObject.of(
                    SinkCredential.class, SinkCredential::builder, SinkCredential.Builder::build)
            .required(
                    "credentialType",
                    TEXT.as(CredentialType::new, CredentialType::value),
                    SinkCredential::credentialType,
                    SinkCredential.Builder::credentialType)
            .optional("accessToken", TEXT, SinkCredential::accessToken, SinkCredential.Builder::accessToken)
            .optional(
                    "accessTokenExpiresUtc",
                    TIME,
                    SinkCredential::accessTokenExpiresUtc,
                    SinkCredential.Builder::accessTokenExpiresUtc)
            .optional(
                    "accessTokenType", TEXT, SinkCredential::accessTokenType, SinkCredential.Builder::accessTokenType);

    private CamaraJson() {}
}
