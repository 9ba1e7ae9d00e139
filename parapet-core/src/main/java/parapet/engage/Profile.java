package parapet.engage;

import parapet.flight.Flight;
import parapet.flight.Lane;

/// One class of target on one lane, as all sites share it: times that rise, heights, and their
/// bounds.
final class Profile {
    final Lane lane;
    final double[] timeSec;
    final double[] seaM;
    final double[] groundM;

    /// 1 / span² of the segment that ends at each vertex, 1/s²; 0 at the first.
    final double[] perSpanSquared;

    private final double leastGroundM;
    private final double greatestSeaM;

    Profile(Lane lane, Flight flight) {
        int n = lane.size();
        this.lane = lane;
        timeSec = flight.timeSec();
        seaM = flight.seaM();
        groundM = flight.groundM();
        if (timeSec.length != n) {
            throw new IllegalArgumentException(
                    "The lane (%s) has (%d) vertices and its flight (%d)."
                            .formatted(lane.id(), n, timeSec.length));
        }
        perSpanSquared = new double[n];
        double least = Double.POSITIVE_INFINITY;
        double greatest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < n; i++) {
            if (i > 0 && !(timeSec[i] > timeSec[i - 1])) {
                throw new IllegalArgumentException(
                        "The times (%s) and (%s) on lane (%s) must rise."
                                .formatted(timeSec[i - 1], timeSec[i], lane.id()));
            }
            if (i > 0) {
                double span = timeSec[i] - timeSec[i - 1];
                perSpanSquared[i] = 1 / (span * span);
            }
            least = Math.min(least, groundM[i]);
            greatest = Math.max(greatest, seaM[i]);
        }
        leastGroundM = least;
        greatestSeaM = greatest;
    }

    /// From start to end.
    Intervals whole() {
        return new Intervals.Builder().add(timeSec[0], timeSec[timeSec.length - 1]).build();
    }

    /// When it is at least so high above the ground and at most so high above sea level.
    Intervals between(double leastM, double greatestM) {
        Intervals low = whole();
        if (!(leastGroundM >= leastM)) {
            var above = new double[groundM.length];
            for (int i = 0; i < above.length; i++) {
                above[i] = groundM[i] - leastM;
            }
            low = Intervals.whereNotNegative(timeSec, above);
        }
        if (greatestSeaM <= greatestM) {
            return low;
        }
        var below = new double[seaM.length];
        for (int i = 0; i < below.length; i++) {
            below[i] = greatestM - seaM[i];
        }
        return low.and(Intervals.whereNotNegative(timeSec, below));
    }
}
