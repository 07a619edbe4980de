package io.telcofactory.opennebula.model;

import io.telcofactory.opennebula.xml.XmlNode;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A rule of the access control list: who may do what with which objects of which zone. Each part is a number of 64 bits, made by
 * the methods of {@link #builder()}.
 *
 * @param user who
 * @param resource which objects
 * @param rights what
 * @param zone in which zone
 * @since 0.1
 */
public record AclRule(long user, long resource, long rights, long zone) implements WireArgument {
    private static final long INDIVIDUAL = 0x100000000L;
    private static final long GROUP = 0x200000000L;
    private static final long ALL = 0x400000000L;
    private static final long CLUSTER = 0x800000000L;

    /**
     * Starts a rule that holds for everybody, all objects and all zones, and allows nothing yet.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    static AclRule of(XmlNode acl) {
        return new AclRule(
                hex(acl.text("USER", "0")),
                hex(acl.text("RESOURCE", "0")),
                hex(acl.text("RIGHTS", "0")),
                hex(acl.text("ZONE", "0")));
    }

    private static long hex(String text) {
        try {
            return Long.parseLong(text, 16);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    @Override
    public List<Object> wireValues() {
        return List.of(
                Long.toHexString(user), Long.toHexString(resource), Long.toHexString(rights), Long.toHexString(zone));
    }

    /**
     * Kinds of objects that rules are about.
     *
     * @since 0.1
     */
    public enum Kind {
        /** Virtual machines. */
        VM(0x1000000000L),
        /** Hosts. */
        HOST(0x2000000000L),
        /** Networks. */
        NET(0x4000000000L),
        /** Images. */
        IMAGE(0x8000000000L),
        /** Users. */
        USER(0x10000000000L),
        /** VM templates. */
        TEMPLATE(0x20000000000L),
        /** Groups. */
        GROUP(0x40000000000L),
        /** Datastores. */
        DATASTORE(0x100000000000L),
        /** Clusters. */
        CLUSTER(0x200000000000L),
        /** Documents, OneFlow services included. */
        DOCUMENT(0x400000000000L),
        /** Zones. */
        ZONE(0x800000000000L),
        /** Security groups. */
        SECGROUP(0x1000000000000L),
        /** Virtual data centres. */
        VDC(0x2000000000000L),
        /** Virtual routers. */
        VROUTER(0x4000000000000L),
        /** Marketplaces. */
        MARKETPLACE(0x8000000000000L),
        /** Apps of marketplaces. */
        MARKETPLACEAPP(0x10000000000000L),
        /** VM groups. */
        VMGROUP(0x20000000000000L),
        /** Network templates. */
        VNTEMPLATE(0x40000000000000L),
        /** Backup jobs. */
        BACKUPJOB(0x100000000000000L);

        private final long bit;

        Kind(long bit) {
            this.bit = bit;
        }
    }

    /**
     * What rules allow.
     *
     * @since 0.1
     */
    public enum Right {
        /** Seeing and using. */
        USE(1),
        /** Changing. */
        MANAGE(2),
        /** Giving away and changing rights. */
        ADMIN(4),
        /** Making new ones. */
        CREATE(8);

        private final long bit;

        Right(long bit) {
            this.bit = bit;
        }
    }

    /**
     * Collects the parts of a rule.
     *
     * @since 0.1
     */
    public static final class Builder {
        private final Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        private final Set<Right> rights = EnumSet.noneOf(Right.class);
        private long user = ALL;
        private long selector = ALL;
        private long zone = ALL;

        private Builder() {}

        /**
         * Holds for one user.
         *
         * @param id the user
         * @return this
         */
        public Builder user(int id) {
            user = INDIVIDUAL | id;
            return this;
        }

        /**
         * Holds for the members of a group.
         *
         * @param id the group
         * @return this
         */
        public Builder group(int id) {
            user = GROUP | id;
            return this;
        }

        /**
         * Is about these kinds of objects.
         *
         * @param some at least one
         * @return this
         */
        public Builder kinds(Kind... some) {
            kinds.addAll(List.of(some));
            return this;
        }

        /**
         * Is about one object.
         *
         * @param id the object
         * @return this
         */
        public Builder object(int id) {
            selector = INDIVIDUAL | id;
            return this;
        }

        /**
         * Is about the objects of a group.
         *
         * @param id the group
         * @return this
         */
        public Builder objectsOfGroup(int id) {
            selector = GROUP | id;
            return this;
        }

        /**
         * Is about the hosts, networks or datastores of a cluster.
         *
         * @param id the cluster
         * @return this
         */
        public Builder objectsOfCluster(int id) {
            selector = AclRule.CLUSTER | id;
            return this;
        }

        /**
         * Allows these rights.
         *
         * @param some at least one
         * @return this
         */
        public Builder allow(Right... some) {
            rights.addAll(List.of(some));
            return this;
        }

        /**
         * Holds in one zone.
         *
         * @param id the zone
         * @return this
         */
        public Builder zone(int id) {
            zone = INDIVIDUAL | id;
            return this;
        }

        /**
         * Makes the rule.
         *
         * @return the rule
         */
        public AclRule build() {
            if (kinds.isEmpty() || rights.isEmpty()) {
                throw new IllegalArgumentException("A rule needs at least one kind of object and one right");
            }
            long resource = kinds.stream().mapToLong(kind -> kind.bit).reduce(selector, (a, b) -> a | b);
            long allowed = rights.stream().mapToLong(right -> right.bit).reduce(0, (a, b) -> a | b);
            return new AclRule(user, resource, allowed, zone);
        }
    }
}
