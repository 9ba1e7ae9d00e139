package parapet.sustain.decide;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import parapet.programme.Delivery;
import parapet.programme.Rates;
import parapet.sustain.SustainInput;
import parapet.sustain.exact.SupplyMethod;

/// What a fleet asks of its stocks on a day, as a [Portfolio]: items are parts at a depot with the
/// bases that it supplies, or at a base without one.
///
/// The rate of a part at a base is Σ count x operating / mean time between failures over the units
/// in service, less what is mended on the spot; condemned parts are on order for the procurement
/// time, the others away for [ShopTimes]; holes that leave a unit full are free. Long run of the
/// network of that day.
///
/// @param portfolio prices in one currency
/// @param items what each item is
/// @param bases index of the site of each base
/// @param unitsAtBase units in service by base
/// @param mending mean number of holes by base that are being mended or fitted, where every one
///   hurts
/// @param condemned parts condemned a second by item, over its bases
/// @param installed parts in units by item
/// @param warnings what the picture leaves out in this case
public record DecisionInput(
        Portfolio portfolio,
        List<Item> items,
        int[] bases,
        int[] unitsAtBase,
        double[] mending,
        double[] condemned,
        double[] installed,
        List<String> warnings) {
    private static final int ROUNDS = 30;

    public DecisionInput {
        items = List.copyOf(items);
        warnings = List.copyOf(warnings);
    }

    /// An item.
    ///
    /// @param part index of the part
    /// @param depot index of the supplying site, -1 when the base has none
    public record Item(int part, int depot) {}

    /// The fleet on a day, in one draw.
    ///
    /// @param deliveries when each unit comes
    /// @param tick the day
    /// @param currency of the prices
    public static DecisionInput of(
            SustainInput input,
            List<Delivery> deliveries,
            long tick,
            Rates rates,
            String currency) {
        return new FleetMapping(input, deliveries, tick).build(rates, currency);
    }

    /// The mean of several draws: pipelines are averaged, and their scatter over the draws makes
    /// the spread of each item's rate, so that pipelines are negative binomial; stocks, units and
    /// free holes are rounded means.
    public static DecisionInput mean(List<DecisionInput> draws) {
        DecisionInput one = draws.getFirst();
        int n = one.items.size();
        int m = one.bases.length;
        int d = draws.size();
        var b = new Portfolio.Builder(m, n);
        var units = new int[m];
        var mending = new double[m];
        var condemned = new double[n];
        var installed = new double[n];
        for (int i = 0; i < m; i++) {
            double count = 0;
            for (DecisionInput x : draws) {
                count += x.unitsAtBase[i];
                mending[i] += x.mending[i] / d;
            }
            units[i] = (int) StrictMath.round(count / d);
        }
        for (int j = 0; j < n; j++) {
            double price = 0;
            double depot = 0;
            double all = 0;
            double squares = 0;
            double held = 0;
            double[] own = new double[m];
            double[] share = new double[m];
            double[] stock = new double[m];
            double[] free = new double[m];
            for (DecisionInput x : draws) {
                Portfolio p = x.portfolio;
                condemned[j] += x.condemned[j] / d;
                installed[j] += x.installed[j] / d;
                double sum = p.depotMean[j];
                price += p.price[j] / d;
                depot += p.depotMean[j] / d;
                held += (double) p.heldDepot[j] / d;
                for (int i = 0; i < m; i++) {
                    int at = j * m + i;
                    sum += p.own[at];
                    own[i] += p.own[at] / d;
                    share[i] += p.share[at] * p.depotMean[j];
                    stock[i] += (double) p.held[at] / d;
                    free[i] += (double) p.free[at] / d;
                }
                all += sum / d;
                squares += sum * sum / d;
            }
            double spread =
                    all > 0 ? StrictMath.sqrt(StrictMath.max(0, squares - all * all)) / all : 0;
            b.item(price, depot, spread);
            b.heldAtDepot((int) StrictMath.round(held));
            for (int i = 0; i < m; i++) {
                b.base(i, own[i], depot > 0 ? StrictMath.min(1, share[i] / (depot * d)) : 0);
                b.held(i, (int) StrictMath.round(stock[i]), (int) StrictMath.round(free[i]));
            }
        }
        var warnings = new TreeSet<String>();
        draws.forEach(x -> warnings.addAll(x.warnings));
        return new DecisionInput(
                b.build(),
                one.items,
                one.bases,
                units,
                mending,
                condemned,
                installed,
                List.copyOf(warnings));
    }

    /// The same picture with the demand that is left when installed parts which do not work do not
    /// fail: every pipeline of item j times φ_j, the share that works,
    ///
    ///     φ_j = 1 - E[holes_j; φ_j] / installed_j
    ///
    /// found by halving. A mean-field closure: right where holes are few, better than an endless
    /// source where they are many, exact nowhere between (see [parapet.sustain.exact.ClosedFleet]).
    ///
    /// @param added stocks bought
    public DecisionInput closedAt(StockPlan added) {
        int n = items.size();
        double[] low = new double[n];
        double[] high = new double[n];
        Arrays.fill(high, 1);
        StockPlan all = onTop(added);
        double[] factor = new double[n];
        for (int round = 0; round < ROUNDS; round++) {
            for (int j = 0; j < n; j++) {
                factor[j] = 0.5 * (low[j] + high[j]);
            }
            var value =
                    StockValue.of(portfolio.scaled(factor, false), all, SupplyMethod.VARI_METRIC);
            for (int j = 0; j < n; j++) {
                double holes = 0;
                for (int i = j * bases.length; i < (j + 1) * bases.length; i++) {
                    holes += value.owed()[i];
                }
                boolean fewer = installed[j] <= 0 || 1 - holes / installed[j] >= factor[j];
                low[j] = fewer ? factor[j] : low[j];
                high[j] = fewer ? high[j] : factor[j];
            }
        }
        return new DecisionInput(
                portfolio.scaled(factor, true),
                items,
                bases,
                unitsAtBase,
                mending,
                condemned,
                installed,
                warnings);
    }

    /// Units ready when `added` lies on top of what is held, by [#closedAt], holes that are being
    /// mended included.
    ///
    /// @param added stocks bought
    public FleetReadiness readiness(StockPlan added) {
        var value =
                StockValue.of(closedAt(added).portfolio, onTop(added), SupplyMethod.VARI_METRIC);
        return FleetReadiness.of(value, unitsAtBase, mending);
    }

    private StockPlan onTop(StockPlan added) {
        int n = items.size();
        int m = bases.length;
        int[] depot = new int[n];
        int[] base = new int[n * m];
        for (int j = 0; j < n; j++) {
            depot[j] = portfolio.heldDepot[j] + added.depot(j);
            for (int i = 0; i < m; i++) {
                base[j * m + i] = portfolio.held[j * m + i] + added.base(j, i);
            }
        }
        return new StockPlan(depot, base);
    }

    /// What a plan has beyond the stocks held.
    public StockPlan added(StockPlan plan) {
        int n = items.size();
        int m = bases.length;
        int[] depot = new int[n];
        int[] base = new int[n * m];
        for (int j = 0; j < n; j++) {
            depot[j] = plan.depot(j) - portfolio.heldDepot[j];
            for (int i = 0; i < m; i++) {
                base[j * m + i] = plan.base(j, i) - portfolio.held[j * m + i];
            }
        }
        return new StockPlan(depot, base);
    }

    /// The input with bought stocks that arrive on a day.
    ///
    /// @param added stocks bought
    /// @param tick arrival
    public SustainInput with(SustainInput input, StockPlan added, long tick) {
        int parts = input.phases().getFirst().network().parts().size();
        int sites = input.phases().getFirst().network().sites().size();
        int[][] bySite = new int[sites][parts];
        for (int j = 0; j < items.size(); j++) {
            Item item = items.get(j);
            if (item.depot() >= 0) {
                bySite[item.depot()][item.part()] += added.depot(j);
            }
            for (int i = 0; i < bases.length; i++) {
                bySite[bases[i]][item.part()] += added.base(j, i);
            }
        }
        var additions = new ArrayList<>(input.additions());
        for (int s = 0; s < sites; s++) {
            if (Arrays.stream(bySite[s]).sum() > 0) {
                additions.add(new SustainInput.Addition(tick, s, bySite[s], "", 0));
            }
        }
        return new SustainInput(input.endTick(), input.phases(), input.units(), additions);
    }
}
