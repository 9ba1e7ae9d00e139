package parapet.view;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import parapet.io.results.Query;
import parapet.study.ResultTable;

/// Money that was never paid, for [Fixture].
final class MoneyFixture {
    private MoneyFixture() {}

    /// The table of money.
    static void fill(Query tables) {
        List<String> rows = new ArrayList<>();
        for (PlanFixture.PlanOf plan : PlanFixture.PLANS) {
            for (int draw = 0; draw < Fixture.DRAWS; draw++) {
                SplittableRandom random = new SplittableRandom(draw * 101L);
                double price = (0.9 + 0.2 * random.nextDouble()) * plan.price();
                for (int fy = 2018; fy < 2041; fy++) {
                    double inr = 70 + 2.6 * (fy - 2018) * (0.8 + 0.4 * random.nextDouble());
                    money(rows, plan, draw, fy, "Contract advances", fy == 2019 ? 850e6 : 0, inr);
                    money(
                            rows,
                            plan,
                            draw,
                            fy,
                            "Payments on delivery",
                            switch (fy) {
                                        case 2021, 2023 -> 920e6;
                                        case 2022 -> 1840e6;
                                        case 2026, 2027 -> 460e6;
                                        case 2030, 2031 -> plan.units() > 5 ? 2500e6 : 0;
                                        default -> 0;
                                    }
                                    * price,
                            inr);
                    money(rows, plan, draw, fy, "Repairs", fy > 2021 ? 40e6 * price : 0, inr);
                    money(rows, plan, draw, fy, "Running cost", fy > 2021 ? 25e6 : 0, inr);
                    money(
                            rows,
                            plan,
                            draw,
                            fy,
                            "Parts replaced",
                            fy > 2022 ? 18e6 * price : 0,
                            inr);
                    money(
                            rows,
                            plan,
                            draw,
                            fy,
                            "Missiles bought",
                            fy == 2027 ? 1100e6 * price : 0,
                            inr);
                    money(
                            rows,
                            plan,
                            draw,
                            fy,
                            "Opening of sites",
                            plan.mro() == fy ? 160e6 * plan.centres() : 0,
                            inr);
                    money(
                            rows,
                            plan,
                            draw,
                            fy,
                            "Overhauls and upgrades",
                            fy > 2031 ? 60e6 : 0,
                            inr);
                }
            }
        }
        Fixture.insert(tables, ResultTable.MONEY, rows);
    }

    private static void money(
            List<String> rows,
            PlanFixture.PlanOf plan,
            int draw,
            int fy,
            String cause,
            double usd,
            double inr) {
        if (usd > 0) {
            double real = usd * inr * StrictMath.pow(0.96, fy - 2018);
            money(rows, plan, draw, fy, cause, "INR", usd * inr, String.valueOf(real));
            money(rows, plan, draw, fy, cause, "USD", usd, "null");
            money(rows, plan, draw, fy, cause, "RUB", usd * 85, "null");
        }
    }

    private static void money(
            List<String> rows,
            PlanFixture.PlanOf plan,
            int draw,
            int fy,
            String cause,
            String currency,
            double amount,
            String real) {
        rows.add(
                "(%s, %d, 0, %d, %s, 'USD', '%s', %s, %s)"
                        .formatted(
                                Fixture.q(plan.key()),
                                draw,
                                fy,
                                Fixture.q(cause),
                                currency,
                                amount,
                                real));
    }
}
