package io.telcofactory.benchmarks;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;

/**
 * What a run measured, found by benchmark class, method and parameters.
 *
 * <p>Parameters are given as {@code "name=value"} in the order of their names.
 */
public final class Results {
    private static final String ALLOCATED = "gc.alloc.rate.norm";

    private final Map<String, Measured> byBenchmark;

    Results(Map<String, Measured> byBenchmark) {
        this.byBenchmark = new TreeMap<>(byBenchmark);
    }

    static Results none() {
        return new Results(Map.of());
    }

    static Results of(Collection<RunResult> results) {
        Map<String, Measured> measured = new TreeMap<>();
        for (RunResult result : results) {
            measured.put(key(result.getParams()), measured(result));
        }
        return new Results(measured);
    }

    /** Returns the average time of one operation, in nanoseconds. */
    public double nanosPerOperation(Class<?> benchmark, String method, String... parameters) {
        return find(benchmark, method, parameters).nanos();
    }

    /** Returns the heap allocated by one operation, in bytes. */
    public double bytesPerOperation(Class<?> benchmark, String method, String... parameters) {
        return find(benchmark, method, parameters).bytes();
    }

    private Measured find(Class<?> benchmark, String method, String... parameters) {
        String key = key(benchmark.getName().replace('$', '.') + "." + method, String.join(",", parameters));
        Measured found = byBenchmark.get(key);
        if (found == null) {
            throw new IllegalArgumentException("nothing measured as " + key + "; measured: " + byBenchmark.keySet());
        }
        return found;
    }

    private static Measured measured(RunResult result) {
        double unit = result.getParams().getTimeUnit().toNanos(1);
        double nanos = result.getPrimaryResult().getScore() * unit;
        @SuppressWarnings("rawtypes")
        Result allocated = result.getSecondaryResults().get(ALLOCATED);
        return new Measured(nanos, allocated == null ? Double.NaN : allocated.getScore());
    }

    private static String key(BenchmarkParams params) {
        StringBuilder parameters = new StringBuilder();
        for (String name : new TreeSet<>(params.getParamsKeys())) {
            parameters.append(parameters.isEmpty() ? "" : ",");
            parameters.append(name).append('=').append(params.getParam(name));
        }
        return key(params.getBenchmark(), parameters.toString());
    }

    private static String key(String benchmark, String parameters) {
        return parameters.isEmpty() ? benchmark : benchmark + "[" + parameters + "]";
    }

    /** Average time in nanoseconds and allocated heap in bytes, both per operation. */
    record Measured(double nanos, double bytes) {}
}
