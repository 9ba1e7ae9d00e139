package parapet.view.question;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parapet.view.doc.Answer;
import parapet.view.doc.Block;
import parapet.view.doc.Scale;
import parapet.view.doc.Section;
import parapet.view.doc.Text;
import parapet.view.figure.FlipTable;
import parapet.view.figure.RaidFigures;
import parapet.view.figure.ReasonFigure;
import parapet.view.figure.ShareFigure;
import parapet.view.figure.ThreatTable;
import parapet.view.figure.Trust;
import parapet.view.read.RaidSectionRows.Coming;
import parapet.view.read.RaidSectionRows.Nights;
import parapet.view.read.Results;
import parapet.view.read.Results.Estimate;
import parapet.view.read.SkyNumbers;
import parapet.view.words.Say;

/// Question 4: would it hold in a raid, and for how long?
public final class RaidSection {
    private static final String NONE = "No raid comes in this scenario, so there is no answer.";

    private final Results results;
    private final SkyNumbers sky;
    private final List<LocalDate> dates;
    private final FlipTable flips;
    private final Trust trust;

    public RaidSection(Results results) {
        this.results = results;
        this.sky = new SkyNumbers(results);
        this.dates = sky.dates();
        this.flips = new FlipTable(results);
        this.trust = new Trust(results);
    }

    private LocalDate last() {
        return dates.getLast();
    }

    /// What the answer is told of: the families of raids, which stand for many, else the first
    /// raid; in the order of the scenario.
    private List<String> told() {
        List<String> raids = sky.raids();
        return !flips.isEmpty()
                ? flips.families()
                : raids.isEmpty() ? List.of() : List.of(raids.getFirst());
    }

    /// Those of which the same is known as of the first, value kept or targets stopped: the first
    /// screen tells one of both.
    private List<String> alike() {
        List<String> known =
                dates.isEmpty()
                        ? List.of()
                        : told().stream().filter(raid -> share(raid) != null).toList();
        return known.stream().filter(raid -> kept(raid) == kept(known.getFirst())).toList();
    }

    private boolean kept(String raid) {
        return sky.estimate(results.reference, "kept", raid, last()) != null;
    }

    private @Nullable Estimate share(String raid) {
        Estimate kept = sky.estimate(results.reference, "kept", raid, last());
        return kept == null ? sky.estimate(results.reference, "stopped", raid, last()) : kept;
    }

    /// The answer of the first screen.
    public Answer answer() {
        List<String> alike = alike();
        List<Estimate> shares = new ArrayList<>();
        List<String> nights = new ArrayList<>();
        for (String raid : alike) {
            Estimate share = share(raid);
            if (share != null) {
                shares.add(share);
                Estimate held = held(raid);
                if (held != null) {
                    nights.add(Say.tenths(held.mean()));
                }
            }
        }
        if (shares.isEmpty()) {
            return Asked.none(results, "4", "raid", NONE);
        }
        Estimate first = shares.getFirst();
        boolean value = results.metric(first.metric()).kind().equals("kept");
        String means =
                Say.listed(shares.stream().map(e -> Say.number(Math.rint(e.mean()))).toList());
        String what =
                value
                        ? "First night: %s %% of attacked value kept".formatted(means)
                        : "First night: %s %% of the targets stopped".formatted(means);
        String hold =
                nights.size() < shares.size()
                        ? ""
                        : "; the level asked for holds %s night%s"
                                .formatted(
                                        Say.listed(nights),
                                        nights.size() == 1 && nights.getFirst().equals("1")
                                                ? ""
                                                : "s");
        return Asked.answer(
                results,
                "4",
                "raid",
                Asked.shortest(what + hold + ".", what + "."),
                ranges(alike),
                Scale.band(
                        0,
                        100,
                        first.low(),
                        first.mean(),
                        first.high(),
                        "0 %",
                        "100 %",
                        "%s, in 9 of 10 draws %s, on a scale from 0 to 100 %%"
                                .formatted(
                                        Say.measure(first.mean(), "%"),
                                        Say.range(first.low(), first.high(), "%"))),
                trust.of(first.metric()),
                flips.isEmpty() ? "" : "what comes and where is drawn, not known");
    }

    /// The share of each raid with its range, in the order of the scenario.
    private String ranges(List<String> told) {
        List<String> each = new ArrayList<>();
        for (String raid : told) {
            Estimate share = share(raid);
            if (share != null) {
                each.add(
                        "“%s”%s: %s (%s)"
                                .formatted(
                                        results.nameOf("raid", raid),
                                        each.isEmpty() ? ", " + Say.month(last()) : "",
                                        Say.measure(share.mean(), "%"),
                                        Say.range(share.low(), share.high(), "%")));
            }
        }
        return String.join("; ", each);
    }

