package parapet.flight;

/// A class of target on a lane: when it passes each vertex and how high it is there.
///
/// @param timeSec time since the start at each vertex of the lane, s, rising from 0
/// @param seaM height above sea level at each vertex, m
/// @param groundM height above the ground at each vertex, m
public record Flight(double[] timeSec, double[] seaM, double[] groundM) {
    /// Time from start to end, s.
    public double durationSec() {
        return timeSec[timeSec.length - 1];
    }

    /// Level flight at a constant speed.
    ///
    /// @param lane the way
    /// @param speedMps speed over the ground, m/s, more than 0
    /// @param heightM height, m
    /// @param aboveGround whether the height is above the ground (terrain following) or above sea
    ///   level; above sea level, it is never lower than 30 m above the ground
    public static Flight level(Lane lane, double speedMps, double heightM, boolean aboveGround) {
        int n = lane.size();
        var time = new double[n];
        var sea = new double[n];
        var ground = new double[n];
        for (int i = 0; i < n; i++) {
            time[i] = lane.alongM()[i] / speedMps;
            double terrain = lane.groundM()[i];
            sea[i] = aboveGround ? terrain + heightM : Math.max(heightM, terrain + 30);
            ground[i] = sea[i] - terrain;
        }
        return new Flight(time, sea, ground);
    }
}
