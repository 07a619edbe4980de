package io.telcofactory.opennebula;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares a call of OpenNebula. Name and parameters are sent as declared, in this order, after the session string; the
 * return type says how the answer is read.
 *
 * @since 0.1
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Rpc {

    /**
     * The full name.
     *
     * @return for example {@code one.vm.info}
     */
    String value();

    /**
     * Whether a second run after a lost answer does no harm, so that the client may repeat the call by itself. Deleting counts
     * as such: after a repeat it may end with {@code NotFoundException}.
     *
     * @return false unless declared
     */
    boolean idempotent() default false;

    /**
     * The first release that has the call.
     *
     * @return for example {@code 7.2}
     */
    String since() default "6.10";
}
