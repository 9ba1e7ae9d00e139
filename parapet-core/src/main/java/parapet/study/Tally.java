package parapet.study;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import parapet.programme.Delivery;
import parapet.programme.Ledger;
import parapet.programme.MoneyCause;
import parapet.quantity.Calendar;
import parapet.scenario.Case;
import parapet.study.rows.DeliveryRow;
import parapet.study.rows.DowntimeRow;
import parapet.study.rows.MissileRow;
import parapet.study.rows.MoneyRow;
import parapet.study.rows.OutcomeRow;
import parapet.study.rows.ReadinessRow;
import parapet.study.rows.StateRow;
import parapet.sustain.Network;
import parapet.sustain.ReadinessHistory;
import parapet.sustain.Reason;
import parapet.sustain.UnitState;
import parapet.tables.Rows;

/// Counts one replication: what its history, deliveries and ledger mean for the result tables.
final class Tally {
    private static final UnitState[] STATES = UnitState.values();
    private static final Reason[] REASONS = Reason.values();
    private static final double DAY = Calendar.DAY;

    private final Case c;
    private final int replication;
    private final TimeGrid grid;
    private final Metrics metrics;
    private final List<Delivery> deliveries;
    private final ReadinessHistory history;
    private final Ledger ledger;
    private final SkyFacts sky;
    private final Network network;

    /// Unit-ticks by state and month.
    private final double[][] byState;

    Tally(
            Case c,
            int replication,
            TimeGrid grid,
            Metrics metrics,
            List<Delivery> deliveries,
            ReadinessHistory history,
            Ledger ledger,
            SkyFacts sky) {
        this.c = c;
        this.replication = replication;
        this.grid = grid;
        this.metrics = metrics;
        this.deliveries = deliveries;
        this.history = history;
        this.ledger = ledger;
        this.sky = sky;
        this.network = c.sustain().phases().getFirst().network();
        this.byState = new double[STATES.length][grid.size()];
    }

    void post(Rows rows) {
        postDeliveries(rows);
        postDowntime(rows);
        new ChainRows(c, replication, c.calendar().tick(metrics.asOf()), history).post(rows);
        postReadiness(rows);
        double[] missiles = postMissiles(rows);
        Map<String, Tallied.Money> money = postMoney(rows);
        postOutcomes(
                rows,
                new Tallied(
                        c,
                        grid,
                        deliveries,
                        byState,
                        missiles,
                        money,
                        sky,
                        history.missilesShort()));
        if (c.draw() == 0 && replication == 0) {
            postStates(rows);
        }
    }

    private void postDeliveries(Rows rows) {
        var settled = new HashMap<String, Boolean>();
        c.programme()
                .contracts()
                .forEach(k -> k.deliveries().forEach(p -> settled.put(p.unit(), p.settled())));
        for (Delivery d : deliveries) {
            rows.add(
                    new DeliveryRow(
                            c.plan(),
                            c.draw(),
                            replication,
                            d.unit(),
                            day(d.due()),
                            day(d.ready()),
                            day(d.arrived()),
                            day(d.inService()),
                            settled.getOrDefault(d.unit(), false)));
        }
    }

    private void postDowntime(Rows rows) {
        var ticks = new HashMap<Long, double[]>();
        for (int i = 0; i < history.size(); i++) {
            int state = history.state(i).ordinal();
            long cause = Spell.of(state, history.reason(i), history.part(i), history.site(i));
            int first = grid.at(history.from(i));
            int last = grid.at(history.to(i) - 1);
            for (int m = first; m <= last; m++) {
                double part =
                        Math.min(history.to(i), grid.end(m))
                                - (double) Math.max(history.from(i), grid.start(m));
                byState[state][m] += part;
                long key = Spell.in(grid.fiscalYear(m), cause);
                ticks.computeIfAbsent(key, k -> new double[1])[0] += part;
            }
        }
        new TreeMap<>(ticks)
                .forEach((key, sum) -> {
                    int reason = Spell.reason(key);
                    int part = Spell.part(key);
                    int site = Spell.site(key);
                    rows.add(
                            new DowntimeRow(
                                    c.plan(),
                                    c.draw(),
                                    replication,
                                    Spell.fiscalYear(key),
                                    STATES[Spell.state(key)].key(),
                                    reason < 0 ? "" : REASONS[reason].key(),
                                    reason < 0 ? "" : REASONS[reason].label(),
                                    part < 0 ? "" : network.parts().get(part).id(),
                                    site < 0 ? "" : network.sites().get(site).id(),
                                    sum[0] / DAY));
                });
    }

    private void postReadiness(Rows rows) {
        for (int m = 0; m < grid.size(); m++) {
            double length = grid.end(m) - (double) grid.start(m);
            double promised = 0;
            for (double[] state : byState) {
                promised += state[m];
            }
            rows.add(
                    new ReadinessRow(
                            c.plan(),
                            c.draw(),
                            replication,
                            grid.month(m),
                            promised / length,
                            (promised - byState[UnitState.NOT_DELIVERED.ordinal()][m]) / length,
                            inService(m) / length,
                            byState[UnitState.FULL.ordinal()][m] / length,
                            byState[UnitState.DEGRADED.ordinal()][m] / length,
                            byState[UnitState.DOWN.ordinal()][m] / length,
                            byState[UnitState.AWAY.ordinal()][m] / length));
        }
    }

    private double inService(int m) {
        return byState[UnitState.FULL.ordinal()][m]
                + byState[UnitState.DEGRADED.ordinal()][m]
                + byState[UnitState.DOWN.ordinal()][m]
                + byState[UnitState.AWAY.ordinal()][m];
    }

