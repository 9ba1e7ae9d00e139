package parapet.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import parapet.engage.Mend;
import parapet.engage.RaidOutcome;
import parapet.io.results.QueryResult;
import parapet.stats.Estimate;
import parapet.study.Draws;
import parapet.study.ReadyRaid;

/// What would have helped: every draw of a raid fought again with one link of the chain mended at a
/// time, by the same chance. Links are told in the order of the chain.
final class RaidMends {
    static final String SECTION = "mend";

    private static final double CONFIDENCE = 0.95;

    private final List<List<@Nullable Object>> rows = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();

    /// Fights a raid.
    void fight(String raid, ReadyRaid battle, Options.Raid options, Console console) {
        List<ReadyRaid.Mended> all;
        try (Console.Progress progress = console.progress(raid, options.draws(), 0)) {
            all = Draws.each(options.draws(), options.threads(), battle::mended, progress::at);
        }
        double targets = mean(all, m -> sum(m.asItIs().outcome().threats()[0]));
        double stopped = mean(all, m -> m.asItIs().outcome().stopped(0));
        lines.add(
                "%s: of %s targets %s are stopped on the first night as it is (means of %d draws)."
                        .formatted(raid, show("%.1f", targets), show("%.1f", stopped), all.size()));
        for (Mend mend : Mend.values()) {
            Estimate night = more(all, mend, o -> sum(o.leaked()[0]));
            Estimate nights =
                    more(
                            all,
                            mend,
                            o -> Arrays.stream(o.leaked()).mapToDouble(RaidMends::sum).sum());
            rows.add(
                    List.of(
                            raid,
                            mend.key(),
                            mend.label(),
                            SustainJob.round(targets),
                            SustainJob.round(stopped),
                            SustainJob.round(night.mean()),
                            SustainJob.round(night.low(CONFIDENCE)),
                            SustainJob.round(night.high(CONFIDENCE)),
                            SustainJob.round(nights.mean()),
                            SustainJob.round(nights.low(CONFIDENCE)),
                            SustainJob.round(nights.high(CONFIDENCE))));
            lines.add("  %s: %s.".formatted(mend.label(), words(night, nights, all)));
        }
    }

    private static String words(Estimate night, Estimate nights, List<ReadyRaid.Mended> all) {
        boolean several = all.getFirst().asItIs().outcome().threats().length > 1;
        return "would have stopped %s%s"
                .formatted(words(night), several ? "; in all nights " + words(nights) : "");
    }

    private static String words(Estimate e) {
        if (e.mean() == 0 && e.variance() == 0) {
            return "no more";
        }
        return "%s %s (95 %% interval %s to %s)"
                .formatted(
                        show("%.2f", Math.abs(e.mean())),
                        e.mean() < 0 ? "fewer" : "more",
                        show("%.2f", e.low(CONFIDENCE)),
                        show("%.2f", e.high(CONFIDENCE)));
    }

    private static String show(String format, double value) {
        String text = String.format(Locale.ROOT, format, value);
        return text.matches("-[0.]+") ? text.substring(1) : text;
    }

    /// By pairs: what gets through as it is less what gets through with the mend. What a stopped
    /// carrier does not release gets through no more, either.
    private static Estimate more(
            List<ReadyRaid.Mended> all, Mend mend, ToDoubleFunction<RaidOutcome> through) {
        double[] with = all.stream().mapToDouble(m -> through.applyAsDouble(m.by(mend))).toArray();
        double[] without =
                all.stream()
                        .mapToDouble(m -> through.applyAsDouble(m.asItIs().outcome()))
                        .toArray();
        return Estimate.ofPairedDifference(without, with);
    }

    private static double mean(
            List<ReadyRaid.Mended> all, ToDoubleFunction<ReadyRaid.Mended> value) {
        return all.stream().mapToDouble(value).average().orElse(0);
    }

    private static double sum(int[] counts) {
        return Arrays.stream(counts).sum();
    }

    /// Adds what was found.
    void table(Sections answer) {
        answer.add(
                SECTION,
                "What would have helped: every draw fought again with one link of the chain mended, in the order"
                        + " of the chain; by how many fewer targets get through, mean and 95 % interval of the pairs",
                QueryResult.of(
                        List.of(
                                "raid",
                                "mend",
                                "mended",
                                "targets",
                                "stopped",
                                "more",
                                "low",
                                "high",
                                "moreAllNights",
                                "lowAllNights",
                                "highAllNights"),
                        rows),
                lines);
    }
}
