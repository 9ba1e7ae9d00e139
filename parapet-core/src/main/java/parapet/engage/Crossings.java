package parapet.engage;

/// Where a straight way enters and leaves a sphere: the one function by which all ranges of a
/// battle are crossed.
///
///     |p + u d|² = R²,   u = (-p·d ± √D) / |d|²,   D = R² |d|² - |p × d|²
///
/// D by the cross product keeps its digits for a way that only grazes the sphere. Nothing is
/// sampled, so no crossing is too short to be found.
public final class Crossings {
    private static final double[] NONE = {};

    private Crossings() {}

    /// The part of the way from one point to another that lies in a sphere about the origin.
    ///
    /// @param from point at u = 0: `{x, y, z}`, m
    /// @param to point at u = 1, m
    /// @param radiusM radius of the sphere, m, 0 or more
    /// @return least and greatest u in 0..1, or an empty array when the way stays outside
    public static double[] inside(double[] from, double[] to, double radiusM) {
        double dx = to[0] - from[0];
        double dy = to[1] - from[1];
        double dz = to[2] - from[2];
        double dd = dx * dx + dy * dy + dz * dz;
        double pp = from[0] * from[0] + from[1] * from[1] + from[2] * from[2];
        double c = pp - radiusM * radiusM;
        if (dd == 0) {
            return c <= 0 ? new double[] {0, 1} : NONE;
        }
        double cx = from[1] * dz - from[2] * dy;
        double cy = from[2] * dx - from[0] * dz;
        double cz = from[0] * dy - from[1] * dx;
        double disc = radiusM * radiusM * dd - (cx * cx + cy * cy + cz * cz);
        if (!(disc >= 0)) {
            return NONE;
        }
        double b = from[0] * dx + from[1] * dy + from[2] * dz;
        double root = StrictMath.sqrt(disc);
        double q = b > 0 ? -b - root : -b + root;
        double one = q / dd;
        double two = q == 0 ? 0 : c / q;
        double least = Math.max(0, Math.min(one, two));
        double greatest = Math.min(1, Math.max(one, two));
        return least <= greatest ? new double[] {least, greatest} : NONE;
    }
}
