package parapet.view;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import parapet.io.results.Query;
import parapet.study.ResultTable;
import parapet.sustain.Reason;

/// Arrivals, days and downtime of units that never were, for [Fixture].
final class HistoryFixture {
    private static final LocalDate[] DUE = {
        LocalDate.of(2020, 10, 1),
        LocalDate.of(2021, 6, 1),
        LocalDate.of(2022, 1, 1),
        LocalDate.of(2022, 9, 1),
        LocalDate.of(2023, 4, 1)
    };
    private static final int[] LATE = {14, 13, 13, 44, 45};

    private HistoryFixture() {}

    private static LocalDate due(int unit) {
        return unit < 5 ? DUE[unit] : LocalDate.of(2029, 4, 1).plusMonths(8L * (unit - 5));
    }

    /// Tables of readiness, deliveries, states and downtime.
    static void fill(Query tables) {
        List<String> readiness = new ArrayList<>();
        List<String> deliveries = new ArrayList<>();
        List<String> states = new ArrayList<>();
        List<String> downtime = new ArrayList<>();
        for (PlanFixture.PlanOf plan : PlanFixture.PLANS) {
            for (int draw = 0; draw < Fixture.DRAWS; draw++) {
                SplittableRandom common = new SplittableRandom(draw * 7919L);
                double base = 0.42 + 0.22 * common.nextDouble();
                double gain = 0.05 + 0.14 * common.nextDouble();
                int wait = (int) (30 * common.nextDouble() * common.nextDouble());
                int late5 = common.nextInt(0, 20);
                LocalDate[] arrived = new LocalDate[plan.units()];
                for (int u = 0; u < plan.units(); u++) {
                    int late =
                            plan.key().equals("as-promised")
                                    ? 0
                                    : u == 4
                                            ? LATE[4] + late5 + plan.slip()
                                            : u < 4
                                                    ? LATE[u]
                                                    : 6 + common.nextInt(0, 24) + plan.slip();
                    arrived[u] = due(u).plusMonths(late);
                    deliveries.add(
                            "(%s, %d, 0, 'squadron-%d', '%s', '%s', '%s', '%s', %b)"
                                    .formatted(
                                            Fixture.q(plan.key()),
                                            draw,
                                            u + 1,
                                            due(u),
                                            arrived[u].minusMonths(2),
                                            arrived[u],
                                            arrived[u].plusMonths(3),
                                            arrived[u].isBefore(Fixture.AS_OF)));
                    if (draw == 0) {
                        states(states, plan, u, due(u), arrived[u]);
                    }
                }
                LocalDate open =
                        plan.mro() == 0
                                ? Fixture.END
                                : LocalDate.of(plan.mro(), 1, 1).plusMonths(wait);
                for (LocalDate m = Fixture.START; !m.isAfter(Fixture.END); m = m.plusMonths(1)) {
                    double promised = 0;
                    double delivered = 0;
                    double service = 0;
                    double ready = 0;
                    for (int u = 0; u < plan.units(); u++) {
                        SplittableRandom own =
                                new SplittableRandom(
                                        draw * 1_000_003L + u * 7L + m.toEpochDay() / 90 * 131L);
                        boolean due = !m.isBefore(due(u));
                        boolean here = !m.isBefore(arrived[u]);
                        boolean in = !m.isBefore(arrived[u].plusMonths(3));
                        double share =
                                base
                                        + (m.isAfter(open)
                                                ? gain * (plan.centres() == 2 ? 1.35 : 1)
                                                : 0)
                                        + (m.isAfter(Fixture.AS_OF) ? plan.bonus() : 0);
                        double up =
                                in ? Math.clamp(share + 0.5 * (own.nextDouble() - 0.5), 0, 1) : 0;
                        promised += due ? 1 : 0;
                        delivered += here ? 1 : 0;
                        service += in ? 1 : 0;
                        ready += up;
                        int fy = m.getMonthValue() >= 4 ? m.getYear() : m.getYear() - 1;
                        if (due && m.getMonthValue() % 3 == 1) {
                            int days = 91;
                            if (!here) {
                                downtime.add(
                                        down(plan, draw, fy, "not-delivered", reason(u), days));
                            } else if (!in) {
                                downtime.add(
                                        down(plan, draw, fy, "deploying", "Being deployed", days));
                            } else {
                                downtime.add(down(plan, draw, fy, "full", "", days * up));
                                double left = days * (1 - up);
                                String[] names = {
                                    "Repair on site",
                                    "Spare on its way to the base",
                                    "No spare: part on its way to the shop",
                                    "No spare: in repair",
                                    "No spare: shop awaits material",
                                    "No spare: part on its way back",
                                    "No spare: new part on order",
                                    "No spare: shop full",
                                    "Overhaul or upgrade in work"
                                };
                                double[] parts = {.05, .08, .2, .28, .1, .14, .07, .03, .05};
                                for (int k = 0; k < names.length; k++) {
                                    downtime.add(
                                            down(
                                                    plan,
                                                    draw,
                                                    fy,
                                                    k < 2 ? "degraded" : k < 8 ? "down" : "away",
                                                    names[k],
                                                    left * parts[k]));
                                }
                            }
                        }
                    }
                    readiness.add(
                            "(%s, %d, 0, '%s', %s, %s, %s, %s, %s, %s, %s)"
                                    .formatted(
                                            Fixture.q(plan.key()),
                                            draw,
                                            m,
                                            promised,
                                            delivered,
                                            service,
                                            ready,
                                            (service - ready) * 0.4,
                                            (service - ready) * 0.45,
                                            (service - ready) * 0.15));
                }
            }
        }
        Fixture.insert(tables, ResultTable.READINESS, readiness);
        Fixture.insert(tables, ResultTable.DELIVERIES, deliveries);
        Fixture.insert(tables, ResultTable.STATES, states);
        Fixture.insert(tables, ResultTable.DOWNTIME, downtime);
    }