    /// Posts missiles at the end of each fiscal year.
    ///
    /// @return missiles in service at the end of each month
    private double[] postMissiles(Rows rows) {
        var byMissile = new TreeMap<String, long[]>();
        for (int i = 0; i < history.missileChanges(); i++) {
            String missile = history.missileKinds().get(history.missileKind(i));
            long[] counts = byMissile.computeIfAbsent(missile, k -> new long[grid.size()]);
            counts[grid.at(history.missileTick(i))] += history.missileChange(i);
        }
        var total = new double[grid.size()];
        byMissile.forEach((missile, changes) -> {
            long count = 0;
            for (int m = 0; m < grid.size(); m++) {
                count += changes[m];
                total[m] += count;
                if (m + 1 == grid.size() || grid.fiscalYear(m + 1) != grid.fiscalYear(m)) {
                    rows.add(
                            new MissileRow(
                                    c.plan(),
                                    c.draw(),
                                    replication,
                                    grid.fiscalYear(m),
                                    missile,
                                    (double) count));
                }
            }
        });
        return total;
    }

    /// Posts money by fiscal year, cause and currency paid, in each currency that is counted.
    ///
    /// @return money of the whole replication by currency
    private Map<String, Tallied.Money> postMoney(Rows rows) {
        record Key(int year, MoneyCause cause, String paidIn) implements Comparable<Key> {
            @Override
            public int compareTo(Key o) {
                int byYear = Integer.compare(year, o.year);
                int byCause = byYear != 0 ? byYear : cause.compareTo(o.cause);
                return byCause != 0 ? byCause : paidIn.compareTo(o.paidIn);
            }
        }
        List<String> currencies = metrics.booked();
        int real = currencies.size();
        int paid = real + 1;
        long asOf = c.calendar().tick(metrics.asOf());
        var all = new ArrayList<Tallied.Money>();
        currencies.forEach(_ -> all.add(new Tallied.Money()));
        Map<Key, double[]> sums = new TreeMap<>();
        for (Ledger.Entry e : ledger.entries()) {
            double[] sum =
                    sums.computeIfAbsent(
                            new Key(grid.fiscalYear(e.tick()), e.cause(), e.currency()),
                            k -> new double[paid + 1]);
            sum[paid] += e.amount();
            for (int i = 0; i < currencies.size(); i++) {
                double amount =
                        c.rates().convert(e.amount(), e.currency(), currencies.get(i), e.tick());
                sum[i] += amount;
                Tallied.Money of = all.get(i);
                of.all += amount;
                of.later += e.tick() >= asOf ? amount : 0;
                of.support += supports(e.cause()) ? amount : 0;
                if (i == 0) {
                    double constant = c.accounting().real(amount, e.tick());
                    sum[real] += constant;
                    of.real += constant;
                    of.present += c.accounting().presentValue(amount, e.tick(), c.calendar());
                }
            }
        }
        sums.forEach((key, sum) -> {
            for (int i = 0; i < currencies.size(); i++) {
                Double constant = i == 0 ? (Double) sum[real] : null;
                rows.add(
                        money(
                                key.year,
                                key.cause,
                                key.paidIn,
                                currencies.get(i),
                                sum[i],
                                constant));
            }
            if (!currencies.contains(key.paidIn)) {
                rows.add(money(key.year, key.cause, key.paidIn, key.paidIn, sum[paid], null));
            }
        });
        var money = new HashMap<String, Tallied.Money>();
        for (int i = 0; i < currencies.size(); i++) {
            money.put(currencies.get(i), all.get(i));
        }
        return money;
    }

    private MoneyRow money(
            int year,
            MoneyCause cause,
            String paidIn,
            String currency,
            double amount,
            @Nullable Double real) {
        return new MoneyRow(
                c.plan(),
                c.draw(),
                replication,
                year,
                cause.label(),
                paidIn,
                currency,
                amount,
                real);
    }

    private void postOutcomes(Rows rows, Tallied facts) {
        for (Metric metric : metrics.all().values()) {
            Metric.Measure measure = Objects.requireNonNull(metric.measure(), metric.key());
            rows.add(
                    new OutcomeRow(
                            c.plan(), c.draw(), replication, metric.key(), measure.of(facts)));
        }
    }

    static boolean supports(MoneyCause cause) {
        return switch (cause) {
            case SPARES, REPLACEMENT, REPAIR, TASK, INVESTMENT, RUNNING -> true;
            case ADVANCE, MILESTONE, DELIVERY, MISSILES, LAYERS, DEPOT, RECERTIFICATION -> false;
        };
    }

    private void postStates(Rows rows) {
        for (int u = 0; u < c.sustain().units().size(); u++) {
            for (int i = 0; i < history.size(); i++) {
                if (history.unit(i) != u || history.to(i) - history.from(i) < Calendar.DAY) {
                    continue;
                }
                int reason = history.reason(i);
                int part = history.part(i);
                int site = history.site(i);
                rows.add(
                        new StateRow(
                                c.plan(),
                                c.sustain().units().get(u).id(),
                                date(history.from(i)),
                                date(history.to(i) - 1),
                                history.state(i).key(),
                                reason < 0 ? "" : REASONS[reason].key(),
                                reason < 0 ? "" : REASONS[reason].label(),
                                part < 0 ? "" : network.parts().get(part).id(),
                                site < 0 ? "" : network.sites().get(site).id()));
            }
        }
    }

    private @Nullable LocalDate day(long tick) {
        return tick == Long.MAX_VALUE ? null : date(tick);
    }

    private LocalDate date(long tick) {
        return c.calendar().date(tick);
    }
}