    private @Nullable Estimate held(String raid) {
        Estimate kept = sky.estimate(results.reference, "nights-kept", raid, last());
        return kept == null
                ? sky.estimate(results.reference, "nights-stopped", raid, last())
                : kept;
    }

    /// The section.
    public Section section() {
        List<String> raids = sky.raids();
        List<Block> blocks = new ArrayList<>();
        if (!raids.isEmpty()) {
            ShareFigure shares = new ShareFigure(results);
            RaidFigures figures = new RaidFigures(results);
            blocks.addAll(shares.overview());
            blocks.addAll(new ReasonFigure(results).blocks());
            List<String> alike = alike();
            Estimate first = alike.isEmpty() ? null : share(alike.getFirst());
            blocks.add(
                    trust.block(
                            "why-4",
                            first == null || kept(alike.getFirst())
                                    ? "the value kept in a raid"
                                    : "the share stopped in a raid",
                            first == null ? Trust.Rests.NOTHING : trust.of(first.metric())));
            blocks.add(new Block.Fold("By class of target", shares.classes()));
            blocks.add(new Block.Fold("The first night hour by hour", figures.hours()));
            blocks.add(new Block.Fold("Rounds left after each night", figures.nights()));
            List<Block> about = new ArrayList<>();
            about.add(new Block.Points(raids.stream().map(this::about).toList()));
            about.addAll(new ThreatTable(results).blocks());
            blocks.add(new Block.Fold("What comes, and what became of single targets", about));
        }
        return new Section(
                "q4",
                "4",
                results.question("raid"),
                raids.isEmpty() ? List.of(noRaid()) : answers(raids),
                blocks);
    }

    private Text about(String raid) {
        return new Text.Builder()
                .strong(results.nameOf("raid", raid))
                .say(": " + what(raid))
                .say(results.aboutRaid(raid).isEmpty() ? "." : ". " + results.aboutRaid(raid))
                .build();
    }

    private Text noRaid() {
        return dates.isEmpty()
                ? Asked.noSky()
                : Text.of(
                        "The scenario has a sky, but no raid comes to its plans, so this run does not answer the question: add sky.raids, and run it again.");
    }

    private List<Text> answers(List<String> raids) {
        List<Text> answers = new ArrayList<>();
        if (dates.isEmpty() || raids.stream().allMatch(raid -> share(raid) == null)) {
            return List.of(
                    Text.of("The raids came to no plan of this run, so there is no answer yet."));
        }
        for (String raid : told()) {
            Estimate share = share(raid);
            if (share != null) {
                answers.add(answer(raid, share));
            }
        }
        answers.add(
                Text.of(
                        "The raids are notional inputs that stress the defence; none was searched for, and none says what anyone plans. They come to the units that are ready on the day."));
        return answers;
    }

    private Text answer(String raid, Estimate share) {
        boolean value = results.metric(share.metric()).kind().equals("kept");
        Text.Builder text =
                new Text.Builder()
                        .say(
                                "“%s” in %s: "
                                        .formatted(results.nameOf("raid", raid), Say.month(last())))
                        .strong(
                                "%s %s"
                                        .formatted(
                                                Say.measure(share.mean(), "%"),
                                                value
                                                        ? "of the value attacked is kept"
                                                        : "of the targets are stopped"))
                        .say(
                                " on the first night (9 of 10 draws: %s)"
                                        .formatted(Say.range(share.low(), share.high(), "%")));
        Estimate held = held(raid);
        int simulated = simulated(raid);
        if (held != null && simulated > 0) {
            text.say(
                    held.low() >= simulated
                            ? "; the defence holds every simulated night in 9 of 10 draws"
                            : "; the defence holds %s of %s before less than the level of the study is left%s"
                                    .formatted(
                                            Say.tenths(held.mean()),
                                            Say.count(simulated, "night", "nights"),
                                            held.high() >= simulated
                                                    ? ", or longer: no more are simulated"
                                                    : ""));
        }
        return text.say(".").build();
    }

    private int simulated(String raid) {
        return results.rows(Nights.class, raid).getFirst().n();
    }

    /// What comes on the first night, in words.
    private String what(String raid) {
        List<Coming> rows = results.rows(Coming.class, raid);
        if (rows.isEmpty()) {
            return "nothing comes";
        }
        StringBuilder words = new StringBuilder();
        for (Coming row : rows) {
            words.append(words.isEmpty() ? "" : ", ")
                    .append(results.nameOf("target", row.target()))
                    .append(' ')
                    .append(Say.range(row.least(), row.most(), ""));
        }
        int nights = rows.getFirst().nights();
        return words
                + (nights > 1 ? " on the first of %d nights".formatted(nights) : ", on one night");
    }
}
