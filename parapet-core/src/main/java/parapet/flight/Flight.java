package parapet.flight;

/// A class of target on a lane: when it passes each vertex and how high it is there.
///
/// @param timeSec time since the start at each vertex of the lane, s, rising from 0
/// @param seaM height above sea level at each vertex, m
/// @param groundM height above the ground at each vertex, m
public record Flight(double[] timeSec, double[] seaM, double[] groundM) {
    private static final double LEAST_CLEARANCE_M = 30;

    /// Time from start to end, s.
    public double durationSec() {
        return timeSec[timeSec.length - 1];
    }

    /// Level flight at a constant speed. Above sea level the target flies at the height that is
    /// given over the sea and over ground that leaves room, and clears higher ground by the lesser
    /// of its own height and 30 m:
    ///
    ///     sea = max(h, terrain + min(30 m, h))
    ///
    /// At 30 m and more this is: as given, but never lower than 30 m above the ground.
    ///
    /// @param lane the way
    /// @param speedMps speed over the ground, m/s, more than 0
    /// @param heightM height h, m, 0 or more
    /// @param aboveGround whether the height is above the ground (terrain following) or above sea
    ///   level
    public static Flight level(Lane lane, double speedMps, double heightM, boolean aboveGround) {
        int n = lane.size();
        var time = new double[n];
        var sea = new double[n];
        var ground = new double[n];
        for (int i = 0; i < n; i++) {
            time[i] = lane.alongM()[i] / speedMps;
            double terrain = lane.groundM()[i];
            sea[i] =
                    aboveGround
                            ? terrain + heightM
                            : Math.max(heightM, terrain + Math.min(LEAST_CLEARANCE_M, heightM));
            ground[i] = sea[i] - terrain;
        }
        return new Flight(time, sea, ground);
    }

    /// A ballistic target whose last part lies on the lane: it comes down at the end of the lane.
    ///
    /// Heights and times follow the arc of least launch speed (see [BallisticArc]) over the whole
    /// ground range; times count from passing the first vertex. The launch is at sea level; the
    /// height of the ground at the end is blended in linearly along the arc, so that the target
    /// ends on the ground. Ground that would reach above the arc lifts the target to the ground
    /// there.
    ///
    /// @param lane the way
    /// @param rangeM ground range from launch to impact, m, the length of the lane or more and at
    ///   most half the circumference of the earth
    public static Flight ballistic(Lane lane, double rangeM) {
        if (!(rangeM >= lane.lengthM())) {
            throw new IllegalArgumentException(
                    "The ballistic rangeM (%s) must be the length (%s m) of the lane (%s) or more.\nMaybe shorten the lane to the part where the target is of interest."
                            .formatted(rangeM, lane.lengthM(), lane.id()));
        }
        var arc = BallisticArc.overEarth(rangeM);
        int n = lane.size();
        double endM = lane.groundM()[n - 1];
        double firstShare = (rangeM - lane.lengthM()) / rangeM;
        double firstSec = arc.timeSec(firstShare);
        var time = new double[n];
        var sea = new double[n];
        var ground = new double[n];
        for (int i = 0; i < n; i++) {
            double toGoM = lane.lengthM() - lane.alongM()[i];
            double share = (rangeM - toGoM) / rangeM;
            time[i] = arc.timeSec(share) - firstSec;
            double terrain = lane.groundM()[i];
            sea[i] = StrictMath.max(arc.heightM(share) + share * endM, terrain);
            ground[i] = sea[i] - terrain;
        }
        return new Flight(time, sea, ground);
    }
}
