package parapet.verification;

import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;
import parapet.programme.Delivery;
import parapet.programme.Escalation;
import parapet.programme.Instalment;
import parapet.programme.MoneyCause;
import parapet.programme.Payments;
import parapet.programme.PresentValue;
import parapet.programme.ProgrammeInput.Contract;
import parapet.programme.ProgrammeInput.Milestone;
import parapet.programme.ProgrammeInput.Planned;
import parapet.programme.ProgrammeInput.When;
import parapet.quantity.Calendar;
import parapet.quantity.Currencies;
import parapet.quantity.FiscalYears;
import parapet.quantity.Measures;
import parapet.random.Streams;

/// Adaptors of the kinds about money: present values, contracts and fiscal years.
final class MoneyModels {
    private static final double MILLION_PER_UNIT_OF_TOTALS = 10;

    private MoneyModels() {}

    /// Adds the kinds of this class to the table of all kinds.
    static void addTo(SequencedMap<String, Model> t) {
        t.put("money.present-value", Model.only(MoneyModels::presentValue));
        t.put("money.fiscal-year", Model.only(MoneyModels::fiscalYear));
        t.put("money.milestones", Model.only(MoneyModels::milestones));
    }

    private static Outputs presentValue(Inputs in) {
        var out = new Outputs();
        if (in.has("flowsByYear")) {
            in.only("flowsByYear");
            double[] flows =
                    in.numbers("flowsByYear").stream().mapToDouble(Double::doubleValue).toArray();
            return out.put("internalRateOfReturn", PresentValue.internalRateOfReturn(flows));
        }
        if (in.has("payments")) {
            in.only("payments", "exchangeInrPerUsd", "exchangeGrowthPerYear", "discountRate");
            var payments =
                    in.objects("payments").stream()
                            .map(p -> {
                                p.only("year", "amountMillionUsd");
                                return new PresentValue.Payment(
                                        p.number("year"), p.number("amountMillionUsd"));
                            })
                            .toList();
            double million =
                    PresentValue.ofForeignPayments(
                            payments,
                            in.number("exchangeInrPerUsd"),
                            in.number("exchangeGrowthPerYear"),
                            in.number("discountRate"));
            return out.put("presentValueCrore", million / MILLION_PER_UNIT_OF_TOTALS);
        }
        if (in.has("presentAmount")) {
            in.only("presentAmount", "years", "discountRate");
            return out.put(
                    "annualEquivalent",
                    PresentValue.annualEquivalent(
                            in.number("presentAmount"),
                            in.whole("years"),
                            in.number("discountRate")));
        }
        in.only("amountPerYear", "years", "discountRate", "escalationRate", "timing");
        return out.put(
                "presentValue",
                PresentValue.ofStream(
                        in.number("amountPerYear"),
                        in.number("years"),
                        in.number("discountRate"),
                        in.number("escalationRate", 0),
                        in.choice(PresentValue.Timing.class, "timing")));
    }

    private static Outputs fiscalYear(Inputs in) {
        in.only("firstMonth", "date");
        var years = new FiscalYears(in.choice(Month.class, "firstMonth"));
        return new Outputs().put("fiscalYear", years.of(LocalDate.parse(in.word("date"))));
    }

    /// A contract whose milestones fall on days, and whose rest is paid on arrivals.
    private static Outputs milestones(Inputs in) {
        in.only("price", "milestones", "arrivalYears", "escalationRate");
        var milestones = new ArrayList<Milestone>();
        for (Inputs m : in.objects("milestones")) {
            m.only("share", "year");
            milestones.add(
                    new Milestone(
                            "m" + milestones.size(),
                            m.number("share"),
                            When.DATE,
                            -1,
                            tick(m.number("year")),
                            true));
        }
        var planned = new ArrayList<Planned>();
        var deliveries = new ArrayList<Delivery>();
        for (double year : in.numbers("arrivalYears")) {
            long at = tick(year);
            String unit = "u" + planned.size();
            planned.add(new Planned(unit, at, at, true));
            deliveries.add(new Delivery(0, unit, at, at, at, at, at, at));
        }
        var contract =
                new Contract(
                        "c",
                        0,
                        -1,
                        in.number("price"),
                        Currencies.PIVOT,
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        List.of(),
                        planned,
                        milestones,
                        new Escalation(0, in.number("escalationRate"), new TreeMap<>()),
                        Long.MAX_VALUE);
        List<Instalment> parts =
                Payments.of(contract, 0, deliveries, new Streams(1, 0, 0)).stream()
                        .filter(i -> i.cause() != MoneyCause.ADVANCE)
                        .toList();
        return new Outputs()
                .put("amounts", parts.stream().map(Instalment::amount).toList())
                .put("total", parts.stream().mapToDouble(Instalment::amount).sum())
                .put("basePaid", parts.stream().mapToDouble(Instalment::base).sum());
    }

    private static long tick(double year) {
        return Math.round(year * Measures.DAYS_PER_YEAR * Calendar.DAY);
    }
}
