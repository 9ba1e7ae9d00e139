package parapet.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import parapet.evidence.Quantity;
import parapet.quantity.Dimension;
import parapet.scenario.Made;
import parapet.scenario.Sky;
import parapet.stats.Binomial;
import parapet.stats.Weights;
import parapet.study.rows.AnalogueRow;
import parapet.study.rows.BattleRow;
import parapet.tables.Rows;

class AnaloguesTest {
    /// A thousand draws of 20 targets, as binomial with 0.8 as whole draws can be.
    private static List<Analogues.Share> draws() {
        double[] law = new Binomial(20, 0.8).law().toArray(21);
        double sum = 0;
        var cumulative = new double[21];
        for (int k = 0; k <= 20; k++) {
            sum += law[k];
            cumulative[k] = sum;
        }
        return IntStream.range(0, 1000)
                .mapToObj(i -> {
                    int k = 0;
                    while (k < 20 && cumulative[k] < (i + 0.5) / 1000) {
                        k++;
                    }
                    return new Analogues.Share(100.0 * k / 20, 20);
                })
                .toList();
    }

    private static double probability(double low, double high) {
        List<Analogues.Share> shares = draws();
        return Analogues.probability(shares, Weights.equal(shares.size()), low, high);
    }

    /// Twice the tail, that of the count itself half: from the binomial law.
    @Test
    void aReportIsJudgedByItsTail() {
        double[] law = new Binomial(20, 0.8).law().toArray(21);
        double below12 = IntStream.range(0, 12).mapToDouble(k -> law[k]).sum();
        assertThat(probability(60, 60)).isCloseTo(2 * (below12 + law[12] / 2), within(0.004));
        double above19 = law[20];
        assertThat(probability(95, 95)).isCloseTo(2 * (above19 + law[19] / 2), within(0.004));
        // 61 % of 20 is a rounded 12.
        assertThat(probability(61, 61)).isEqualTo(probability(60, 60));
        assertThat(probability(99.4, 100)).as("75 % beside 99.4 % is outside").isLessThan(0.1);
    }

    /// Reports that differ are judged by the one that the model finds likeliest.
    @Test
    void aRangeIsJudgedByItsLikeliestValue() {
        assertThat(probability(30, 60)).isEqualTo(probability(60, 60));
        assertThat(probability(60, 95)).isEqualTo(1);
        assertThat(probability(30, 40)).isLessThan(0.001);
    }

    /// Five draws of a class that releases and turns away, of 20 targets each, of which 10 to 18
    /// were stopped, the others turned away: shares of 50 to 90 %, the 5 % and 95 % quantiles a
    /// fifth of a step from the ends. A report of 62 % is that of 60 % within half a target, one of
    /// 63 % is none. A second battle of a draw, a second night and a class of which none came count
    /// nothing.
    @Test
    void theRowOfAReport() {
        var rows = new Rows();
        for (int draw = 0; draw < 5; draw++) {
            rows.add(battle(draw, "0", 1, "t", 20, 10 + 2 * draw));
            rows.add(battle(draw, "1", 1, "t", 20, 3));
            rows.add(battle(draw, "0", 2, "t", 20, 4));
            rows.add(battle(draw, "0", 1, "gone", 0, 0));
        }
        assertThat(posted(rows, 0.62, 0.62))
                .containsExactly(
                        new AnalogueRow("x", "t", 70, 52, 88, 62, 62, 0.6, true, false, true));
        assertThat(posted(rows, 0.63, 0.63))
                .containsExactly(
                        new AnalogueRow("x", "t", 70, 52, 88, 63, 63, 0.8, true, false, true));
        assertThat(posted(rows, 0.2, 0.4))
                .containsExactly(
                        new AnalogueRow("x", "t", 70, 52, 88, 20, 40, 0, false, false, true));
    }

    /// Where the middle nine tenths of the draws, or what was reported, are half of all or more,
    /// nothing could fail.
    @Test
    void aComparisonThatCannotFailIsNeitherInsideNorOutside() {
        var wide = new Rows();
        var narrow = new Rows();
        for (int draw = 0; draw < 3; draw++) {
            wide.add(battle(draw, "0", 1, "t", 20, 10 * draw));
            narrow.add(battle(draw, "0", 1, "t", 20, 9 + draw));
        }
        assertThat(posted(wide, 0.5, 0.5))
                .containsExactly(
                        new AnalogueRow("x", "t", 50, 5, 95, 50, 50, 1, null, false, false));
        assertThat(posted(narrow, 0.25, 0.75).getFirst().canFail()).isFalse();
        assertThat(posted(narrow, 0.25, 0.74).getFirst().canFail()).isTrue();
    }

    private static BattleRow battle(
            int draw, String battle, int night, String target, int came, int stopped) {
        int jammed = Math.min(1, stopped);
        int failed = Math.min(1, stopped - jammed);
        return new BattleRow(
                draw,
                "x",
                battle,
                night,
                target,
                came,
                stopped - jammed - failed,
                jammed,
                failed,
                came - stopped,
                0,
                3);
    }

    /// What is said of a report of the class `t`, and of one of a class of which none came.
    private static List<AnalogueRow> posted(Rows battles, double low, double high) {
        Quantity share =
                low == high
                        ? Made.share("reported", low)
                        : Made.between("reported", Dimension.SHARE, low, high);
        var reported = new Sky.Reported(share);
        var raid =
                new Sky.Raid(
                        "Raid",
                        "",
                        1,
                        Map.of(),
                        List.of(),
                        Map.of("t", reported, "gone", reported),
                        Made.share("range", 1));
        var sky =
                new Sky(
                        List.of(),
                        Made.count("refraction", 1),
                        Made.number("reach", Dimension.LENGTH, 1),
                        null,
                        true,
                        true,
                        Map.of(),
                        Map.of(),
                        Map.of(),
                        Map.of(),
                        Map.of(),
                        Map.of(),
                        Map.of(),
                        Map.of(),
                        Map.of("x", raid),
                        Map.of());
        var analogues = new Analogues();
        analogues.add(battles);
        var rows = new Rows();
        analogues.post(Made.realiser(Made.scenario()), sky, rows, Weights.equal(5));
        return rows.of(AnalogueRow.class);
    }
}
