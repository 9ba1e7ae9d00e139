package parapet.scenario;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.jspecify.annotations.Nullable;
import parapet.evidence.Draw;
import parapet.evidence.Quantity;
import parapet.programme.Accounting;
import parapet.programme.Discounting;
import parapet.programme.Escalation;
import parapet.programme.MoneyCause;
import parapet.quantity.Calendar;
import parapet.quantity.FiscalYears;
import parapet.quantity.Measures;
import parapet.random.Streams;

/// Builds, for one draw, how prices rise and how money of different days is compared.
final class MoneyBuilder {
    private final Money money;
    private final Draw draw;
    private final Calendar calendar;
    private final Streams streams;
    private final long end;
    private final Map<String, NavigableMap<Long, Double>> indices = new HashMap<>();

    MoneyBuilder(Money money, Draw draw, Calendar calendar, Streams streams, long end) {
        this.money = money;
        this.draw = draw;
        this.calendar = calendar;
        this.streams = streams;
        this.end = end;
        money.indices().forEach((id, index) -> indices.put(id, path(id, index)));
    }

    private NavigableMap<Long, Double> path(String id, Money.Index index) {
        double rise = perYear(index.rise());
        double scatter = draw.value(index.scatter());
        var normal = ZigguratSampler.NormalizedGaussian.of(streams.at("scenario.index", id));
        var path = new TreeMap<Long, Double>();
        double value = 1;
        LocalDate day = calendar.start();
        while (calendar.tick(day) < end) {
            path.put(calendar.tick(day), value);
            day = day.plusYears(1);
            value *= StrictMath.exp(rise + scatter * normal.sample());
        }
        return path;
    }

    Accounting accounting() {
        var years = new FiscalYears(money.fiscalYear());
        long pricesOf = day(money.pricesOf());
        return new Accounting(
                money.reporting(),
                years,
                new Discounting(
                        perYear(money.discount()),
                        calendar.date(day(money.valueOn())),
                        money.timing(),
                        years),
                new Escalation(pricesOf, perYear(money.inflation()), new TreeMap<>()),
                prices(pricesOf));
    }

    private Map<MoneyCause, Escalation> prices(long base) {
        var prices = new EnumMap<MoneyCause, Escalation>(MoneyCause.class);
        Money.Escalation rise = money.escalation();
        if (rise != null) {
            put(prices, base, rise.parts(), MoneyCause.REPLACEMENT, MoneyCause.DEPOT);
            put(prices, base, rise.repairs(), MoneyCause.REPAIR);
            put(prices, base, rise.tasks(), MoneyCause.TASK, MoneyCause.RECERTIFICATION);
            put(prices, base, rise.running(), MoneyCause.RUNNING);
            put(prices, base, rise.investment(), MoneyCause.INVESTMENT, MoneyCause.LAYERS);
        }
        return prices;
    }

    private void put(
            Map<MoneyCause, Escalation> prices, long base, Quantity rate, MoneyCause... causes) {
        var escalation = new Escalation(base, perYear(rate), new TreeMap<>());
        for (MoneyCause cause : causes) {
            prices.put(cause, escalation);
        }
    }

    /// How the prices of new parts rise.
    Escalation parts() {
        return prices(day(money.pricesOf())).getOrDefault(MoneyCause.REPLACEMENT, Escalation.NONE);
    }

    /// How the price of a contract rises.
    Escalation of(Programme.Contract contract, long signed) {
        String index = contract.escalationIndex();
        Quantity pricesOf = contract.pricesOf();
        NavigableMap<Long, Double> path = index == null ? null : indices.get(index);
        return new Escalation(
                pricesOf == null ? signed : day(pricesOf),
                perYear(contract.escalation()),
                path == null ? new TreeMap<>() : path);
    }

    private long day(@Nullable Quantity date) {
        return date == null ? 0 : calendar.tickOfEpochDay(draw.value(date));
    }

    private double perYear(Quantity rate) {
        return draw.value(rate) * Measures.YEAR_SEC;
    }
}
