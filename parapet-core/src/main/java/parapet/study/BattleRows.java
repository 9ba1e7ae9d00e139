package parapet.study;

import java.util.List;
import parapet.engage.BattleInput;
import parapet.engage.Damage;
import parapet.engage.RaidOutcome;
import parapet.engage.Reason;
import parapet.scenario.SkyCase;
import parapet.study.rows.BattleRow;
import parapet.study.rows.HarmRow;
import parapet.study.rows.HourRow;
import parapet.study.rows.ReasonRow;
import parapet.study.rows.RoundRow;
import parapet.tables.Rows;

/// Rows of what came of one battle: targets, rounds, reasons, hours.
final class BattleRows {
    private BattleRows() {}

    /// Posts the rows of a battle.
    static void post(
            Rows rows, SkyCase sky, SkyCase.RaidCase of, int draw, String battle, RaidOutcome o) {
        String raid = of.id();
        BattleInput input = of.input();
        for (int night = 0; night < o.threats().length; night++) {
            for (int t = 0; t < o.threats()[night].length; t++) {
                if (o.threats()[night][t] + o.unreleased()[night][t] > 0) {
                    rows.add(
                            new BattleRow(
                                    draw,
                                    raid,
                                    battle,
                                    night + 1,
                                    sky.targets().get(t),
                                    o.threats()[night][t],
                                    o.killed()[night][t],
                                    o.jammed()[night][t],
                                    o.failed()[night][t],
                                    o.turned()[night][t],
                                    o.leaked()[night][t],
                                    o.unreleased()[night][t]));
                }
            }
            for (int i = 0; i < o.fired()[night].length; i++) {
                if (o.fired()[night][i] + o.left()[night][i] + o.behind()[night][i] > 0) {
                    rows.add(
                            new RoundRow(
                                    draw,
                                    raid,
                                    battle,
                                    night + 1,
                                    sky.rounds().get(i),
                                    o.fired()[night][i],
                                    o.left()[night][i],
                                    o.supplied()[night][i],
                                    o.behind()[night][i]));
                }
            }
        }
        harm(rows, sky, raid, draw, battle, input, o);
        for (int t = 0; t < o.reasons()[0].length; t++) {
            for (Reason reason : Reason.values()) {
                int count = o.reasons()[0][t][reason.ordinal()];
                if (count > 0) {
                    rows.add(
                            new ReasonRow(
                                    draw,
                                    raid,
                                    battle,
                                    sky.targets().get(t),
                                    reason.key(),
                                    reason.label(),
                                    count));
                }
            }
        }
        postHours(rows, raid, draw, battle, "leaked", sky.targets(), o.leakedByHour());
        postHours(rows, raid, draw, battle, "fired", sky.rounds(), o.firedByHour());
    }

    /// Rows of the assets that are attacked.
    private static void harm(
            Rows rows,
            SkyCase sky,
            String raid,
            int draw,
            String battle,
            BattleInput input,
            RaidOutcome o) {
        var damage = Damage.of(input.assets(), o.leakedAt());
        boolean[] attacked = RaidFacts.attacked(input);
        for (int night = 0; night < o.leakedAt().length; night++) {
            for (int a = 0; a < attacked.length; a++) {
                if (attacked[a]) {
                    rows.add(
                            new HarmRow(
                                    draw,
                                    raid,
                                    battle,
                                    night + 1,
                                    sky.assets().get(a),
                                    input.assets().get(a).value(),
                                    RaidFacts.sum(o.leakedAt()[night][a]),
                                    100 * damage.unharmed()[night][a],
                                    damage.lost()[night][a]));
                }
            }
        }
    }

    private static void postHours(
            Rows rows,
            String raid,
            int draw,
            String battle,
            String kind,
            List<String> names,
            int[][] counts) {
        for (int i = 0; i < counts.length; i++) {
            for (int hour = 0; hour < counts[i].length; hour++) {
                if (counts[i][hour] > 0) {
                    rows.add(
                            new HourRow(
                                    draw, raid, battle, hour, kind, names.get(i), counts[i][hour]));
                }
            }
        }
    }
}
