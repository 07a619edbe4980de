package io.telcofactory.benchmarks;

import java.util.List;

/** Benchmarks that are run together and make one table. */
public interface Group {
    /** Returns the name that {@code -Dbench} takes. */
    String name();

    /** Returns the JMH classes to run, best derived from {@link Microbenchmark}; none when the group measures by itself. */
    default List<Class<?>> benchmarks() {
        return List.of();
    }

    /** Returns the rows of the table, each with its target; fails as what it measures fails. */
    List<Row> rows(Results results) throws Exception;
}
