package io.telcofactory.opennebula.internal;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What an error answer means. Texts and codes are those of OpenNebula 7.4, see {@code docs/client.md}.
 */
public enum ErrorMeaning {
    /** Nobody known. */
    AUTHENTICATION,

    /** Somebody known, who may not. */
    PERMISSION,

    /** The object is locked. */
    LOCKED,

    /** The state forbids it. */
    CONFLICT,

    /** A quota would be exceeded. */
    QUOTA,

    /** Nothing is left, or nothing fits. */
    CAPACITY,

    /** No such object. */
    NOT_FOUND,

    /** The request is wrong. */
    INVALID,

    /** The server cannot do that. */
    UNSUPPORTED,

    /** The server cannot at present; nothing was done. */
    UNAVAILABLE,

    /** The server does not know whether it was done. */
    UNSURE;

    /** Also of a follower that can't pass the call on: its leader is dead and none is elected yet. */
    private static final Pattern NO_LEADER =
            Pattern.compile("no leader found|election mode|replicating log|could not connect to the federation master|"
                    + "libcurl failed .*(failed to connect|could ?n.t connect|could not (connect|resolve))|"
                    + "forwarding xml-rpc message to grpc leader");

    /** Of a follower whose leader took the call and did not answer, and of a leader that is stopping, which says nothing at all. */
    private static final Pattern NO_ANSWER =
            Pattern.compile("libcurl failed|rpc call timed out|^\\[one\\.[a-z.]+]\\s*$");

    private static final Pattern TAKEN = Pattern.compile(
            "already taken|collides with|already exist|already in |already assigned|already defined|already have|"
                    + "is already|already member|duplicated");
    private static final Pattern LOCK =
            Pattern.compile("is locked|trying to lock|cannot unlock|locked by|could not lock");
    private static final Pattern FULL = Pattern.compile(
            "does not fit in host|not enough (cpu|memory|capacity|space|storage|free)|unavailable pci device|"
                    + "cannot allocate numa topology|cannot assign pci device|no free leases|no leases available|"
                    + "cannot get ip|max number of tokens|not enough free addresses|no ip/mac|"
                    + "no addresses? available");
    private static final Pattern MALFORMED = Pattern.compile(
            "parse error|syntax error|wrong |malformed|incorrect|mandatory|must be|must define|has to be|cannot be"
                    + " empty|invalid|unknown|unkown|bad format|unable to parse|is not a valid|is not supported\\b|does"
                    + " not support|not multiple|needs to match|no \\w+ attribute in|cannot set quotas");
    private static final Pattern MISSING =
            Pattern.compile("error getting \\w+(?: \\w+)* (?:\\[|pool)|(?<!api call )does not exist"
                    + "|doesn't exist|was not found|device not found|is not assigned to|is not part of group");

    /**
     * Reads an error answer.
     *
     * @param code OpenNebula's error code, 0 when it is not known
     * @param message the server's words
     * @return what it means
     */
    public static ErrorMeaning of(int code, String message) {
        String text = message.toLowerCase(Locale.ROOT);
        if (code == 0x100 || text.contains("couldn't be authenticated")) {
            return AUTHENTICATION;
        } else if (Quota.PATTERN.matcher(message).find()) {
            return QUOTA;
        } else if (NO_LEADER.matcher(text).find()) {
            return UNAVAILABLE;
        } else if (code == 0x10000 || NO_ANSWER.matcher(text).find()) {
            return UNSURE;
        } else if (code == 0x8000 || LOCK.matcher(text).find()) {
            return LOCKED;
        } else if (text.contains("json query search is not supported")) {
            return UNSUPPORTED;
        } else if (TAKEN.matcher(text).find()) {
            return CONFLICT;
        }
        return byCode(code, text);
    }

    private static ErrorMeaning byCode(int code, String text) {
        return switch (code) {
            case 0x200 -> PERMISSION;
            case 0x400 -> NOT_FOUND;
            case 0x1000 -> text.contains("max number of tokens") ? CAPACITY : INVALID;
            case 0 -> byText(text);
            case 0x800 -> refusedAction(text);
            default -> otherCode(text);
        };
    }

    private static ErrorMeaning refusedAction(String text) {
        if (FULL.matcher(text).find()) {
            return CAPACITY;
        } else if (MISSING.matcher(text).find()) {
            return NOT_FOUND;
        } else if (text.contains("not supported by driver")) {
            return UNSUPPORTED;
        }
        return MALFORMED.matcher(text).find() && !isState(text) ? INVALID : CONFLICT;
    }

    /** INTERNAL and ALLOCATE: mostly the server's validation. */
    private static ErrorMeaning otherCode(String text) {
        if (FULL.matcher(text).find()) {
            return CAPACITY;
        } else if (MISSING.matcher(text).find()) {
            return NOT_FOUND;
        } else if (isState(text)) {
            return CONFLICT;
        }
        return INVALID;
    }

    private static ErrorMeaning byText(String text) {
        if (text.contains("not authorized") || text.contains("restricted attribute")) {
            return PERMISSION;
        }
        return otherCode(text);
    }

    private static boolean isState(String text) {
        return (text.contains(" state") && !text.contains("state condition"))
                || text.contains(" in use")
                || text.contains("not empty")
                || text.contains("using it")
                || text.contains("disabled");
    }
}
