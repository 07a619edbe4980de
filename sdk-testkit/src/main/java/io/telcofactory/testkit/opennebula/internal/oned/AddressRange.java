package io.telcofactory.testkit.opennebula.internal.oned;

import io.telcofactory.api.network.Ipv6;
import io.telcofactory.testkit.opennebula.internal.access.Kind;
import io.telcofactory.testkit.opennebula.internal.rpc.OneError;
import io.telcofactory.testkit.opennebula.internal.template.Attribute.Vector;
import io.telcofactory.testkit.opennebula.internal.template.Xml;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
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

    /** What an update can't change. */
    private static final List<String> KEPT =
            List.of("TYPE", "SHARED", "MAC", "IPAM_MAD", "IP", "IP6", "AR_ID", "PARENT_NETWORK_AR_ID", "NEXT_INDEX");
    /** What documents show and no range keeps. */
    private static final List<String> GENERATED = List.of(
            "ALLOCATED",
            "USED_LEASES",
            "LEASES",
            "MAC_END",
            "IP_END",
            "IP6_END",
            "IP6_ULA",
            "IP6_ULA_END",
            "IP6_GLOBAL",
            "IP6_GLOBAL_END");

    private final int id;
    private final Vector attributes;
    private final TreeMap<Integer, Lease> leases = new TreeMap<>();
    private final @Nullable Long firstIp;
    private final long firstMac;
    private int size;
    private int next;
    /** A range that was leased from, or changed, or from which a reservation was given back, shows that it has no leases. */
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
        String type = attributes.get("TYPE").toUpperCase(Locale.ROOT);
        if (!type.matches("IP4|IP6|IP6_STATIC|IP4_6|IP4_6_STATIC|ETHER")) {
            throw OneError.internal("Unknown or missing address range TYPE.");
        }
        boolean shared = attributes.get("SHARED").equalsIgnoreCase("YES");
        if (shared && !type.equals("IP4") && !type.equals("IP6_STATIC")) {
            throw OneError.internal("Shared ARs can be only of type IP4 or IP6_STATIC.");
        }
        Long ip = type.startsWith("IP4") ? Addresses.ip4(attributes.get("IP")) : null;
        if (ip == null && type.startsWith("IP4")) {
            throw OneError.internal("Wrong or empty IP attribute");
        }
        if (type.endsWith("STATIC")) {
            checkStatic6(attributes);
        } else if (has6(type)) {
            checkPrefixes(attributes);
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
        if (!isCount(attributes.get("SIZE"))) {
            throw OneError.internal("Wrong SIZE for address range");
        }
        int size = attributes.number("SIZE", 0);
        attributes
                .set("AR_ID", id)
                .set("TYPE", type)
                .set("MAC", Addresses.mac(mac))
                .set("SIZE", size);
        if (ip == null) {
            attributes.remove("IP");
        }
        if (!has6(type)) {
            attributes.removeAll(List.of("GLOBAL_PREFIX", "ULA_PREFIX"));
        }
        attributes.set("SHARED", shared ? "YES" : "NO").set("NEXT_INDEX", "0");
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

    private boolean isReservation() {
        return attributes.has("PARENT_NETWORK_AR_ID");
    }

    /** Takes over what may change; everything else is as the change says, and what it doesn't say is gone. */
    void update(Vector change) {
        String type = attributes.get("TYPE");
        if (has6(type)) {
            checkPrefixes(change);
        }
        String asked = change.get("SIZE");
        if (!asked.isEmpty() && !isCount(asked)) {
            throw OneError.internal("Unable to read the SIZE attribute, it must be number >= 0");
        }
        int newSize = asked.isEmpty() ? size : change.number("SIZE", size);
        if (isReservation() && newSize != size) {
            throw OneError.internal("The SIZE of a reservation cannot be changed.");
        }
        if (!leases.isEmpty() && leases.lastKey() >= newSize) {
            throw OneError.internal(
                    "New SIZE cannot be applied. There are used leases that would fall outside the range.");
        }
        Vector updated = change.copy();
        updated.removeAll(GENERATED);
        for (String kept : KEPT) {
            updated.remove(kept);
            if (attributes.has(kept)) {
                updated.set(kept, attributes.get(kept));
            }
        }
        updated.set("SIZE", newSize);
        if (has6(type)) {
            updated.set("GLOBAL_PREFIX", change.get("GLOBAL_PREFIX")).set("ULA_PREFIX", change.get("ULA_PREFIX"));
        } else {
            updated.removeAll(List.of("GLOBAL_PREFIX", "ULA_PREFIX"));
        }
        if (!isStatic6()) {
            updated.remove("PREFIX_LENGTH");
        } else if (!isCount(change.get("PREFIX_LENGTH"))) {
            updated.set("PREFIX_LENGTH", attributes.get("PREFIX_LENGTH"));
        }
        attributes.removeAll(List.copyOf(attributes.pairs().keySet()));
        updated.pairs().forEach(attributes::set);
        size = newSize;
        next = next >= size ? 0 : next;
        touched = true;
    }

    Map<Integer, Lease> leases() {
        return leases;
    }

    /** Takes the next free index, going round; -1 when the range is full. */
    int takeNext(Lease lease) {
        int index = freeIndex(1);
        if (index >= 0) {
            take(index, 1, lease);
            next = (index + 1) % size;
        }
        return index;
    }

    /** Takes the next so many free addresses in a row, and says where they start; -1 when there are none. */
    int takeRun(int length, Lease lease) {
        int index = freeIndex(length);
        if (index >= 0) {
            take(index, length, lease);
            next = (index + length) % size;
        }
        return index;
    }

    private int freeIndex(int length) {
        for (int i = 0; i < size; i++) {
            int start = (next + i) % size;
            if (isFree(start, length)) {
                return start;
            }
        }
        return -1;
    }

    /** Whether so many addresses are in the range and free. */
    boolean isFree(int start, int length) {
        return start >= 0
                && start + length <= size
                && leases.subMap(start, start + length).isEmpty();
    }

    /** Frees what somebody holds, and says how many addresses that were. */
    int release(Lease lease) {
        int before = leases.size();
        leases.values().removeIf(lease::equals);
        touched = true;
        return before - leases.size();
    }

    /** Takes addresses by their number. */
    void take(int start, int length, Lease lease) {
        for (int index = start; index < start + length; index++) {
            leases.put(index, lease);
        }
        touched = true;
    }

    void release(int index) {
        leases.remove(index);
        touched = true;
    }

    /** The number of the address that a vector asks for, by MAC, IP or IP6; -1 when it is not in this range. */
    int indexOf(Vector wanted) {
        if (wanted.given("MAC")) {
            return indexOfMac(wanted.get("MAC"));
        }
        return wanted.given("IP") ? indexOfIp(wanted.get("IP")) : indexOfIp6(wanted.get("IP6"));
    }

    private int indexOfIp(String ip) {
        Long value = Addresses.ip4(ip);
        if (value == null || firstIp == null) {
            return -1;
        }
        long index = value - firstIp;
        return index >= 0 && index < size ? (int) index : -1;
    }

    private int indexOfIp6(String ip6) {
        if (!isStatic6()) {
            return -1;
        }
        try {
            BigInteger first = Ipv6.parse(attributes.get("IP6")).number();
            BigInteger index = Ipv6.parse(ip6).number().subtract(first);
            return index.signum() >= 0 && index.compareTo(BigInteger.valueOf(size)) < 0 ? index.intValue() : -1;
        } catch (IllegalArgumentException malformed) {
            return -1;
        }
    }

    int indexOfMac(String mac) {
        Long value = Addresses.mac(mac);
        long index = value == null ? -1 : value - firstMac;
        return index >= 0 && index < size ? (int) index : -1;
    }

    /** Writes the addresses of a lease into a vector: those at which a range begins, and what follows from the MAC. */
    void writeAddress(int index, Vector into) {
        writeStart(index, into);
        if (has6(attributes.get("TYPE"))) {
            into.set("IP6_LINK", Addresses.ip6("fe80::", firstMac + index));
            for (String prefix : List.of("ULA", "GLOBAL")) {
                if (attributes.given(prefix + "_PREFIX")) {
                    into.set("IP6_" + prefix, ip6(prefix, index));
                }
            }
        }
    }

    /** Writes the addresses at which a range begins that is carved out here. */
    void writeStart(int index, Vector into) {
        into.set("MAC", Addresses.mac(firstMac + index));
        if (firstIp != null) {
            into.set("IP", Addresses.ip4(firstIp + index));
        }
        if (isStatic6()) {
            into.set("IP6", static6(index));
        }
        int ports = attributes.number("PORT_SIZE", 0);
        int port = attributes.number("PORT_START", 0);
        if (ports > 0 && port > 0) {
            int first = port + index * ports + 1;
            into.set("EXTERNAL_PORT_RANGE", first + ":" + (first + ports - 1));
            into.set("INTERNAL_PORT_RANGE", "1-" + ports + "/" + first);
        }
    }

    private String ip6(String prefix, int index) {
        return Addresses.ip6(attributes.get(prefix + "_PREFIX"), firstMac + index);
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
        for (String prefix : List.of("ULA", "GLOBAL")) {
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

    /** Whether addresses of a type have a prefix and the interface part of their MAC. */
    private static boolean has6(String type) {
        return type.equals("IP6") || type.equals("IP4_6");
    }

    private static void checkPrefixes(Vector attributes) {
        if (!Addresses.isPrefix6(attributes.get("GLOBAL_PREFIX"))) {
            throw OneError.internal("Wrong format for IP6 global address prefix");
        }
        if (!Addresses.isPrefix6(attributes.get("ULA_PREFIX"))) {
            throw OneError.internal("Wrong format for IP6 unique local address prefix");
        }
    }

    private static boolean isCount(String text) {
        return text.matches("\\d+");
    }
}
