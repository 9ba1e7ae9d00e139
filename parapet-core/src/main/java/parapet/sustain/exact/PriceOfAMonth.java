package parapet.sustain.exact;

import java.util.ArrayList;
import java.util.List;
import parapet.stats.Require;

/// What a slip of a milestone costs a small fleet: ready unit-days lost and money, as the exact
/// difference of two plans that differ in that one date.
///
///     lost(s)  = R(0) - R(s),    R(s) = E ∫_0^H (units at work) dt with the date (law) later by s
///     added(s) = M(s) - M(0),    M(s) = E Σ flows, discounted
///
/// Both follow from [DatedFleet] and [FleetPlan] and carry their integration error; nothing is
/// sampled. Valid where [DatedFleet] is: one kind of failure, exponential times, a closed fleet.
/// Times in days.
public final class PriceOfAMonth {
    /// Days of a year: that of the reference cases, which were computed elsewhere in Julian years.
    /// The simulation counts mean Gregorian years, see [parapet.quantity.Measures#DAYS_PER_YEAR].
    private static final double YEAR_DAYS = 365.25;

    /// Days of a month, a twelfth of that.
    public static final double MONTH_DAYS = YEAR_DAYS / 12;

    private static final int POINTS = 8;

    private PriceOfAMonth() {}

    /// Money that hangs on a milestone: paid on its date if that lies in the horizon, and from then
    /// on. Below 0 for income.
    ///
    /// @param milestone name in the plan
    /// @param once amount paid on the date
    /// @param perDay amount a day from the date to the end of the horizon
    public record Flow(String milestone, double once, double perDay) {}

    /// What is asked.
    ///
    /// @param plan fleet and milestones
    /// @param horizonDays H, more than 0
    /// @param flows money that hangs on milestones
    /// @param fixedMoney money that no slip moves
    /// @param perFailure money for each failure (its repair)
    /// @param perCondemned money for each unit condemned (its replacement)
    /// @param yearlyDiscount rate of discount of `flows` (continuous, per Julian year); 0 for none.
    ///   Money per failure is not discounted.
    public record Question(
            FleetPlan plan,
            double horizonDays,
            List<Flow> flows,
            double fixedMoney,
            double perFailure,
            double perCondemned,
            double yearlyDiscount) {
        public Question {
            flows = List.copyOf(flows);
            Require.positive("horizonDays", horizonDays);
            Require.notNegative("yearlyDiscount", yearlyDiscount);
            flows.forEach(f -> plan.indexOf(f.milestone()));
        }

        /// Only readiness, no money.
        public static Question ofReadiness(FleetPlan plan, double horizonDays) {
            return new Question(plan, horizonDays, List.of(), 0, 0, 0, 0);
        }
    }

    /// A plan as a whole.
    ///
    /// @param readyUnitDays expected over the horizon
    /// @param money expected, discounted as asked
    /// @param readyError error of the integration over date laws
    public record Worth(double readyUnitDays, double money, double readyError) {
        /// Money for one ready unit-day.
        public double pricePerReadyUnitDay() {
            return money / readyUnitDays;
        }
    }

    /// What one slip costs.
    ///
    /// @param milestone which date
    /// @param slipDays by how much it is later
    /// @param readyUnitDaysLost R(0) - R(slip); below 0 if the slip is a gain
    /// @param moneyAdded M(slip) - M(0)
    /// @param worthLost the days lost at the price of a ready unit-day of the plan without slip; 0
    ///   without money
    /// @param readyError bound of the error of the integration over date laws
    public record Slip(
            String milestone,
            double slipDays,
            double readyUnitDaysLost,
            double moneyAdded,
            double worthLost,
            double readyError) {}

    /// Ready unit-days and money of the plan as it is.
    public static Worth worth(Question q) {
        FleetPlan.Expected e =
                q.plan()
                        .expected(
                                q.horizonDays(),
                                POINTS,
                                dates -> {
                                    var over =
                                            DatedFleet.over(
                                                    q.plan().steps(dates), 0, q.horizonDays());
                                    double money =
                                            q.fixedMoney()
                                                    + q.perFailure() * over.failures()
                                                    + q.perCondemned() * over.condemned();
                                    for (Flow f : q.flows()) {
                                        money += paid(q, f, dates[q.plan().indexOf(f.milestone())]);
                                    }
                                    return new double[] {over.readyUnitTime(), money};
                                });
        return new Worth(e.value().get(0), e.value().get(1), e.error().getFirst());
    }

    private static double paid(Question q, Flow f, double date) {
        double t = StrictMath.max(0, date);
        if (t >= q.horizonDays()) {
            return 0;
        }
        double rate = q.yearlyDiscount() / YEAR_DAYS;
        double left = q.horizonDays() - t;
        double running = rate == 0 ? left : -StrictMath.expm1(-rate * left) / rate;
        return StrictMath.exp(-rate * t) * (f.once() + f.perDay() * running);
    }

    /// The whole curve of one milestone: slips of 0, 1, ... `months` months.
    public static List<Slip> curve(Question q, String milestone, int months) {
        Require.between("number of months", months, 0, 1_200);
        Worth plain = worth(q);
        var slips = new ArrayList<Slip>();
        for (int m = 0; m <= months; m++) {
            slips.add(slip(q, plain, milestone, m * MONTH_DAYS));
        }
        return List.copyOf(slips);
    }

    /// The price of a month of every milestone, in the order of the plan.
    public static List<Slip> ofEach(Question q) {
        Worth plain = worth(q);
        return q.plan().milestones().stream()
                .map(m -> slip(q, plain, m.name(), MONTH_DAYS))
                .toList();
    }

    private static Slip slip(Question q, Worth plain, String milestone, double days) {
        Worth late =
                worth(
                        new Question(
                                q.plan().slipped(milestone, days),
                                q.horizonDays(),
                                q.flows(),
                                q.fixedMoney(),
                                q.perFailure(),
                                q.perCondemned(),
                                q.yearlyDiscount()));
        double lost = plain.readyUnitDays() - late.readyUnitDays();
        double price = plain.readyUnitDays() > 0 ? plain.pricePerReadyUnitDay() : 0;
        return new Slip(
                milestone,
                days,
                lost,
                late.money() - plain.money(),
                lost * price,
                plain.readyError() + late.readyError());
    }
}
