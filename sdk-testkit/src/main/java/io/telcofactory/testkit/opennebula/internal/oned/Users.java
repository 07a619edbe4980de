package io.telcofactory.testkit.opennebula.internal.oned;

import io.telcofactory.testkit.opennebula.internal.access.Kind;
import io.telcofactory.testkit.opennebula.internal.access.LoginToken;
import io.telcofactory.testkit.opennebula.internal.access.RestrictedAttributes;
import io.telcofactory.testkit.opennebula.internal.access.Right;
import io.telcofactory.testkit.opennebula.internal.access.Session;
import io.telcofactory.testkit.opennebula.internal.rpc.Args;
import io.telcofactory.testkit.opennebula.internal.rpc.MethodTable;
import io.telcofactory.testkit.opennebula.internal.rpc.OneError;
import io.telcofactory.testkit.opennebula.internal.rpc.RpcFault;
import io.telcofactory.testkit.opennebula.internal.template.Hashes;
import io.telcofactory.testkit.opennebula.internal.template.Names;
import io.telcofactory.testkit.opennebula.internal.template.Template;
import io.telcofactory.testkit.opennebula.internal.template.Xml;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Users: authentication, tokens and membership. */
public final class Users extends Resource<User> {

    private static final int MAX_TOKENS = 10;

    /** The drivers by which a password is compared. */
    private static final Set<String> DRIVERS = Set.of("core", "server_cipher");

    private int mintedTokens;

    Users(Cloud cloud) {
        super(cloud, Kind.USER);
    }

    @Override
    RestrictedAttributes restricted() {
        return RestrictedAttributes.USER;
    }

    @Override
    void register(MethodTable table) {
        registerBasics(table);
        table.add("one.user.rename", "is", (session, args) -> {
            throw new RpcFault(RpcFault.NO_SUCH_METHOD, "Method 'one.user.rename' not defined");
        });
        table.add("one.userpool.info", "", (session, args) -> poolXml(session, each -> true));
        table.add("one.user.allocate", "sss?a", this::allocate);
        table.add("one.user.delete", "i", this::delete);
        table.add("one.user.login", "ssi?i", this::login);
        table.add("one.user.passwd", "is", this::passwd);
        table.add("one.user.chauth", "iss", this::chauth);
        table.add("one.user.enable", "ib", this::enable);
        table.add("one.user.chgrp", "ii", this::changeGroup);
        table.add("one.user.addgroup", "ii", this::addGroup);
        table.add("one.user.delgroup", "ii", this::deleteGroup);
    }

    public User create(String name, String password, String driver, List<Integer> groups) {
        User user = pool.add(new User(cloud, pool.nextId(), name, kept(driver, password), driver, groups));
        user.template().set("TOKEN_PASSWORD", Hashes.sha256("token-password-" + user.id()));
        groups.forEach(gid -> cloud.groups().get(gid).users().add(user.id()));
        return user;
    }

    String nameOf(int uid) {
        User user = pool.find(uid);
        return user == null ? "" : user.name();
    }

    /** Turns {@code user:secret} into a session, or returns null. */
    public @Nullable Session authenticate(String credentials) {
        int colon = credentials.indexOf(':');
        if (colon < 0) {
            return null;
        }
        User user = byName(credentials.substring(0, colon));
        String secret = credentials.substring(colon + 1);
        if (user == null || !user.enabled()) {
            return null;
        }
        long now = cloud.events().epochSecond();
        for (LoginToken token : user.tokens()) {
            if (token.text().equals(secret) && token.isLive(now)) {
                return token.egid() < 0 ? session(user) : scoped(user, token.egid());
            }
        }
        // No other driver answers: the fake knows no directory and no keys.
        boolean known = DRIVERS.contains(user.driver()) && user.passwordKept().equals(kept(user.driver(), secret));
        return known ? session(user) : null;
    }

    /** Only the driver core keeps a hash; what another driver knows a user by is kept as it is. */
    private static String kept(String driver, String password) {
        return driver.equals("core") ? Hashes.sha256(password) : password;
    }

    public Session session(User user) {
        return new Session(user.id(), user.groupId(), user.name(), Set.copyOf(user.groups()), false);
    }

    private static Session scoped(User user, int egid) {
        return new Session(user.id(), egid, user.name(), Set.of(egid), true);
    }

    @Nullable User byName(String name) {
        return pool.first(user -> user.name().equals(name));
    }

    @Override
    Object info(Session session, Args args) {
        return args.number(0) == -1 ? document(session, get(session.uid())) : super.info(session, args);
    }

    @Override
    String document(Session session, User user) {
        Xml xml = new Xml();
        user.writeTo(xml);
        user.quotas().writeTo(xml);
        xml.open("DEFAULT_USER_QUOTAS");
        cloud.quotas().userDefaults().writeTo(xml);
        return xml.close("DEFAULT_USER_QUOTAS").close("USER").toString();
    }

    @Override
    void writeInPool(Xml xml, User user) {
        user.writeTo(xml);
        xml.close("USER").open("QUOTAS").text("ID", user.id());
        user.quotas().writeTo(xml);
        xml.close("QUOTAS");
    }

    @Override
    void writePoolTail(Xml xml, Session session) {
        xml.open("DEFAULT_USER_QUOTAS");
        cloud.quotas().userDefaults().writeTo(xml);
        xml.close("DEFAULT_USER_QUOTAS");
    }

    @Override
    void update(User user, Template change, boolean append) {
        String tokenPassword = user.template().text("TOKEN_PASSWORD");
        super.update(user, change, append);
        if (!user.template().has("TOKEN_PASSWORD")) {
            user.template().set("TOKEN_PASSWORD", tokenPassword);
        }
    }

