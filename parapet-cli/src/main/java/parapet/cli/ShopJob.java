package parapet.cli;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import parapet.io.results.QueryResult;
import parapet.quantity.Currencies;
import parapet.quantity.Measures;
import parapet.stats.DiscreteLaw;
import parapet.stats.Estimate;
import parapet.study.FleetTrial;
import parapet.sustain.Network;
import parapet.sustain.decide.DecisionInput;
import parapet.sustain.decide.LastBuy;
import parapet.sustain.decide.NetworkEdits;
import parapet.sustain.decide.StockPlan;
import parapet.sustain.exact.LastTimeBuy;

/// Decisions about the places of one shop, and about the last order of one part.
final class ShopJob {
    private ShopJob() {}

    static int site(SustainQuestion q, Options.Sustain options) {
        List<String> keys = q.network().sites().stream().map(Network.Site::id).toList();
        return SustainQuestion.index("site", Objects.requireNonNull(options.item()), keys);
    }

    static Sections places(SustainQuestion q, Options.Sustain options, Console console) {
        int site = site(q, options);
        int now =
                q.setup().realiser().realise(q.plan(), 0).sustain().phases().stream()
                        .mapToInt(p -> p.network().sites().get(site).shop().places())
                        .max()
                        .orElse(0);
        SustainQuestion.require(
                now > 0,
                "The site %s has no shop in plan %s.".formatted(options.item(), q.plan().id()),
                () -> "Choose another --item or --plan.");
        var tried = new TreeSet<Integer>();
        for (int c : new int[] {1, 2, 3, now / 2, now - 1, now, now + 1, 2 * now}) {
            if (c >= 1) {
                tried.add(Math.min(c, 100_000));
            }
        }
        var amounts = new Amounts(q.setup().scenario().money().reporting());
        var reference = q.simulate("as it is", FleetTrial.AS_IT_IS, options.threads(), console);
        var rows = new ArrayList<List<@Nullable Object>>();
        for (int c : tried) {
            FleetTrial.Edit edit =
                    FleetTrial.Edit.ofSupport(input -> NetworkEdits.withPlaces(input, site, c));
            double model = analytic(q.decisions(Currencies.PIVOT, edit));
            var outcomes = q.simulate(c + " places", edit, options.threads(), console);
            Estimate ready = Estimate.of(FleetTrial.readyPercent(outcomes));
            Estimate gain = FleetTrial.difference(outcomes, reference);
            double spent = 0;
            for (int d = 0; d < outcomes.size(); d++) {
                spent += (outcomes.get(d).money() - reference.get(d).money()) / outcomes.size();
            }
            rows.add(
                    List.of(
                            c,
                            SustainJob.round(model),
                            SustainJob.round(ready.mean()),
                            SustainJob.round(ready.halfWidth(0.95)),
                            SustainJob.round(gain.mean()),
                            SustainJob.round(gain.halfWidth(0.95)),
                            SustainJob.round(ready.mean() - model),
                            amounts.in(spent)));
        }
        var answer =
                new Sections(
                        "Repair places of %s in plan %s, %s to %s; %d draws."
                                .formatted(
                                        options.item(),
                                        q.planName(),
                                        q.on(),
                                        q.until(),
                                        options.draws()));
        answer.add(
                "places",
                "Ready, percent of the time in service and not away; gain against the plan's own places, draw by draw",
                QueryResult.of(
                        List.of(
                                "places",
                                "analytic",
                                "simulated",
                                "+-",
                                "gain",
                                "gain+-",
                                "gap",
                                amounts.column("spent")),
                        rows));
        answer.note(
                "The analytic figure takes the network of %s and the queue of an open shop; places change in all draws, whatever each draws. Money: spent in that time against the plan's own places; the price of a place itself is not in the scenario."
                        .formatted(q.on()));
        return answer;
    }

    private static double analytic(List<DecisionInput> draws) {
        double sum = 0;
        int counted = 0;
        for (DecisionInput d : draws) {
            StockPlan none = d.added(d.portfolio().held());
            int units = 0;
            for (int n : d.unitsAtBase()) {
                units += n;
            }
            if (units > 0) {
                sum += 100 * d.readiness(none).expected() / units;
                counted++;
            }
        }
        return counted == 0 ? 0 : sum / counted;
    }

