package io.telcofactory.opennebula.flow;

import io.telcofactory.api.error.ErrorContext;
import io.telcofactory.api.error.SdkException;
import io.telcofactory.opennebula.internal.ErrorMeaning;
import io.telcofactory.opennebula.internal.Refusal;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells what a refusal of OneFlow means. Its statuses say little: 401 stands for a wrong password, a missing right and a lock,
 * 500 for a wrong state, a quota, a wrong body and a bug.
 */
final class FlowErrors {
    private static final int LONGEST = 1024;
    private static final Pattern REASON = Pattern.compile("\"reason\"\\s*:\\s*\"((?:[^\"\\\\]|\\\\.)*)\"");

    private FlowErrors() {}

    static SdkException of(ErrorContext at, boolean idempotent, int status, String body) {
        ErrorContext context = at.withNativeCode("HTTP " + status);
        String words = words(status, body);
        if (status == 502 || status == 504 || isBug(status, words)) {
            return Refusal.of(context, idempotent, ErrorMeaning.UNSURE, words);
        }
        return Refusal.of(context, idempotent, meaning(status, words), words);
    }

    private static String words(int status, String body) {
        String text = body.strip();
        if (text.isEmpty() || text.startsWith("<")) {
            return "OneFlow answered HTTP " + status + " without a reason; is the address that of OneFlow?";
        }
        Matcher reason = REASON.matcher(text);
        String words = reason.find() ? reason.group(1) : text;
        return words.length() > LONGEST ? words.substring(0, LONGEST) : words;
    }

    private static boolean isBug(int status, String words) {
        return status == 500 && meaning(status, words) == ErrorMeaning.UNSURE;
    }

    private static ErrorMeaning meaning(int status, String words) {
        String text = words.toLowerCase(Locale.ROOT);
        if (text.contains("invalid credentials") || text.contains("a username and password must be provided")) {
            return ErrorMeaning.AUTHENTICATION;
        }
        return switch (status) {
            case 400, 405, 413, 415 -> ErrorMeaning.INVALID;
            case 401, 403 -> refused(words);
            case 404 -> text.contains("is the address") ? ErrorMeaning.INVALID : ErrorMeaning.NOT_FOUND;
            case 429, 503 -> ErrorMeaning.UNAVAILABLE;
            default -> failed(words, text);
        };
    }

    private static ErrorMeaning refused(String words) {
        ErrorMeaning meaning = ErrorMeaning.of(0x200, words);
        return meaning == ErrorMeaning.INVALID ? ErrorMeaning.PERMISSION : meaning;
    }

    private static ErrorMeaning failed(String words, String text) {
        ErrorMeaning known = ErrorMeaning.of(0, words);
        if (known != ErrorMeaning.INVALID && known != ErrorMeaning.CONFLICT) {
            return known;
        }
        if (text.contains("in state") || text.contains("in hold") || known == ErrorMeaning.CONFLICT) {
            return ErrorMeaning.CONFLICT;
        }
        if (text.startsWith("role ") && text.endsWith("not found")) {
            return ErrorMeaning.NOT_FOUND;
        }
        boolean ours = text.contains("unexpected token")
                || text.contains("undefined method")
                || text.contains("immutable value")
                || text.contains("not supported")
                || text.contains("cardinality");
        return ours ? ErrorMeaning.INVALID : ErrorMeaning.UNSURE;
    }
}