    private static String reason(int unit) {
        return switch (unit) {
            case 0, 1 -> "Delivery: maker late";
            case 2 -> "Delivery: lost in transit";
            case 3 -> "Delivery: supply line closed";
            default -> "Delivery: payment stuck";
        };
    }

    private static String down(
            PlanFixture.PlanOf plan, int draw, int fy, String state, String reason, double days) {
        return "(%s, %d, 0, %d, '%s', '%s', '%s', '', '', %s)"
                .formatted(Fixture.q(plan.key()), draw, fy, state, key(reason), reason, days);
    }

    /// Key of a reason with this label, empty for none.
    private static String key(String label) {
        return Arrays.stream(Reason.values())
                .filter(r -> r.label().equals(label))
                .findFirst()
                .map(Reason::key)
                .orElse("");
    }

    private static void states(
            List<String> rows,
            PlanFixture.PlanOf plan,
            int unit,
            LocalDate due,
            LocalDate arrived) {
        SplittableRandom random = new SplittableRandom(plan.key().hashCode() * 31L + unit);
        if (arrived.isAfter(due)) {
            state(rows, plan, unit, due, arrived.minusDays(1), "not-delivered", reason(unit), "");
        }
        LocalDate day = arrived.plusMonths(3);
        state(rows, plan, unit, arrived, day.minusDays(1), "deploying", "Being deployed", "");
        while (day.isBefore(Fixture.END)) {
            LocalDate last = day.plusDays(random.nextInt(20, 160));
            state(rows, plan, unit, day, last, "full", "", "");
            day = last.plusDays(1);
            String state =
                    random.nextInt(10) < 5 ? "degraded" : random.nextInt(8) < 7 ? "down" : "away";
            last =
                    day.plusDays(
                            state.equals("away")
                                    ? random.nextInt(150, 400)
                                    : random.nextInt(5, 140));
            state(
                    rows,
                    plan,
                    unit,
                    day,
                    last,
                    state,
                    state.equals("away") ? "Overhaul or upgrade in work" : "No spare: in repair",
                    state.equals("away") ? "" : "engagement-radar-transmitter");
            day = last.plusDays(1);
        }
    }

    private static void state(
            List<String> rows,
            PlanFixture.PlanOf plan,
            int unit,
            LocalDate first,
            LocalDate last,
            String state,
            String reason,
            String part) {
        rows.add(
                "(%s, 'squadron-%d', '%s', '%s', '%s', '%s', '%s', '%s', '%s')"
                        .formatted(
                                Fixture.q(plan.key()),
                                unit + 1,
                                first,
                                last.isAfter(Fixture.END) ? Fixture.END : last,
                                state,
                                key(reason),
                                reason,
                                part,
                                part.isEmpty() ? "" : "depot-abroad"));
    }
}
