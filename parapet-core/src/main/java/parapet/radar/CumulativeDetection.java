package parapet.radar;

/// What several looks at one target add up to, when they are independent.
public final class CumulativeDetection {
    private static final int MOST_LOOKS = 16;

    private CumulativeDetection() {}

    /// Probability of at least one detection, 1 - Π (1 - p).
    ///
    /// @param lookProbabilities probability of detection in each look, 0..1
    public static double atLeastOne(double... lookProbabilities) {
        double missed = 1;
        for (double p : lookProbabilities) {
            missed *= 1 - require(p);
        }
        return 1 - missed;
    }

    /// Probability of M detections or more in N looks of equal probability, a binomial tail.
    ///
    /// @param hits M, 0..looks
    /// @param looks N, 1 or more
    /// @param lookProbability p, 0..1
    public static double atLeast(int hits, int looks, double lookProbability) {
        require(lookProbability);
        if (!(hits >= 0 && hits <= looks && looks >= 1)) {
            throw new IllegalArgumentException(
                    "The hits (%d) must lie in 0..looks (%d).".formatted(hits, looks));
        }
        var law = new double[looks + 1]; // probability of k detections so far
        law[0] = 1;
        for (int n = 1; n <= looks; n++) {
            for (int k = n; k >= 0; k--) {
                law[k] =
                        law[k] * (1 - lookProbability) + (k > 0 ? law[k - 1] * lookProbability : 0);
            }
        }
        double sum = 0;
        for (int k = looks; k >= hits; k--) {
            sum += law[k];
        }
        return sum;
    }

    /// Probability that a track is confirmed by the end of a sequence of looks: at some look, M of
    /// the last N looks have detected. Exact, over the 2^(N-1) histories of the sliding window.
    ///
    /// @param hits M, 1..looks
    /// @param looks N, 1..16
    /// @param lookProbabilities probability of detection in each look, in order of time
    public static double confirmed(int hits, int looks, double... lookProbabilities) {
        if (!(hits >= 1 && hits <= looks && looks <= MOST_LOOKS)) {
            throw new IllegalArgumentException(
                    "The hits (%d) must lie in 1..looks (%d), and the looks in 1..%d."
                            .formatted(hits, looks, MOST_LOOKS));
        }
        int histories = 1 << (looks - 1);
        var law = new double[histories]; // by the last N-1 looks, newest in the lowest bit
        law[0] = 1;
        double confirmed = 0;
        for (double p : lookProbabilities) {
            require(p);
            var next = new double[histories];
            for (int h = 0; h < histories; h++) {
                if (law[h] == 0) {
                    continue;
                }
                next[(h << 1) & (histories - 1)] += law[h] * (1 - p);
                if (Integer.bitCount(h) + 1 >= hits) {
                    confirmed += law[h] * p;
                } else {
                    next[(h << 1 | 1) & (histories - 1)] += law[h] * p;
                }
            }
            law = next;
        }
        return confirmed;
    }

    private static double require(double probability) {
        if (!(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException(
                    "The probability (%s) of a look must lie in 0..1.".formatted(probability));
        }
        return probability;
    }
}
