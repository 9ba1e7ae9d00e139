package parapet.cli;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parapet.io.results.QueryResult;
import parapet.record.NightGroup;
import parapet.record.NightScore;

/// Nights of a record beside what "battle" expects of them, as tables.
final class ScoreNights {
    private ScoreNights() {}

    static void add(Sections shown, NightScore score) {
        shown.add(
                "nights",
                "Share stopped by size of the night, %: claims of one side, and \"battle\" (mean, middle 90 %) that knows the months before the half-year",
                shares(score.shares()));
        shown.add(
                "slopes",
                "Slope of the logit of the share stopped with each doubling of a night's size, within half-years",
                statistics(score.slopes()));
        shown.add(
                "spreads",
                "Scatter of nights over that of chance alone (1: none more)",
                statistics(score.spreads()));
        shown.note(
                "Judged by the predictive probability of what came or lies further out, twice: inside from"
                        + " 10 % on. \"Cannot fail\" where the middle 90 % are more than half of what could come."
                        + " Figures of one class rest on the same nights and are not independent.");
    }

    private static QueryResult shares(List<NightScore.Point> points) {
        var rows = new ArrayList<List<@Nullable Object>>();
        for (NightScore.Point p : points) {
            NightGroup g = p.group();
            if (g != null) {
                rows.add(
                        List.of(
                                p.targetClass(),
                                half(g.from()),
                                g.nights(),
                                g.launched(),
                                (double) g.launched() / g.nights(),
                                p.reported(),
                                p.mean(),
                                p.low(),
                                p.high(),
                                p.probability(),
                                judged(p)));
            }
        }
        return QueryResult.of(
                List.of(
                        "class",
                        "halfYear",
                        "nights",
                        "launched",
                        "size",
                        "reported",
                        "forecast",
                        "low",
                        "high",
                        "probability",
                        "judged"),
                rows);
    }

    private static QueryResult statistics(List<NightScore.Point> points) {
        var rows = new ArrayList<List<@Nullable Object>>();
        for (NightScore.Point p : points) {
            rows.add(
                    List.of(
                            p.targetClass(),
                            p.reported(),
                            p.mean(),
                            p.low(),
                            p.high(),
                            p.probability(),
                            judged(p)));
        }
        return QueryResult.of(
                List.of("class", "reported", "forecast", "low", "high", "probability", "judged"),
                rows);
    }

    private static String half(YearMonth from) {
        return "%dH%d".formatted(from.getYear(), from.getMonthValue() < 7 ? 1 : 2);
    }

    private static String judged(NightScore.Point point) {
        return point.canFail() ? point.inside() ? "inside" : "outside" : "cannot fail";
    }
}
