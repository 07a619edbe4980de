package io.telcofactory.upf.nef;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a merge-patch does to one attribute: keep it, set it or remove it.
 *
 * <p><b>Source:</b> RFC 7396.
 *
 * @param <T> type of the attribute
 * @since 0.1
 */
public final class Merge<T> {
    private static final Merge<?> KEEP = new Merge<>(Kind.KEEP, null);
    private static final Merge<?> REMOVE = new Merge<>(Kind.REMOVE, null);

    private final Kind kind;
    private final @Nullable T value;

    private Merge(Kind kind, @Nullable T value) {
        this.kind = kind;
        this.value = value;
    }

    private enum Kind {
        KEEP,
        SET,
        REMOVE
    }

    /**
     * Leaves the attribute as it is.
     *
     * @param <T> type of the attribute
     * @return the change
     */
    @SuppressWarnings("unchecked") // holds no value
    public static <T> Merge<T> keep() {
        return (Merge<T>) KEEP;
    }

    /**
     * Sets the attribute.
     *
     * @param <T> type of the attribute
     * @param value its new value
     * @return the change
     */
    public static <T> Merge<T> set(T value) {
        return new Merge<>(Kind.SET, Objects.requireNonNull(value));
    }

    /**
     * Removes the attribute.
     *
     * @param <T> type of the attribute
     * @return the change
     */
    @SuppressWarnings("unchecked") // holds no value
    public static <T> Merge<T> remove() {
        return (Merge<T>) REMOVE;
    }

    /**
     * Returns what leads from one state of an attribute to another.
     *
     * @param <T> type of the attribute
     * @param before the value that is there
     * @param after the value wanted
     * @return keep if they are equal, remove if none is wanted, else set
     */
    public static <T> Merge<T> between(Optional<T> before, Optional<T> after) {
        if (before.equals(after)) {
            return keep();
        }
        return after.map(Merge::set).orElseGet(Merge::remove);
    }

    /**
     * Returns the new value.
     *
     * @return the value that is set; empty when the attribute is kept or removed
     */
    public Optional<T> value() {
        return Optional.ofNullable(value);
    }

    /**
     * Tells whether the attribute stays as it is.
     *
     * @return true if it is kept
     */
    public boolean isKeep() {
        return kind == Kind.KEEP;
    }

    /**
     * Tells whether the attribute is removed.
     *
     * @return true if it is removed
     */
    public boolean isRemove() {
        return kind == Kind.REMOVE;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Merge<?> that && kind == that.kind && Objects.equals(value, that.value);
    }

    @Override
    public int hashCode() {
        return Objects.hash(kind, value);
    }

    /** Returns {@code keep}, {@code remove} or the value that is set. */
    @Override
    public String toString() {
        return switch (kind) {
            case KEEP -> "keep";
            case REMOVE -> "remove";
            case SET -> "set " + value;
        };
    }
}
