package parapet.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import parapet.io.results.QueryResult;
import parapet.quantity.Measures;
import parapet.scenario.Case;
import parapet.study.FleetTrial;
import parapet.sustain.Network;
import parapet.sustain.decide.DecisionInput;
import parapet.sustain.decide.JointLevel;

/// Where each part is repaired, jointly with its spares: every shop as open, the site's money as
/// the price of using it.
final class LevelJob {
    static final List<String> SECTIONS = List.of("levels", "inputs");

    private final SustainQuestion q;
    private final double target;
    private final String currency;
    private final Amounts amounts;

    LevelJob(SustainQuestion q, Options.Sustain options) {
        this.q = q;
        this.target = options.target() == null ? 0.95 : options.target();
        this.currency = q.setup().scenario().money().reporting();
        this.amounts = new Amounts(currency);
    }

    /// A question with the names of its choices.
    private record Named(
            JointLevel.Question question, List<String> parts, String home, String away) {}

    Sections answer() {
        int draws = q.setup().options().draws();
        Map<List<String>, Integer> plans = new LinkedHashMap<>();
        int flips = 0;
        double loss = 0;
        double gap = 0;
        double cost = 0;
        int solved = 0;
        @Nullable Named firstDraw = null;
        for (int d = 0; d < draws; d++) {
            Named named = question(d);
            if (named == null) {
                continue;
            }
            firstDraw = firstDraw == null ? named : firstDraw;
            JointLevel.Answer joint = JointLevel.solve(named.question());
            JointLevel.Answer first = JointLevel.levelFirst(named.question());
            if (!Double.isFinite(joint.cost())) {
                continue;
            }
            solved++;
            plans.merge(words(named, joint), 1, Integer::sum);
            flips += joint.levels().equals(first.levels()) ? 0 : 1;
            loss += Math.max(0, first.cost() / joint.cost() - 1);
            gap = Math.max(gap, joint.gap());
            cost += joint.cost();
        }
        int of = solved;
        SustainQuestion.require(
                of > 0,
                "No draw has units in service on %s and a shop that can be chosen."
                        .formatted(q.on()),
                () -> "Choose a later --on.");
        Named typical = Objects.requireNonNull(firstDraw);
        var rows = new ArrayList<List<@Nullable Object>>();
        plans.entrySet().stream()
                .sorted(Map.Entry.<List<String>, Integer>comparingByValue().reversed())
                .limit(10)
                .forEach(e -> {
                    var row = new ArrayList<@Nullable Object>(e.getKey());
                    row.add(SustainJob.round(100.0 * e.getValue() / of));
                    rows.add(row);
                });
        var columns = new ArrayList<String>(typical.parts());
        columns.add("holdsPercent");
        var answer =
                new Sections(
                        "Where to repair, plan %s from %s for %.1f years, at most %.1f %% of the fleet waiting for parts; %d draws."
                                .formatted(
                                        q.planName(),
                                        q.on(),
                                        q.yearsLeft(),
                                        100 * (1 - target),
                                        of));
        answer.add(
                "levels",
                "Joint choice of level and spares: share of the credible inputs for which it is best",
                QueryResult.of(columns, rows));
        answer.add("inputs", "The first draw: money in " + amounts.unit(), inputs(typical));
        answer.note(
                String.format(
                        Locale.ROOT,
                        "Mean cost of equipment, repair and spares: %s; gap to the bound at most %.2f %%.",
                        amounts.told(cost / of),
                        100 * gap));
        answer.note(
                String.format(
                        Locale.ROOT,
                        "Level first, then spares, chooses otherwise in %.0f %% of the draws and costs %.1f %% more on the mean.",
                        100.0 * flips / of,
                        100 * loss / of));
        answer.note(
                "Every part is spread evenly over the bases with units; stocks begin at nothing; shops have no queue; overhaul at the sites is not credited to them.");
        return answer;
    }

    /// Where each part is repaired, in words.
    private static List<String> words(Named named, JointLevel.Answer joint) {
        var words = new ArrayList<String>();
        for (JointLevel.Level level : joint.levels()) {
            words.add(
                    switch (level) {
                        case BASE -> "base";
                        case DEPOT -> named.home();
                        case MAKER -> named.away();
                        case DISCARD -> "buy anew";
                    });
        }
        return words;
    }

    private QueryResult inputs(Named named) {
        var rows = new ArrayList<List<@Nullable Object>>();
        for (JointLevel.Item item : named.question().items()) {
            for (JointLevel.Choice c : item.choices()) {
                rows.add(
                        List.of(
                                item.id(),
                                c.level().name().toLowerCase(Locale.ROOT),
                                amounts.in(item.price()),
                                SustainJob.round(item.removalsPerBaseYear()),
                                amounts.in(c.costPerRemoval()),
                                SustainJob.round(12 * c.turnaroundYears())));
            }
        }
        return QueryResult.of(
                List.of(
                        "part",
                        "level",
                        "price",
                        "removalsBaseYear",
                        "perRemoval",
                        "turnaroundMonths"),
                rows);
    }

