package io.telcofactory.opennebula.backend.render;

import io.telcofactory.api.tenant.Tenant;
import io.telcofactory.api.tenant.TenantUser;
import io.telcofactory.opennebula.model.OneObject;
import io.telcofactory.opennebula.model.User;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** How the users of a tenant are told on the server. */
public final class Users {
    /** Attribute of the anchor that names the users that are there or about to be made. */
    public static final String ATTRIBUTE = "TELCOFACTORY_USERS";

    /** What is stored of a user whom another driver knows by its name alone. */
    public static final String NO_IDENTITY = "-";

    private static final String NONE = "none";

    private Users() {}

    public static Set<String> names(Tenant tenant) {
        return tenant.users().stream().map(TenantUser::name).collect(Collectors.toCollection(TreeSet::new));
    }

    public static Optional<TenantUser> of(Tenant tenant, String name) {
        return tenant.users().stream().filter(user -> user.name().equals(name)).findFirst();
    }

    public static String text(Collection<String> names) {
        return names.isEmpty() ? NONE : String.join(", ", new TreeSet<>(names));
    }

    /** The names that an anchor announces. */
    public static Set<String> announced(OneObject anchor) {
        return anchor.attribute(ATTRIBUTE)
                .map(String::strip)
                .filter(names -> !names.equals(NONE))
                .map(names -> Arrays.stream(names.split(", ", -1)).collect(Collectors.toCollection(TreeSet::new)))
                .orElseGet(TreeSet::new);
    }

    /** What the server keeps of a user's secret. */
    public static String stored(User user) {
        return user.tree().text("PASSWORD", "").strip();
    }

    /** What the server would keep: of a password that it checks itself only the hash. */
    public static String stored(String driver, String secret) {
        return driver.equals(TenantUser.CORE) ? sha256(secret) : secret;
    }

    private static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
