package parapet.study;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import parapet.programme.Delivery;
import parapet.programme.Ledger;
import parapet.programme.MoneyCause;
import parapet.quantity.Calendar;
import parapet.quantity.Measures;
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
    private static final double DAY = Calendar.DAY;
    private static final double YEAR = Measures.DAYS_PER_YEAR * Calendar.DAY;

    private final Case c;
    private final int replication;
    private final TimeGrid grid;
    private final Metrics metrics;
    private final List<Delivery> deliveries;
    private final ReadinessHistory history;
    private final Ledger ledger;
    private final List<Double> sky;
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
            List<Double> sky) {
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
        postMoney(rows);
        postOutcomes(rows, missiles);
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
                            date(d.due()),
                            date(d.ready()),
                            date(d.arrived()),
                            date(d.inService()),
                            settled.getOrDefault(d.unit(), false)));
        }
    }

    private void postDowntime(Rows rows) {
        var ticks = new HashMap<Long, double[]>();
        for (int i = 0; i < history.size(); i++) {
            int state = history.state(i).ordinal();
            long kind = kind(state, history.reason(i), history.part(i), history.site(i));
            int first = grid.at(history.from(i));
            int last = grid.at(history.to(i) - 1);
            for (int m = first; m <= last; m++) {
                double part =
                        Math.min(history.to(i), grid.end(m))
                                - (double) Math.max(history.from(i), grid.start(m));
                byState[state][m] += part;
                long key = ((long) grid.fiscalYear(m) << 40) | kind;
                ticks.computeIfAbsent(key, k -> new double[1])[0] += part;
            }
        }
        new TreeMap<>(ticks)
                .forEach((key, sum) -> {
                    int kind = (int) (key & 0xFFFFFFFFL);
                    int reason = ((kind >> 20) & 0xFF) - 1;
                    int part = ((kind >> 10) & 0x3FF) - 1;
                    int site = (kind & 0x3FF) - 1;
                    rows.add(
                            new DowntimeRow(
                                    c.plan(),
                                    c.draw(),
                                    replication,
                                    (int) (key >> 40),
                                    word(STATES[(kind >> 28) & 0xF]),
                                    reason < 0 ? "" : Reason.values()[reason].label(),
                                    part < 0 ? "" : network.parts().get(part).id(),
                                    site < 0 ? "" : network.sites().get(site).id(),
                                    sum[0] / DAY));
                });
    }

    private static long kind(int state, int reason, int part, int site) {
        return ((long) state << 28) | ((reason + 1L) << 20) | ((part + 1L) << 10) | (site + 1L);
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

    private void postMoney(Rows rows) {
        record Key(int year, MoneyCause cause, String currency) implements Comparable<Key> {
            @Override
            public int compareTo(Key o) {
                int byYear = Integer.compare(year, o.year);
                int byCause = byYear != 0 ? byYear : cause.compareTo(o.cause);
                return byCause != 0 ? byCause : currency.compareTo(o.currency);
            }
        }
        Map<Key, double[]> sums = new TreeMap<>();
        for (Ledger.Entry e : ledger.entries()) {
            double[] sum =
                    sums.computeIfAbsent(
                            new Key(grid.fiscalYear(e.tick()), e.cause(), e.currency()),
                            k -> new double[6]);
            sum[0] += e.amount();
            sum[1] += in(e, "USD");
            sum[2] += in(e, "INR");
            sum[3] += in(e, "RUB");
            double reporting = in(e, c.accounting().reporting());
            sum[4] += reporting;
            sum[5] += c.accounting().real(reporting, e.tick());
        }
        sums.forEach((key, sum) ->
                rows.add(
                        new MoneyRow(
                                c.plan(),
                                c.draw(),
                                replication,
                                key.year,
                                key.cause.label(),
                                key.currency,
                                sum[0],
                                sum[1],
                                sum[2],
                                sum[3],
                                sum[4],
                                sum[5])));
    }

    private double in(Ledger.Entry e, String currency) {
        return c.rates().knows(currency)
                ? c.rates().convert(e.amount(), e.currency(), currency, e.tick())
                : 0;
    }

    private void postOutcomes(Rows rows, double[] missiles) {
        var values = new ArrayList<Double>();
        for (LocalDate d : metrics.dates()) {
            long tick = c.calendar().tick(d.plusDays(1));
            int m = grid.at(tick - 1);
            double length = grid.end(m) - (double) grid.start(m);
            double promisedYears = 0;
            for (double[] state : byState) {
                promisedYears += before(state, tick);
            }
            double[] late = byState[UnitState.NOT_DELIVERED.ordinal()];
            double readyYears = before(byState[UnitState.FULL.ordinal()], tick);
            values.add((double) deliveries.stream().filter(x -> x.due() < tick).count());
            values.add((double) deliveries.stream().filter(x -> x.arrived() < tick).count());
            values.add(byState[UnitState.FULL.ordinal()][m] / length);
            values.add(promisedYears);
            values.add(promisedYears - before(late, tick));
            values.add(readyYears);
            values.add(promisedYears - readyYears);
            values.add(missiles[m]);
        }
        for (LocalDate[] w : metrics.windows()) {
            long from = c.calendar().tick(w[0]);
            long to = c.calendar().tick(w[1].plusDays(1));
            double inService = 0;
            for (UnitState s :
                    List.of(UnitState.FULL, UnitState.DEGRADED, UnitState.DOWN, UnitState.AWAY)) {
                inService += between(byState[s.ordinal()], from, to);
            }
            double full = between(byState[UnitState.FULL.ordinal()], from, to);
            double usable = full + between(byState[UnitState.DEGRADED.ordinal()], from, to);
            values.add(inService > 0 ? 100 * full / inService : 0);
            values.add(inService > 0 ? 100 * usable / inService : 0);
        }
        addMoney(values);
        double last = deliveries.stream().mapToLong(Delivery::arrived).max().orElse(0);
        values.add(yearOf(last));
        values.addAll(sky);
        int i = 0;
        for (String key : metrics.all().keySet()) {
            rows.add(new OutcomeRow(c.plan(), c.draw(), replication, key, values.get(i++)));
        }
        if (i != values.size()) {
            throw new IllegalStateException(
                    "There are (%d) metrics but (%d) values.".formatted(i, values.size()));
        }
    }

    private double yearOf(double tick) {
        LocalDate day = c.calendar().date((long) tick);
        return day.getYear() + (day.getDayOfYear() - 1) / 365.25;
    }

    private void addMoney(List<Double> values) {
        long asOf = c.calendar().tick(metrics.asOf());
        double usd = 0;
        double inr = 0;
        double laterUsd = 0;
        double laterInr = 0;
        double rub = 0;
        double real = 0;
        double reported = 0;
        double present = 0;
        double support = 0;
        for (Ledger.Entry e : ledger.entries()) {
            double u = in(e, "USD");
            double r = in(e, "INR");
            usd += u;
            inr += r;
            if (e.tick() >= asOf) {
                laterUsd += u;
                laterInr += r;
            }
            double m = in(e, c.accounting().reporting());
            rub += in(e, "RUB");
            real += c.accounting().real(m, e.tick());
            reported += c.accounting().presentValue(m, e.tick(), c.calendar());
            present += c.accounting().presentValue(u, e.tick(), c.calendar());
            support += supports(e.cause()) ? r : 0;
        }
        values.add(usd / 1e6);
        values.add(inr / 1e7);
        values.add(laterUsd / 1e6);
        values.add(laterInr / 1e7);
        values.add(present / 1e6);
        values.add(support / 1e7);
        values.add(rub / 1e6);
        double scale = LifeCycle.scale(c.accounting().reporting());
        values.add(real / scale);
        values.add(reported / scale);
    }

    static boolean supports(MoneyCause cause) {
        return switch (cause) {
            case SPARES, REPLACEMENT, REPAIR, TASK, INVESTMENT, RUNNING -> true;
            case ADVANCE, MILESTONE, DELIVERY, MISSILES, LAYERS, RECERTIFICATION -> false;
        };
    }

    private double before(double[] ticks, long tick) {
        return between(ticks, 0, tick);
    }

    /// Unit-years of a state between two ticks; within a month in proportion.
    private double between(double[] ticks, long from, long to) {
        double sum = 0;
        for (int m = 0; m < grid.size(); m++) {
            double share = grid.shareBefore(m, to) - grid.shareBefore(m, from);
            if (share > 0) {
                sum += share * ticks[m];
            }
        }
        return sum / YEAR;
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
                                word(history.state(i)),
                                reason < 0 ? "" : Reason.values()[reason].label(),
                                part < 0 ? "" : network.parts().get(part).id(),
                                site < 0 ? "" : network.sites().get(site).id()));
            }
        }
    }

    static String word(UnitState state) {
        return switch (state) {
            case NOT_DELIVERED -> "not-delivered";
            case DEPLOYING -> "deploying";
            case FULL -> "full";
            case DEGRADED -> "degraded";
            case DOWN -> "down";
            case AWAY -> "away";
        };
    }

    private LocalDate date(long tick) {
        return c.calendar().date(tick);
    }
}
