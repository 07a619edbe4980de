package io.telcofactory.benchmarks;

import java.util.List;

/** Says how fast the machine is, and nothing about the SDK. */
final class CalibrationGroup implements Group {
    @Override
    public String name() {
        return "calibration";
    }

    @Override
    public List<Class<?>> benchmarks() {
        return List.of(Calibration.class);
    }

    @Override
    public List<Row> rows(Results results) {
        return List.of(Calibration.row(results));
    }
}
