package io.telcofactory.gpu.placement;

/**
 * The linear program "cover a demand with patterns, fractions allowed, using as few as possible", solved through its dual:
 * maximise {@code demand * price} so that no pattern is worth more than 1. The simplex method with Bland's rule starts at
 * the origin, which is feasible; there are as many variables as profiles and as many constraints as patterns.
 */
final class CoveringProgram {
    private static final double EPSILON = 1e-9;

    private final double[][] tableau;
    private final int[] basis;
    private final int variables;

    private CoveringProgram(int[][] patterns, int[] demand) {
        this.variables = demand.length;
        int constraints = patterns.length;
        this.tableau = new double[constraints + 1][variables + constraints + 1];
        this.basis = new int[constraints];
        for (int row = 0; row < constraints; row++) {
            for (int column = 0; column < variables; column++) {
                tableau[row][column] = patterns[row][column];
            }
            tableau[row][variables + row] = 1;
            tableau[row][variables + constraints] = 1;
            basis[row] = variables + row;
        }
        for (int column = 0; column < variables; column++) {
            tableau[constraints][column] = -demand[column];
        }
    }

    static CoveringProgram solve(int[][] patterns, int[] demand) {
        CoveringProgram program = new CoveringProgram(patterns, demand);
        for (int entering = program.entering(); entering >= 0; entering = program.entering()) {
            program.pivot(program.leaving(entering), entering);
        }
        return program;
    }

    /** Returns how many patterns are needed at least, whole ones. */
    int bound() {
        double[] objective = tableau[basis.length];
        return (int) Math.ceil(objective[objective.length - 1] - 1e-6);
    }

    /** Returns how often the fractional optimum uses a pattern. */
    double uses(int pattern) {
        return tableau[basis.length][variables + pattern];
    }

    private int entering() {
        double[] objective = tableau[basis.length];
        for (int column = 0; column < objective.length - 1; column++) {
            if (objective[column] < -EPSILON) {
                return column;
            }
        }
        return -1;
    }

    private int leaving(int entering) {
        int right = tableau[0].length - 1;
        int best = -1;
        double least = Double.POSITIVE_INFINITY;
        for (int row = 0; row < basis.length; row++) {
            if (tableau[row][entering] > EPSILON) {
                double ratio = tableau[row][right] / tableau[row][entering];
                boolean tie = Math.abs(ratio - least) <= EPSILON;
                if ((!tie && ratio < least) || (tie && basis[row] < basis[best])) {
                    least = ratio;
                    best = row;
                }
            }
        }
        if (best < 0) {
            throw new IllegalStateException("a profile that is in no pattern can't be covered");
        }
        return best;
    }

    private void pivot(int row, int column) {
        double divisor = tableau[row][column];
        for (int i = 0; i < tableau[row].length; i++) {
            tableau[row][i] /= divisor;
        }
        for (int other = 0; other < tableau.length; other++) {
            double factor = tableau[other][column];
            if (other != row && factor != 0) {
                for (int i = 0; i < tableau[other].length; i++) {
                    tableau[other][i] -= factor * tableau[row][i];
                }
            }
        }
        basis[row] = column;
    }
}
