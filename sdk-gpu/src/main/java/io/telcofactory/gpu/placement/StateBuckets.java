package io.telcofactory.gpu.placement;

import java.util.Arrays;

/**
 * GPUs sorted by their state, so that a search looks at each state once and not at each GPU. Adding and removing take
 * constant time: the GPUs of a state form a linked list whose links lie in arrays shared by all buckets of a layer.
 */
final class StateBuckets {
    static final int END = -1;

    private final Links links;
    private final int[] head;
    private final long[] nonEmpty;

    StateBuckets(Links links, int states) {
        this.links = links;
        this.head = new int[states];
        Arrays.fill(head, END);
        this.nonEmpty = new long[(states + Long.SIZE - 1) / Long.SIZE];
    }

    void add(int gpu, int state) {
        int first = head[state];
        links.next[gpu] = first;
        links.previous[gpu] = END;
        if (first == END) {
            nonEmpty[state >> 6] |= 1L << state;
        } else {
            links.previous[first] = gpu;
        }
        head[state] = gpu;
    }

    void remove(int gpu, int state) {
        int next = links.next[gpu];
        int previous = links.previous[gpu];
        if (previous == END) {
            head[state] = next;
        } else {
            links.next[previous] = next;
        }
        if (next != END) {
            links.previous[next] = previous;
        }
        if (head[state] == END) {
            nonEmpty[state >> 6] &= ~(1L << state);
        }
    }

    int words() {
        return nonEmpty.length;
    }

    /** Returns the states with GPUs, 64 in each word. */
    long word(int index) {
        return nonEmpty[index];
    }

    /** Returns the first GPU in a state, or {@link #END}. */
    int first(int state) {
        return head[state];
    }

    /** Returns the GPU behind another in the same bucket, or {@link #END}. */
    int next(int gpu) {
        return links.next[gpu];
    }

    /** The links of one layer; a GPU is in at most one bucket of a layer. */
    static final class Links {
        private final int[] next;
        private final int[] previous;

        Links(int gpus) {
            next = new int[gpus];
            previous = new int[gpus];
        }
    }
}
