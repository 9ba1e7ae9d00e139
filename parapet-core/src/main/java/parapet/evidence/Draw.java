package parapet.evidence;

import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.commons.rng.UniformRandomProvider;
import parapet.quantity.Measures;
import parapet.random.Streams;
import parapet.stats.Law;

/// One consistent set of uncertain inputs. Each quantity has a stream of its own, keyed by its
/// name, so that two plans see the same value of the same quantity, and asking for one more
/// quantity moves no other. On one thread.
public final class Draw {
    private static final int ATTEMPTS = 500;

    private final Evidence evidence;
    private final Streams streams;
    private final Map<Quantity, Weighing> weighings;
    private final Map<String, Double> taken = new LinkedHashMap<>();
    private final Map<Quantity, Double> values = new HashMap<>();

    /// A draw.
    ///
    /// @param evidence what is known
    /// @param streams streams of this draw
    /// @param weighings cache of weighings, shared by all draws of a study; must allow concurrent
    ///   use when draws do
    public Draw(Evidence evidence, Streams streams, Map<Quantity, Weighing> weighings) {
        this.evidence = evidence;
        this.streams = streams;
        this.weighings = weighings;
    }

    /// The value of a quantity in this draw, in inner units (and in the currency of [#currency]).
    public double value(Quantity quantity) {
        if (quantity.basis() instanceof Quantity.Later(var milestone, var by, var _)) {
            return value(milestone) + value(by) / Measures.DAY_SEC;
        }
        Double known = values.get(quantity);
        if (known != null) {
            return known;
        }
        double value =
                quantity.basis() instanceof Quantity.Foretold foretold
                        ? milestone(quantity, foretold.slip())
                        : weigh(quantity)
                                .law()
                                .at(streams.uniform("evidence.draw", quantity.key()));
        values.put(quantity, value);
        taken.putIfAbsent(quantity.key(), value);
        return value;
    }

    /// The currency of a quantity's value, empty when it has none.
    public String currency(Quantity quantity) {
        String currency = weigh(quantity).currency();
        return currency == null ? "" : currency;
    }

    /// Whether a milestone has come by the day of the evidence.
    public boolean settled(Quantity quantity) {
        return weigh(quantity).settled();
    }

    /// All values drawn so far, by quantity.
    public Map<String, Double> taken() {
        return Collections.unmodifiableMap(taken);
    }

    private Weighing weigh(Quantity quantity) {
        return weighings.computeIfAbsent(quantity, evidence::weigh);
    }

    /// Draws a milestone: what came, or a forecast and its error, drawn again while the date would
    /// lie in the known past.
    private double milestone(Quantity quantity, Quantity.Slip slip) {
        Weighing weighing = weigh(quantity);
        UniformRandomProvider random = streams.at("evidence.milestone", quantity.key());
        if (weighing.settled()) {
            return weighing.law().at(Streams.open(random));
        }
        double shockPerDay = value(slip.shockPerYear()) * Measures.DAY_SEC;
        Law error = weigh(slip.perMonthAhead()).law();
        Law shock = weigh(slip.shock()).law();
        double today = evidence.asOf().toEpochDay();
        double date = today;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            double pick = Streams.open(random);
            double ahead = Streams.open(random);
            double chance = Streams.open(random);
            double size = Streams.open(random);
            double said = weighing.law().at(pick);
            double horizon = Math.max(0, said - madeOn(weighing, pick));
            date = said + error.at(ahead) * horizon;
            if (chance < 1 - StrictMath.exp(-shockPerDay * (horizon + (date - said)))) {
                date += shock.at(size) / Measures.DAY_SEC;
            }
            if (date > today) {
                return date;
            }
        }
        return today + (today - date) * 0.1 + 30;
    }

    /// The day on which the forecast chosen by the uniform number `pick` was made.
    private double madeOn(Weighing weighing, double pick) {
        LocalDate day = weighing.speaking(pick).claim().madeOn();
        return (day == null ? evidence.asOf() : day).toEpochDay();
    }
}
