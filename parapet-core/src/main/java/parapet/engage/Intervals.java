package parapet.engage;

import java.util.Arrays;

/// Closed intervals of time in order, none touching the next. Immutable.
final class Intervals {
    /// No time at all.
    static final Intervals NONE = new Intervals(new double[0]);

    /// Begin and end of each in turn.
    private final double[] edges;

    private Intervals(double[] edges) {
        this.edges = edges;
    }

    /// Collects intervals in order; those that touch or overlap become one.
    static final class Builder {
        private double[] edges = new double[8];
        private int size;

        /// Adds an interval that begins no earlier than those before; an empty one is left out.
        Builder add(double begin, double end) {
            if (!(end >= begin)) {
                return this;
            }
            if (size > 0 && begin <= edges[size - 1]) {
                edges[size - 1] = Math.max(edges[size - 1], end);
                return this;
            }
            if (size == edges.length) {
                edges = Arrays.copyOf(edges, 2 * size);
            }
            edges[size++] = begin;
            edges[size++] = end;
            return this;
        }

        Intervals build() {
            return size == 0 ? NONE : new Intervals(Arrays.copyOf(edges, size));
        }
    }

    /// Where a quantity that is linear between vertices is 0 or more, to the exact crossing.
    ///
    /// @param timeSec time of each vertex, rising
    /// @param value value at each vertex, finite
    static Intervals whereNotNegative(double[] timeSec, double[] value) {
        var found = new Builder();
        for (int i = 1; i < timeSec.length; i++) {
            double a = value[i - 1];
            double b = value[i];
            double from = timeSec[i - 1];
            double to = timeSec[i];
            if (a < 0 && b < 0) {
                continue;
            }
            if (a >= 0 && b >= 0) {
                while (i + 1 < value.length && value[i + 1] >= 0) {
                    i++;
                }
                found.add(from, timeSec[i]);
                continue;
            }
            double crossing = from + (to - from) * (a / (a - b));
            found.add(a >= 0 ? from : crossing, b >= 0 ? to : crossing);
        }
        return found.build();
    }

    int size() {
        return edges.length / 2;
    }

    boolean isEmpty() {
        return edges.length == 0;
    }

    double begin(int i) {
        return edges[2 * i];
    }

    double end(int i) {
        return edges[2 * i + 1];
    }

    boolean contains(double time) {
        for (int i = 0; i < edges.length; i += 2) {
            if (time >= edges[i] && time <= edges[i + 1]) {
                return true;
            }
        }
        return false;
    }

    /// What both hold.
    Intervals and(Intervals other) {
        var both = new Builder();
        int i = 0;
        int j = 0;
        while (i < edges.length && j < other.edges.length) {
            both.add(
                    Math.max(edges[i], other.edges[j]), Math.min(edges[i + 1], other.edges[j + 1]));
            if (edges[i + 1] < other.edges[j + 1]) {
                i += 2;
            } else {
                j += 2;
            }
        }
        return both.build();
    }

    /// Those that are longer than a time.
    Intervals longerThan(double sec) {
        var some = new Builder();
        for (int i = 0; i < edges.length; i += 2) {
            if (edges[i + 1] - edges[i] > sec) {
                some.add(edges[i], edges[i + 1]);
            }
        }
        return some.build();
    }

    /// What one of them holds.
    Intervals or(Intervals other) {
        var one = new Builder();
        int i = 0;
        int j = 0;
        while (i < edges.length || j < other.edges.length) {
            boolean mine =
                    j == other.edges.length || (i < edges.length && edges[i] <= other.edges[j]);
            if (mine) {
                one.add(edges[i], edges[i + 1]);
                i += 2;
            } else {
                one.add(other.edges[j], other.edges[j + 1]);
                j += 2;
            }
        }
        return one.build();
    }

    /// Begin and end of each in turn.
    double[] toArray() {
        return edges.clone();
    }

    @Override
    public String toString() {
        return Arrays.toString(edges);
    }
}