    private Object allocate(Session session, Args args) {
        List<Integer> groups = new ArrayList<>();
        Auth auth = auth(session).createUser();
        for (Object gid : args.array(3)) {
            Group group = cloud.groups().get((Integer) gid);
            groups.add(group.id());
            if (!session.groups().contains(group.id())) {
                auth.need(Right.MANAGE, group);
            }
        }
        auth.check();
        checkUserName(args.text(0));
        String flaw = passwordFlaw(args.text(1));
        if (flaw != null) {
            throw OneError.internal(flaw + ".");
        }
        checkName(args.text(0), -1);
        String driver = args.text(2).isEmpty() ? "core" : args.text(2);
        return create(args.text(0), args.text(1), driver, groups.isEmpty() ? List.of(1) : groups)
                .id();
    }

    private static void checkUserName(String name) {
        String flaw = Names.flaw(name, " ");
        if (flaw != null) {
            throw OneError.internal(flaw + ".");
        }
    }

    private static @Nullable String passwordFlaw(String password) {
        if (password.isEmpty()) {
            return "Invalid password, it cannot be empty";
        }
        return password.contains(" ") ? "Invalid password, character ' ' is not allowed" : null;
    }

    private Object delete(Session session, Args args) {
        User user = get(session, args.number(0), Right.ADMIN);
        if (user.id() == 0) {
            throw OneError.action("Cannot delete user. oneadmin cannot be deleted.");
        }
        cloud.groups().pool.all().forEach(group -> group.forget(user.id()));
        cloud.acls().forget(Kind.USER, user.id());
        pool.remove(user.id());
        return user.id();
    }

    private Object login(Session session, Args args) {
        User user = byName(args.text(0));
        if (user == null) {
            throw OneError.missing(Kind.USER, -1);
        }
        auth(session).need(Right.MANAGE, user).check();
        String text = args.text(1);
        int seconds = args.number(2);
        int egid = args.number(3, -1);
        if (seconds < -1) {
            throw OneError.api("Wrong valid period for token");
        }
        if (seconds == 0) {
            boolean found = user.tokens()
                    .removeIf(token -> text.isEmpty() || token.text().equals(text));
            if (!found && !text.isEmpty()) {
                throw OneError.api("Could not find token: " + text);
            }
            return "";
        }
        if (egid >= 0 && !session.isAdmin() && !user.groups().contains(egid)) {
            throw OneError.api("EGID is not in user group list");
        }
        if (egid < 0 && !session.groups().equals(user.groups())) {
            throw OneError.api("Cannot create a full token with a specific group token");
        }
        return mint(user, text, seconds, egid);
    }

    private String mint(User user, String text, int seconds, int egid) {
        long now = cloud.events().epochSecond();
        user.tokens().removeIf(token -> !token.isLive(now));
        if (user.tokens().size() >= MAX_TOKENS) {
            throw OneError.api("Max number of tokens limit reached.");
        }
        String token = text.isEmpty() ? Hashes.sha256("token-" + mintedTokens++) : text;
        user.tokens().add(new LoginToken(token, seconds < 0 ? -1 : now + seconds, egid));
        return token;
    }

    private Object passwd(Session session, Args args) {
        User user = get(session, args.number(0), Right.MANAGE);
        String flaw = passwordFlaw(args.text(1));
        if (flaw != null) {
            throw OneError.action(flaw);
        }
        user.passwordKept(kept(user.driver(), args.text(1)));
        user.tokens().clear();
        return user.id();
    }

    private Object chauth(Session session, Args args) {
        User user = get(session, args.number(0), Right.ADMIN);
        user.driver(args.text(1));
        if (!args.text(2).isEmpty()) {
            user.passwordKept(kept(user.driver(), args.text(2)));
            user.tokens().clear();
        }
        return user.id();
    }

    private Object enable(Session session, Args args) {
        User user = get(session, args.number(0), Right.ADMIN);
        if (user.id() == 0) {
            throw OneError.action("Cannot enable/disable oneadmin user");
        }
        user.enabled(args.flag(1, true));
        if (!user.enabled()) {
            user.tokens().clear();
        }
        return user.id();
    }

    private Object changeGroup(Session session, Args args) {
        User user = get(args.number(0));
        Group group = cloud.groups().get(args.number(1));
        auth(session).need(Right.MANAGE, user).need(Right.USE, group).check();
        int old = user.groupId();
        if (!user.groups().contains(group.id())) {
            user.groups().remove(old);
            cloud.groups().get(old).forget(user.id());
        }
        user.groups().add(group.id());
        user.groupId(group.id());
        group.users().add(user.id());
        return user.id();
    }

    private Object addGroup(Session session, Args args) {
        User user = get(args.number(0));
        Group group = cloud.groups().get(args.number(1));
        auth(session).need(Right.MANAGE, user).need(Right.MANAGE, group).check();
        if (!user.groups().add(group.id())) {
            throw OneError.action("User is already in this group");
        }
        group.users().add(user.id());
        return user.id();
    }

    private Object deleteGroup(Session session, Args args) {
        User user = get(args.number(0));
        Group group = cloud.groups().get(args.number(1));
        auth(session).need(Right.MANAGE, user).need(Right.MANAGE, group).check();
        if (user.groupId() == group.id()) {
            throw OneError.action("Cannot remove user from the primary group");
        }
        if (!user.groups().remove(group.id())) {
            throw OneError.action("User is not part of this group");
        }
        group.forget(user.id());
        return user.id();
    }
}
