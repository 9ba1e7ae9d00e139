package parapet.terrain;

import java.util.SplittableRandom;

/// Made-up mountains: smooth noise of several octaves, cubed so that plains and peaks differ.
final class Relief {
    final GridTerrain.Layout layout;
    final float[] heightsM;

    Relief(GridTerrain.Layout layout, long seed) {
        this.layout = layout;
        heightsM = new float[layout.cells()];
        var random = new SplittableRandom(seed);
        double total = 0;
        double amplitude = 1;
        double[] sum = new double[layout.cells()];
        for (int length = 128; length >= 2; length /= 2) {
            add(sum, length, amplitude, random);
            total += amplitude;
            amplitude *= 0.53;
        }
        for (int k = 0; k < sum.length; k++) {
            heightsM[k] = (float) (14_000 * Math.pow(sum[k] / total, 3));
        }
    }

    Relief(GridTerrain.Layout layout, float[] heightsM) {
        this.layout = layout;
        this.heightsM = heightsM;
    }

    private void add(double[] sum, int length, double amplitude, SplittableRandom random) {
        int across = layout.columns() / length + 2;
        double[] knots = random.doubles((long) across * (layout.rows() / length + 2)).toArray();
        for (int i = 0; i < layout.rows(); i++) {
            double v = smooth((double) (i % length) / length);
            for (int j = 0; j < layout.columns(); j++) {
                double u = smooth((double) (j % length) / length);
                int k = i / length * across + j / length;
                double north = knots[k] + u * (knots[k + 1] - knots[k]);
                double south = knots[k + across] + u * (knots[k + across + 1] - knots[k + across]);
                sum[i * layout.columns() + j] += amplitude * (north + v * (south - north));
            }
        }
    }

    private static double smooth(double t) {
        return t * t * (3 - 2 * t);
    }

    GridTerrain terrain() {
        return GridTerrain.ofMetres(layout, heightsM);
    }

    /// Bilinear height, written again; 0 outside.
    double at(double latitudeDeg, double longitudeDeg) {
        double y = (layout.northDeg() - latitudeDeg) / layout.rowStepDeg();
        double x = (longitudeDeg - layout.westDeg()) / layout.columnStepDeg();
        int i = (int) Math.floor(y);
        int j = (int) Math.floor(x);
        if (i < 0 || j < 0 || i >= layout.rows() - 1 || j >= layout.columns() - 1) {
            return 0;
        }
        double sum = 0;
        for (int di = 0; di < 2; di++) {
            for (int dj = 0; dj < 2; dj++) {
                double weight = (1 - Math.abs(y - i - di)) * (1 - Math.abs(x - j - dj));
                sum += weight * heightsM[(i + di) * layout.columns() + j + dj];
            }
        }
        return sum;
    }
}
