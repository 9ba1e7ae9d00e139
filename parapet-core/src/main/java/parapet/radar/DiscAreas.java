package parapet.radar;

import java.util.Arrays;
import java.util.List;

/// Areas in the plane that lie in at least 1, 2, ... of some discs, exactly.
///
/// The edge of the area covered k times or more consists of the arcs of circles with k - 1 other
/// discs over them, so that by Green's theorem
///
///     A_k = Σ ½ ∮ (x dy - y dx)   over the arcs with k - 1 other discs over them
///         = Σ ½ [ r² Δφ + r x (sin φ2 - sin φ1) - r y (cos φ2 - cos φ1) ]
///
/// Of equal discs the earlier is over the later. Cost: the cube of their number. It is the yardstick
/// for [CoverageMap], which counts cells.
public final class DiscAreas {
    private static final int MOST = 200;

    private DiscAreas() {}

    /// A disc.
    ///
    /// @param x centre
    /// @param y centre
    /// @param radius more than 0, in the unit of the centre
    public record Disc(double x, double y, double radius) {
        public Disc {
            if (!(radius > 0 && radius < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(
                        "The radius (%s) of a disc must be more than 0 and finite."
                                .formatted(radius));
            }
        }
    }

    /// Areas in at least 1, 2, ... discs, as many as there are discs.
    public static double[] atLeast(List<Disc> discs) {
        int n = discs.size();
        if (n > MOST) {
            throw new IllegalArgumentException(
                    "The number of discs (%d) must be %d or less.".formatted(n, MOST));
        }
        double[] areas = new double[n];
        for (int i = 0; i < n; i++) {
            Disc disc = discs.get(i);
            double[] cuts = cuts(discs, i);
            for (int c = 0; c + 1 < cuts.length; c++) {
                double from = cuts[c];
                double to = cuts[c + 1];
                if (to > from) {
                    areas[over(discs, i, (from + to) / 2)] += sector(disc, from, to);
                }
            }
        }
        return areas;
    }

    /// Angles at which other circles cut a circle, from 0 to 2π, with both ends.
    private static double[] cuts(List<Disc> discs, int self) {
        Disc a = discs.get(self);
        double[] cuts = new double[2 * discs.size()];
        cuts[1] = 2 * Math.PI;
        int n = 2;
        for (int j = 0; j < discs.size(); j++) {
            Disc b = discs.get(j);
            double dx = b.x() - a.x();
            double dy = b.y() - a.y();
            double apart = StrictMath.hypot(dx, dy);
            if (j == self
                    || apart >= a.radius() + b.radius()
                    || apart <= Math.abs(a.radius() - b.radius())) {
                continue;
            }
            double cosine =
                    (apart * apart + a.radius() * a.radius() - b.radius() * b.radius())
                            / (2 * apart * a.radius());
            double half = StrictMath.acos(Math.min(1, Math.max(-1, cosine)));
            double middle = StrictMath.atan2(dy, dx);
            cuts[n++] = once(middle - half);
            cuts[n++] = once(middle + half);
        }
        double[] sorted = Arrays.copyOf(cuts, n);
        Arrays.sort(sorted);
        return sorted;
    }

    private static double once(double angle) {
        double round = 2 * Math.PI;
        return angle - round * Math.floor(angle / round);
    }

    /// Discs over the point of a circle at an angle, besides its own.
    private static int over(List<Disc> discs, int self, double angle) {
        Disc a = discs.get(self);
        double x = a.x() + a.radius() * StrictMath.cos(angle);
        double y = a.y() + a.radius() * StrictMath.sin(angle);
        int count = 0;
        for (int j = 0; j < discs.size(); j++) {
            Disc b = discs.get(j);
            if (j == self) {
                continue;
            }
            boolean inside =
                    b.equals(a) ? j < self : StrictMath.hypot(x - b.x(), y - b.y()) < b.radius();
            count += inside ? 1 : 0;
        }
        return count;
    }

    private static double sector(Disc disc, double from, double to) {
        double r = disc.radius();
        return 0.5
                * (r * r * (to - from)
                        + r * disc.x() * (StrictMath.sin(to) - StrictMath.sin(from))
                        - r * disc.y() * (StrictMath.cos(to) - StrictMath.cos(from)));
    }
}