    static Sections lastBuy(SustainQuestion q, Options.Sustain options) {
        List<String> keys = q.network().parts().stream().map(Network.Part::id).toList();
        int part = SustainQuestion.index("part", Objects.requireNonNull(options.item()), keys);
        String currency = q.setup().scenario().money().reporting();
        var amounts = new Amounts(currency);
        double years = q.yearsLeft();
        double[] demand =
                q.decisions(currency, FleetTrial.AS_IT_IS).stream()
                        .mapToDouble(d -> condemned(d, part) * years * Measures.YEAR_SEC)
                        .toArray();
        Estimate e = Estimate.of(demand);
        SustainQuestion.require(
                e.mean() > 0,
                "Nothing of %s is condemned from %s on.".formatted(options.item(), q.on()),
                () ->
                        "Choose a part with a condemnedShare, and a day on which units are in service.");
        double spread = Math.sqrt(e.variance()) / e.mean();
        DiscreteLaw law = LastTimeBuy.demand(e.mean(), spread);
        double price = Math.max(1e-9, price(q, part, currency));
        var chances = new LinkedHashSet<Double>(List.of(0.5, 0.8, 0.9, 0.95, 0.99));
        Double target = options.target();
        if (target != null) {
            chances.clear();
            chances.add(target);
        }
        var rows = new ArrayList<List<@Nullable Object>>();
        Options.Amount missing = options.worth();
        LastBuy.@Nullable Money money = null;
        if (missing != null) {
            double shortage = q.reporting(missing);
            SustainQuestion.require(
                    shortage > price,
                    "A missing part costs %s, no more than the part (%s)."
                            .formatted(amounts.told(shortage), amounts.told(price)),
                    () -> "Give a --worth above the price; else nothing is worth buying.");
            money = new LastBuy.Money(price, shortage, 0);
            chances.add(money.criticalRatio());
        }
        for (double chance : chances) {
            LastBuy.Row row =
                    LastBuy.row(
                            law,
                            LastTimeBuy.unitsToBuy(law, chance),
                            new LastBuy.Money(price, price / (1 - chance), 0));
            rows.add(
                    List.of(
                            SustainJob.round(100 * chance),
                            row.units(),
                            amounts.in(row.cost()),
                            SustainJob.round(row.missing()),
                            SustainJob.round(row.left()),
                            SustainJob.round(1 / (1 - chance))));
        }
        var answer =
                new Sections(
                        "Last order of %s in plan %s on %s, for %.1f years; %d draws."
                                .formatted(
                                        options.item(),
                                        q.planName(),
                                        q.on(),
                                        years,
                                        options.draws()));
        answer.add(
                "orders",
                "Units to order by the chance that they suffice; worth it when a missing unit costs so many prices",
                QueryResult.of(
                        List.of(
                                "sufficientPercent",
                                "units",
                                amounts.column(""),
                                "missing",
                                "leftOver",
                                "shortageInPrices"),
                        rows));
        if (money != null) {
            LastBuy.Row best = LastBuy.best(law, money);
            answer.note(
                    "Cheapest where a missing part costs as asked: %d units, sufficient with %.1f %%, %s in all."
                            .formatted(
                                    best.units(),
                                    100 * best.sufficient(),
                                    amounts.told(best.expectedCost())));
        }
        answer.note(
                "Demand: condemned parts, mean %.1f with coefficient of variation %.2f of the mean over the draws, so negative binomial; the fleet stays as on that day; nothing is worth anything at the end."
                        .formatted(e.mean(), spread));
        return answer;
    }

    private static double condemned(DecisionInput d, int part) {
        double sum = 0;
        for (int j = 0; j < d.items().size(); j++) {
            sum += d.items().get(j).part() == part ? d.condemned()[j] : 0;
        }
        return sum;
    }

    private static double price(SustainQuestion q, int part, String currency) {
        DecisionInput d = q.trial().decision(0, q.tick(), currency, FleetTrial.AS_IT_IS);
        for (int j = 0; j < d.items().size(); j++) {
            if (d.items().get(j).part() == part) {
                return d.portfolio().price(j);
            }
        }
        return 0;
    }
}