    /// The question of one draw: the shops of the depot that must be paid for are the depot level,
    /// the soonest of them; those that are there anyway are the maker.
    private @Nullable Named question(int draw) {
        Case c = q.setup().realiser().realise(q.plan(), draw);
        DecisionInput input = q.trial().decision(draw, q.tick(), currency, FleetTrial.AS_IT_IS);
        var last = c.sustain().phases().getLast().network();
        int bases = 0;
        int units = 0;
        for (int n : input.unitsAtBase()) {
            bases += n > 0 ? 1 : 0;
            units += n;
        }
        int depot = input.items().getFirst().depot();
        if (bases == 0 || depot < 0) {
            return null;
        }
        double years = q.yearsLeft();
        int[] shops = last.sites().get(depot).repairsAt();
        int home = -1;
        int away = -1;
        double price = 0;
        for (int s : shops) {
            Network.Site site = last.sites().get(s);
            if (site.shop().places() == 0) {
                continue;
            }
            double money =
                    c.rates()
                            .convert(
                                    site.yearlyCost() * years, site.currency(), currency, q.tick());
            for (var o : c.outlays()) {
                money +=
                        o.about().equals(site.id())
                                ? c.rates().convert(o.amount(), o.currency(), currency, q.tick())
                                : 0;
            }
            if (money > 0 && home < 0) {
                home = s;
                price = money;
            } else if (money == 0 && away < 0) {
                away = s;
            }
        }
        var items = new ArrayList<JointLevel.Item>();
        var parts = new ArrayList<String>();
        for (int j = 0; j < input.items().size(); j++) {
            Network.Part part = last.parts().get(input.items().get(j).part());
            double rate = rate(c, input, j, bases);
            if (input.items().get(j).depot() != depot || rate == 0) {
                continue;
            }
            double each = input.portfolio().price(j);
            var choices = new ArrayList<JointLevel.Choice>();
            if (home >= 0) {
                choices.add(
                        choice(
                                JointLevel.Level.DEPOT,
                                last,
                                depot,
                                home,
                                input.items().get(j).part(),
                                each,
                                List.of(0)));
            }
            if (away >= 0) {
                choices.add(
                        choice(
                                JointLevel.Level.MAKER,
                                last,
                                depot,
                                away,
                                input.items().get(j).part(),
                                each,
                                List.of()));
            }
            choices.add(
                    new JointLevel.Choice(
                            JointLevel.Level.DISCARD,
                            each,
                            part.procurementSec() / Measures.YEAR_SEC,
                            List.of()));
            int free = 0;
            for (int i = 0; i < input.bases().length; i++) {
                free = Math.max(free, input.portfolio().free(j, i));
            }
            items.add(new JointLevel.Item(part.id(), each, rate, free, choices));
            parts.add(part.id());
        }
        if (items.isEmpty()) {
            return null;
        }
        var resources =
                home < 0
                        ? List.<JointLevel.Resource>of()
                        : List.of(new JointLevel.Resource(last.sites().get(home).id(), price));
        double ship = last.links()[depot][input.bases()[0]].timeSec() / Measures.YEAR_SEC;
        return new Named(
                new JointLevel.Question(bases, years, ship, resources, items, units * (1 - target)),
                parts,
                home < 0 ? "" : last.sites().get(home).id(),
                away < 0 ? "" : last.sites().get(away).id());
    }

    /// Removals a base and year: condemned and repaired together.
    private static double rate(Case c, DecisionInput input, int item, int bases) {
        Network.Part part =
                c.sustain()
                        .phases()
                        .getLast()
                        .network()
                        .parts()
                        .get(input.items().get(item).part());
        return part.condemnedShare() == 0
                ? 0
                : input.condemned()[item] / part.condemnedShare() * Measures.YEAR_SEC / bases;
    }

    private static JointLevel.Choice choice(
            JointLevel.Level level,
            Network n,
            int depot,
            int shop,
            int part,
            double price,
            List<Integer> resources) {
        Network.Shop s = n.sites().get(shop).shop();
        double sec =
                2 * n.links()[depot][shop].timeSec()
                        + s.materialShare(part) * s.materialSec(part)
                        + s.repairSec(part);
        return new JointLevel.Choice(
                level, s.priceShare(part) * price, sec / Measures.YEAR_SEC, resources);
    }
}
