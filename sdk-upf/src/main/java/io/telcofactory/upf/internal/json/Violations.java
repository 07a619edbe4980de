package io.telcofactory.upf.internal.json;

import io.telcofactory.api.error.ErrorContext;
import io.telcofactory.api.error.InvalidRequestException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Collects which rules of a specification a message breaks, each with its place as a JSON pointer, so that all are told
 * at once and before anything is sent.
 */
public final class Violations {
    private final String specification;
    private final List<String> broken = new ArrayList<>();

    /**
     * Starts without violations.
     *
     * @param specification whose rules, for messages
     */
    public Violations(String specification) {
        this.specification = specification;
    }

    /**
     * Notes a rule unless it is kept.
     *
     * @param kept whether it is
     * @param rule place and rule in words
     */
    public void require(boolean kept, String rule) {
        if (!kept) {
            broken.add(rule);
        }
    }

    /**
     * Notes a text that has another form.
     *
     * @param place JSON pointer
     * @param text the text, passed over if absent
     * @param form what the whole text must match
     * @param words the form in words
     */
    public void match(String place, Optional<String> text, Pattern form, String words) {
        text.filter(t -> !form.matcher(t).matches())
                .ifPresent(t -> broken.add(place + " = '" + t + "' must be " + words));
    }

    /**
     * Notes a number that lies elsewhere.
     *
     * @param place JSON pointer
     * @param number the number, passed over if absent
     * @param least the least that is allowed
     * @param most the most that is allowed
     */
    public void between(String place, Optional<Integer> number, int least, int most) {
        number.filter(n -> n < least || n > most)
                .ifPresent(n -> broken.add(place + " = " + n + " must be " + least + " to " + most));
    }

    /**
     * Notes what somebody who reads the text refuses.
     *
     * @param place JSON pointer
     * @param reading throws {@code IllegalArgumentException} if it can't be read
     */
    public void attempt(String place, Runnable reading) {
        try {
            reading.run();
        } catch (IllegalArgumentException e) {
            broken.add(place + ": " + e.getMessage());
        }
    }

    /**
     * Returns what was noted.
     *
     * @return one text for each broken rule, none if all are kept
     */
    public List<String> broken() {
        return List.copyOf(broken);
    }

    /**
     * Ends a call before it is sent if a rule is broken.
     *
     * @param where for the exception
     * @param advice what to do, a sentence
     * @throws InvalidRequestException if anything was noted
     */
    public void refuse(ErrorContext where, String advice) {
        if (!broken.isEmpty()) {
            throw new InvalidRequestException(
                    where,
                    "The request breaks the rules of " + specification + " and was not sent: "
                            + String.join("; ", broken) + ". " + advice);
        }
    }
}
