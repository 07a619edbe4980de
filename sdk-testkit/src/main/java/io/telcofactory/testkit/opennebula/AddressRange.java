package io.telcofactory.testkit.opennebula;

import io.telcofactory.api.network.Ipv6;
import io.telcofactory.testkit.opennebula.Attribute.Vector;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** An address range of a network with its leases by index. */
final class AddressRange {

    /** Who holds an address: {@code VM}, {@code VNET} or {@code VROUTER} and its id; VM -1 is a hold. */
    record Lease(String holder, int id) {

        /** The kind in the upper half, the id in the lower. */
        long encoded() {
            Kind kind = switch (holder) {
                case "VM" -> Kind.VM;
                case "VNET" -> Kind.NET;
                default -> Kind.VROUTER;
            };
            return kind.aclBit() | (id & 0xFFFF_FFFFL);
        }
    }

    private final int id;
    private final Vector attributes;
    private final TreeMap<Integer, Lease> leases = new TreeMap<>();
    private final @Nullable Long firstIp;
    private final long firstMac;
    private int size;
    private int next;
    /** A range that was leased from, or changed, shows that it has no leases. */
    private boolean touched;

    private AddressRange(int id, Vector attributes, @Nullable Long firstIp, long firstMac, int size) {
        this.id = id;
        this.attributes = attributes;
        this.firstIp = firstIp;
        this.firstMac = firstMac;
        this.size = size;
    }

    /** Makes a range from its vector; what is wrong with it is the exception's text. */
    static AddressRange of(int id, Vector request, int networkId) {
        Vector attributes = request.copy();
        String type = attributes.given("TYPE") ? attributes.get("TYPE") : "ETHER";
        int size = attributes.number("SIZE", 0);
        if (!type.matches("IP4|IP6|IP6_STATIC|IP4_6|IP4_6_STATIC|ETHER")) {
            throw OneError.internal("Unknown AR type: " + type);
        }
        if (size <= 0) {
            throw OneError.internal("Wrong SIZE for address range");
        }
        Long ip = type.startsWith("IP4") ? Addresses.ip4(attributes.get("IP")) : null;
        if (ip == null && type.startsWith("IP4")) {
            throw OneError.internal("Wrong or empty IP attribute");
        }
        if (type.endsWith("STATIC")) {
            checkStatic6(attributes);
        }
        long mac = ip != null
                ? Addresses.macOf(ip)
                : 0x0200L << 32 | Integer.toUnsignedLong(Objects.hash("ar", networkId, id) * 0x9E3779B1);
        if (attributes.given("MAC")) {
            Long given = Addresses.mac(attributes.get("MAC"));
            if (given == null) {
                throw OneError.internal("Wrong format for MAC attribute: " + attributes.get("MAC"));
            }
            mac = given;
        }
        attributes
                .set("AR_ID", id)
                .set("TYPE", type)
                .set("MAC", Addresses.mac(mac))
                .set("SIZE", size);
        attributes.set("SHARED", attributes.get("SHARED").equalsIgnoreCase("YES") ? "YES" : "NO");
        attributes.set("NEXT_INDEX", "0");
        return new AddressRange(id, attributes, ip, mac, size);
    }

    int id() {
        return id;
    }

    Vector attributes() {
        return attributes;
    }

    int size() {
        return size;
    }

    void size(int newSize) {
        size = newSize;
        attributes.set("SIZE", newSize);
    }

    /** Notes a change that is no lease. */
    void touch() {
        touched = true;
    }

    Map<Integer, Lease> leases() {
        return leases;
    }

    /** Finds the next free index, going round; -1 when the range is full. */
    int freeIndex() {
        for (int i = 0; i < size; i++) {
            int index = (next + i) % size;
            if (!leases.containsKey(index)) {
                return index;
            }
        }
        return -1;
    }

