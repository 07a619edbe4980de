package io.telcofactory.testkit;

/**
 * Systems that faults of kind {@link Fault.Kind#SITE} strike; the fakes are such.
 *
 * @since 0.1
 */
public interface FaultySite {

    /**
     * Lets something go wrong from now on.
     *
     * @param fault what; ignored if it can't happen here
     */
    void strike(Fault fault);

    /** Does what the people of the site would do in the end: everything works again, what was to go wrong later has gone wrong. */
    void mend();
}
