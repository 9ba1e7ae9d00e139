package parapet.sustain.exact;

import java.util.List;
import parapet.stats.Require;

/// Two sites that help each other out, and emergency supply when nothing is left.
///
/// A demand takes a unit of its own site; else, if lateral supply is allowed, one of the other
/// site, at once; else it is met from outside and changes nothing here. Each unit taken comes back
/// to the site that gave it after an exponential time, independently. Markov chain of the two
/// stocks, solved exactly [Axsater 1990 describes the model]. Demands are Poisson. With equal
/// treatment of the pooled stock the emergency share is the loss formula of [Erlang].
public final class LateralSupply {
    private static final int MOST_STATES = 2_000;

    private LateralSupply() {}

    /// One of the two sites.
    ///
    /// @param demandRate 0 or more
    /// @param stock 0 or more
    public record Site(double demandRate, int stock) {
        public Site {
            Require.notNegative("demandRate", demandRate);
            Require.between("stock", stock, 0, 1_000);
        }
    }

    /// Shares of the demand of one site; they sum to 1.
    ///
    /// @param own met from its own stock
    /// @param lateral met from the other site
    /// @param emergency met from outside
    public record Shares(double own, double lateral, double emergency) {}

    /// Shares of both sites in the long run.
    ///
    /// @param sites exactly two; (stock+1) x (stock+1) is at most 2000
    /// @param resupplyTime mean, more than 0
    /// @param lateral whether the sites help each other
    public static List<Shares> solve(List<Site> sites, double resupplyTime, boolean lateral) {
        Require.between("number of sites", sites.size(), 2, 2);
        Require.positive("resupplyTime", resupplyTime);
        Site a = sites.get(0);
        Site b = sites.get(1);
        Require.between("number of states", (a.stock() + 1) * (b.stock() + 1), 1, MOST_STATES);
        int width = b.stock() + 1;
        var chain = new MarkovChain((a.stock() + 1) * width);
        // A state is the units missing at both sites; state 0, nothing missing, is always
        // recurrent.
        for (int i = 0; i <= a.stock(); i++) {
            for (int j = 0; j <= b.stock(); j++) {
                int here = i * width + j;
                double fromA = i < a.stock() ? a.demandRate() : 0;
                double fromB = j < b.stock() ? b.demandRate() : 0;
                if (lateral && i == a.stock() && j < b.stock()) {
                    fromB += a.demandRate();
                }
                if (lateral && j == b.stock() && i < a.stock()) {
                    fromA += b.demandRate();
                }
                if (i < a.stock()) {
                    chain.add(here, here + width, fromA);
                }
                if (j < b.stock()) {
                    chain.add(here, here + 1, fromB);
                }
                if (i > 0) {
                    chain.add(here, here - width, i / resupplyTime);
                }
                if (j > 0) {
                    chain.add(here, here - 1, j / resupplyTime);
                }
            }
        }
        double[] p = chain.stationary();
        double aEmpty = 0;
        double bEmpty = 0;
        for (int j = 0; j <= b.stock(); j++) {
            aEmpty += p[a.stock() * width + j];
        }
        for (int i = 0; i <= a.stock(); i++) {
            bEmpty += p[i * width + b.stock()];
        }
        double bothEmpty = p[p.length - 1];
        return List.of(shares(aEmpty, bothEmpty, lateral), shares(bEmpty, bothEmpty, lateral));
    }

    private static Shares shares(double empty, double bothEmpty, boolean lateral) {
        return lateral
                ? new Shares(1 - empty, empty - bothEmpty, bothEmpty)
                : new Shares(1 - empty, 0, empty);
    }
}
