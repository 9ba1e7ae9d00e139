package parapet.flight;

import java.util.List;
import parapet.geo.GeoPoint;

/// A way over the ground that targets of a raid follow: from where they are first of interest to
/// the defended asset at its end. Between vertices everything is linear; the vertices are close
/// enough that this defines the lane.
///
/// @param id name, unique in a raid
/// @param vertices points from start to end, 2 or more
/// @param alongM distance of each vertex from the start, m, rising from 0
/// @param groundM height of the ground above sea level at each vertex, m
/// @param coarse whether terrain data at each vertex are coarser than 30 arc-seconds, so that
///   nothing below 1 km can be said about what hides
public record Lane(
        String id, List<GeoPoint> vertices, double[] alongM, double[] groundM, boolean[] coarse) {
    public Lane {
        vertices = List.copyOf(vertices);
        int n = vertices.size();
        if (n < 2 || alongM.length != n || groundM.length != n || coarse.length != n) {
            throw new IllegalArgumentException(
                    "The lane (%s) has (%d) vertices, (%d) distances, (%d) heights and (%d) marks."
                            .formatted(id, n, alongM.length, groundM.length, coarse.length));
        }
    }

    /// Number of vertices.
    public int size() {
        return vertices.size();
    }

    /// Length, m.
    public double lengthM() {
        return alongM[size() - 1];
    }
}
