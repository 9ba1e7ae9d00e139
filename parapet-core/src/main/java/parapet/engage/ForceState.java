package parapet.engage;

import java.util.Arrays;

/// Who is ready with what when a raid comes: a declared lumping of readiness. Two states are equal
/// when all their numbers are.
///
/// @param working fire units that work, by owner; an owner's sensors work when it is 1 or more
/// @param rounds rounds in all, `rounds[owner][interceptor]`, shared evenly among the working fire
///   units of the owner that have a magazine for them
public record ForceState(int[] working, int[][] rounds) {
    public ForceState {
        for (int n : working) {
            refuseNegative("working fire units", n);
        }
        for (int[] row : rounds) {
            for (int n : row) {
                refuseNegative("rounds", n);
            }
        }
    }

    private static void refuseNegative(String what, int n) {
        if (n < 0) {
            throw new IllegalArgumentException("The %s (%d) must be 0 or more.".formatted(what, n));
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ForceState(int[] w, int[][] r)
                && Arrays.equals(working, w)
                && Arrays.deepEquals(rounds, r);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(working) + Arrays.deepHashCode(rounds);
    }

    @Override
    public String toString() {
        return Arrays.toString(working) + Arrays.deepToString(rounds);
    }
}
