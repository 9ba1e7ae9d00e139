package parapet.sustain.exact;

import java.util.ArrayList;
import java.util.List;
import parapet.stats.DiscreteLaw;

/// The law of the units that the bases of a tree of sites are short of when only units up fail, as
/// in [ClosedNetwork]: one pass up the tree and one down.
///
/// At a site the backorders b split over its groups: the sites it supplies and its own units. Of
/// every number there are kept its weight and the demand φ, as a share of the full one, that is
/// left when so many are owed. Arrays end at what can be short at all, the units and stocks below.
final class TiltedTree {
    private final SupplySolver solver;
    private final double[] demand; // for the unit, by site
    private final double[] full;
    private final DiscreteLaw[] work;
    private final int[] stock;
    private final int[] fleet;
    private final List<List<Group>> groups = new ArrayList<>();
    private final List<Owed> backorders = new ArrayList<>(); // of all groups of a site together

    /// Numbers owed.
    ///
    /// @param weight of each number
    /// @param left φ at each number
    private record Owed(double[] weight, double[] left) {
        int most() {
            return weight.length - 1;
        }

        double left(int b) {
            return b < left.length ? left[b] : 0;
        }
    }

    /// Who asked a site: `site` for another site, the site itself for its own units.
    ///
    /// @param share of the demand there
    private record Group(int site, double share, Owed owed) {}

    /// @param full demand of all units up, by site
    /// @param fleet units, by site
    TiltedTree(SupplySolver solver, double[] full, int[] fleet) {
        this.solver = solver;
        this.full = full;
        this.fleet = fleet;
        this.demand = solver.demand(full)[0];
        this.work = solver.unitWork(full);
        this.stock = solver.unitStock();
    }

    /// Law of the units up at every site.
    List<DiscreteLaw> up() {
        int sites = full.length;
        for (int j = 0; j < sites; j++) {
            groups.add(new ArrayList<>());
            backorders.add(new Owed(new double[] {1}, new double[] {1}));
        }
        for (int j = sites - 1; j >= 0; j--) {
            if (full[j] > 0) {
                groups.get(j).add(new Group(j, full[j] / demand[j], ownUnits(fleet[j])));
            }
            backorders.set(j, joined(groups.get(j)));
            int above = solver.supplier(j);
            double sent = above < 0 ? 0 : solver.unitsSent(demand, j);
            if (sent > 0) {
                groups.get(above).add(new Group(j, sent / demand[above], fromAbove(j)));
            }
        }
        var up = new ArrayList<DiscreteLaw>();
        var owedTo = new double[sites][];
        for (int j = 0; j < sites; j++) {
            double[] owed = shortLaw(j, owedTo[j] == null ? new double[] {1} : owedTo[j]);
            var law = new double[] {1};
            for (Group group : groups.get(j)) {
                double[] theirs = shareOf(owed, j, group);
                if (group.site() == j) {
                    law = theirs;
                } else {
                    owedTo[group.site()] = theirs;
                }
            }
            up.add(upLaw(law));
        }
        return List.copyOf(up);
    }

    private static DiscreteLaw upLaw(double[] down) {
        var up = new double[down.length];
        for (int b = 0; b < down.length; b++) {
            up[down.length - 1 - b] = down[b];
        }
        return DiscreteLaw.of(up);
    }

    /// Weight Π_(m<b) (N-m)/N and demand left (N-b)/N.
    private static Owed ownUnits(int units) {
        var weight = new double[units + 1];
        var left = new double[units + 1];
        weight[0] = 1;
        left[0] = 1;
        for (int b = 1; b <= units; b++) {
            weight[b] = weight[b - 1] * left[b - 1];
            left[b] = (units - b) / (double) units;
        }
        return new Owed(weight, left);
    }

    /// Weights of the work o of a site when y more are owed from above: b = (o + y - s)+, and each
    /// step of o happens at the demand that is left.
    private double[] workWeights(int j, int y) {
        Owed owed = backorders.get(j);
        int most = StrictMath.min(work[j].largest(), owed.most() + stock[j] - y);
        var weight = new double[StrictMath.max(0, most) + 1];
        double tilt = 1;
        for (int o = 0; o < weight.length; o++) {
            weight[o] = work[j].probability(o) * tilt;
            tilt *= owed.left(StrictMath.max(0, o + y - stock[j]));
        }
        return weight;
    }

