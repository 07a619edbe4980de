package io.telcofactory.opennebula.backend;

/**
 * Several objects of one name, owner and stamp, in the pools that take such. They come from a request that was carried out twice, by a proxy
 * or by an applier that stood still until its lock was taken over. The oldest is the one; the others show up in the plan and are taken
 * away.
 */
final class Copies {
    private Copies() {}

    /** The name as it stands in a field: as wanted if there is one, different if there are more. */
    static String told(String name, int count) {
        return count == 1 ? name : name + ", " + count + " times";
    }
}
