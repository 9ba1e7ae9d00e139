package parapet.cli;

import java.util.Collection;
import java.util.Optional;

/// The word that was probably meant.
final class Suggest {
    private Suggest() {}

    /// The nearest of the known words, when it is near: at most a third of its letters differ (two
    /// neighbours in the wrong order count as one), or one begins with the other.
    static Optional<String> nearest(String word, Collection<String> known) {
        String best = null;
        int least = Integer.MAX_VALUE;
        for (String candidate : known) {
            int distance = distance(word, candidate);
            boolean begins =
                    word.replaceFirst("^-+", "").length() >= 3
                            && (candidate.startsWith(word) || word.startsWith(candidate));
            int limit = Math.max(1, candidate.replaceFirst("^-+", "").length() / 3);
            if ((distance <= limit || begins) && distance < least) {
                least = distance;
                best = candidate;
            }
        }
        return Optional.ofNullable(best);
    }

    /// The words ` Did you mean "x"?`, empty when nothing known is near.
    static String didYouMean(String word, Collection<String> known) {
        return nearest(word, known).map(w -> " Did you mean \"" + w + "\"?").orElse("");
    }

    static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                int swap = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                d[i][j] = Math.min(d[i - 1][j - 1] + swap, Math.min(d[i - 1][j], d[i][j - 1]) + 1);
                boolean crossed =
                        i > 1
                                && j > 1
                                && a.charAt(i - 1) == b.charAt(j - 2)
                                && a.charAt(i - 2) == b.charAt(j - 1);
                if (crossed) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