    private Owed fromAbove(int j) {
        Owed owed = backorders.get(j);
        int most = owed.most() + stock[j];
        var weight = new double[most + 1];
        var left = new double[most + 1];
        for (int y = 0; y <= most; y++) {
            double[] works = workWeights(j, y);
            double sum = 0;
            for (int o = 0; o < works.length; o++) {
                sum += works[o];
                left[y] += works[o] * owed.left(StrictMath.max(0, o + y - stock[j]));
            }
            weight[y] = sum * owed.weight()[StrictMath.max(0, y - stock[j])];
            left[y] = sum > 0 ? left[y] / sum : 0;
        }
        return new Owed(weight, left);
    }

    /// Law of b = (work + y - s)+ from that of y.
    private double[] shortLaw(int j, double[] owedFromAbove) {
        var law = new double[backorders.get(j).most() + 1];
        for (int y = 0; y < owedFromAbove.length; y++) {
            if (owedFromAbove[y] == 0) {
                continue;
            }
            double[] works = workWeights(j, y);
            double sum = 0;
            for (double w : works) {
                sum += w;
            }
            if (!(sum > 0)) {
                throw new IllegalArgumentException(
                        "Almost all units that (%s) serves would be down; no digits are left."
                                .formatted(solver.siteName(j)));
            }
            for (int o = 0; o < works.length; o++) {
                law[StrictMath.max(0, o + y - stock[j])] += owedFromAbove[y] * works[o] / sum;
            }
        }
        return law;
    }

    /// All groups together.
    private static Owed joined(List<Group> groups) {
        double share = 0;
        var sum = new Owed(new double[] {1}, new double[] {1});
        for (Group group : groups) {
            share += group.share();
            sum = join(sum, group.owed(), group.share() / share);
        }
        return sum;
    }

    /// Two groups together: Σ_y Binomial(b, f)(y) second(y) first(b-y), f the share of the second.
    private static Owed join(Owed first, Owed second, double f) {
        int most = first.most() + second.most();
        var weight = new double[most + 1];
        var left = new double[most + 1];
        var binomial = new double[most + 1];
        binomial[0] = 1;
        for (int b = 0; b <= most; b++) {
            for (int y = StrictMath.max(0, b - first.most());
                    y <= StrictMath.min(b, second.most());
                    y++) {
                double w = binomial[y] * second.weight()[y] * first.weight()[b - y];
                weight[b] += w;
                left[b] += w * (f * second.left()[y] + (1 - f) * first.left()[b - y]);
            }
            left[b] = weight[b] > 0 ? left[b] / weight[b] : 0;
            oneMore(binomial, f);
        }
        return new Owed(weight, left);
    }

    /// Law of what is owed to one group from the law of what is owed to all.
    private double[] shareOf(double[] shortLaw, int j, Group one) {
        var others = groups.get(j).stream().filter(g -> g.site() != one.site()).toList();
        Owed rest = joined(others);
        Owed mine = one.owed();
        var law = new double[mine.most() + 1];
        var binomial = new double[shortLaw.length + 1];
        binomial[0] = 1;
        double f = others.isEmpty() ? 1 : one.share();
        for (int b = 0; b < shortLaw.length; b++) {
            double all = backorders.get(j).weight()[b];
            for (int y = StrictMath.max(0, b - rest.most());
                    y <= StrictMath.min(b, mine.most()) && shortLaw[b] > 0 && all > 0;
                    y++) {
                double split = binomial[y] * mine.weight()[y] * rest.weight()[b - y] / all;
                law[y] += shortLaw[b] * split;
            }
            oneMore(binomial, f);
        }
        return law;
    }

    private static void oneMore(double[] binomial, double f) {
        for (int y = binomial.length - 1; y > 0; y--) {
            binomial[y] = (1 - f) * binomial[y] + f * binomial[y - 1];
        }
        binomial[0] *= 1 - f;
    }
}