    /** Finds the first index from which so many addresses are free in a row; -1 when there is none. */
    int freeRun(int length, int from) {
        int run = 0;
        for (int index = from; index < size; index++) {
            run = leases.containsKey(index) ? 0 : run + 1;
            if (run == length) {
                return index - length + 1;
            }
        }
        return -1;
    }

    void take(int index, Lease lease) {
        leases.put(index, lease);
        touched = true;
        next = (index + 1) % Math.max(1, size);
    }

    int indexOfIp(String ip) {
        Long value = Addresses.ip4(ip);
        if (value == null || firstIp == null) {
            return -1;
        }
        long index = value - firstIp;
        return index >= 0 && index < size ? (int) index : -1;
    }

    int indexOfMac(String mac) {
        Long value = Addresses.mac(mac);
        long index = value == null ? -1 : value - firstMac;
        return index >= 0 && index < size ? (int) index : -1;
    }

    /** Writes the addresses of an index, IP and MAC, into a vector. */
    void writeAddress(int index, Vector into) {
        into.set("MAC", Addresses.mac(firstMac + index));
        if (firstIp != null) {
            into.set("IP", Addresses.ip4(firstIp + index));
        }
        if (isStatic6()) {
            into.set("IP6", static6(index));
        }
        for (String prefix : new String[] {"GLOBAL", "ULA"}) {
            if (attributes.given(prefix + "_PREFIX")) {
                into.set("IP6_" + prefix, ip6(prefix, index));
            }
        }
    }

    private String ip6(String prefix, int index) {
        String network = attributes.get(prefix + "_PREFIX").replaceFirst("::$", "");
        return network + ":" + Addresses.interfaceId(firstMac + index);
    }

    /** Writes the range as pools show it: leases are numbers that hold the kind and id of who has them. */
    void writeBasics(Xml xml) {
        Vector shown = attributes.copy().set("NEXT_INDEX", next);
        if (touched) {
            StringBuilder allocated = new StringBuilder();
            leases.forEach((index, lease) ->
                    allocated.append(' ').append(index).append(' ').append(lease.encoded()));
            shown.set("ALLOCATED", allocated.toString());
        }
        xml.attribute("AR", shown);
    }

    void writeTo(Xml xml) {
        xml.open("AR");
        attributes.copy().set("NEXT_INDEX", next).pairs().forEach(xml::cdata);
        int last = size - 1;
        xml.cdata("MAC_END", Addresses.mac(firstMac + last));
        if (firstIp != null) {
            xml.cdata("IP_END", Addresses.ip4(firstIp + last));
        }
        for (String prefix : new String[] {"ULA", "GLOBAL"}) {
            if (attributes.given(prefix + "_PREFIX")) {
                xml.cdata("IP6_" + prefix, ip6(prefix, 0)).cdata("IP6_" + prefix + "_END", ip6(prefix, last));
            }
        }
        if (isStatic6()) {
            xml.cdata("IP6_END", static6(last));
        }
        xml.text("USED_LEASES", leases.size());
        if (leases.isEmpty()) {
            xml.empty("LEASES");
        } else {
            xml.open("LEASES");
            leases.forEach((index, lease) -> {
                Vector address = new Vector().set(lease.holder(), lease.id());
                writeAddress(index, address);
                xml.attribute("LEASE", address);
            });
            xml.close("LEASES");
        }
        xml.close("AR");
    }

    private boolean isStatic6() {
        return attributes.get("TYPE").endsWith("STATIC");
    }

    private String static6(int index) {
        return Ipv6.parse(attributes.get("IP6")).plus(index).toString();
    }

    private static void checkStatic6(Vector attributes) {
        try {
            Ipv6.parse(attributes.get("IP6"));
        } catch (IllegalArgumentException malformed) {
            throw OneError.internal("Wrong or empty IP6 attribute");
        }
        if (attributes.number("PREFIX_LENGTH", -1) < 0) {
            throw OneError.internal("Wrong or empty PREFIX_LENGTH");
        }
    }
}
