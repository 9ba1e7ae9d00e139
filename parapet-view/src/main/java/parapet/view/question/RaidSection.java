package parapet.view.question;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import parapet.view.doc.Block;
import parapet.view.doc.Page.KeyNumber;
import parapet.view.doc.Section;
import parapet.view.doc.Table;
import parapet.view.doc.Table.Cell;
import parapet.view.doc.Table.Column;
import parapet.view.doc.Text;
import parapet.view.figure.FlipTable;
import parapet.view.figure.RaidFigures;
import parapet.view.figure.ThreatTable;
import parapet.view.read.RaidSectionRows.Coming;
import parapet.view.read.RaidSectionRows.Nights;
import parapet.view.read.Results;
import parapet.view.read.Results.Estimate;
import parapet.view.read.SkyNumbers;
import parapet.view.words.Say;

/// Question 4: would it hold in a raid, and for how long?
public final class RaidSection {
    private static final List<String> NUMBERS =
            List.of("stopped", "kept", "nights-stopped", "nights-kept", "exchange");

    private final Results results;
    private final SkyNumbers sky;
    private final List<LocalDate> dates;

    public RaidSection(Results results) {
        this.results = results;
        this.sky = new SkyNumbers(results);
        this.dates = sky.dates();
    }

    public Section section() {
        List<String> raids = sky.raids();
        List<Block> blocks = new ArrayList<>();
        if (!raids.isEmpty()) {
            blocks.add(new Block.Heading("raids", "The raids in short"));
            blocks.add(
                    Block.quiet(
                            "The raids are notional inputs that stress the defence; none was searched for, and none says what anyone plans. They come to the units that are ready on the day, so the same plan meets them with more or with less."));
            blocks.add(glance(raids));
            blocks.add(
                    Block.quiet(
                            "Nights: how many passed before one on which the share stopped, or the value kept, fell below the level of the study. Exchange: money in rounds fired for each unit of money in targets shot down; above 1 the defence pays more than it destroys."));
            var figures = new RaidFigures(results);
            for (String raid : raids) {
                blocks.add(
                        new Block.Heading(Say.anchor("raid", raid), results.nameOf("raid", raid)));
                String about = results.aboutRaid(raid);
                if (!about.isEmpty()) {
                    blocks.add(Block.quiet(about));
                }
                blocks.addAll(figures.blocks(raid));
            }
            blocks.addAll(new ThreatTable(results).blocks());
        }
        return new Section(
                "q4",
                "4",
                results.question("raid"),
                raids.isEmpty() ? List.of(sky.noRaid()) : answers(raids),
                blocks);
    }

    /// The day of the answers: the last on which the raids come.
    private LocalDate last() {
        return dates.isEmpty() ? results.info.frame().end() : dates.getLast();
    }

    /// The key numbers of this question, of the first raid: the share stopped, and how long rounds
    /// last.
    public List<KeyNumber> keys() {
        List<KeyNumber> keys = new ArrayList<>();
        List<String> families = new FlipTable(results).families();
        for (String raid :
                (families.isEmpty() ? sky.raids() : families).stream().limit(1).toList()) {
            Estimate kept = sky.estimate(results.reference, "kept", raid, last());
            if (kept != null) {
                keys.add(
                        new KeyNumber(
                                Say.percent(kept.mean() / 100),
                                "of the value that “%s” attack is kept in %s, %s"
                                        .formatted(
                                                results.nameOf("raid", raid),
                                                Say.month(last()),
                                                results.planName(results.reference)),
                                share(kept.low(), kept.high()) + " in 9 of 10 draws",
                                "q4"));
                continue;
            }
            Estimate stopped = sky.estimate(results.reference, "stopped", raid, last());
            if (stopped != null) {
                keys.add(
                        new KeyNumber(
                                Say.percent(stopped.mean() / 100),
                                "of the targets of “%s” stopped in %s, %s"
                                        .formatted(
                                                results.nameOf("raid", raid),
                                                Say.month(last()),
                                                results.planName(results.reference)),
                                share(stopped.low(), stopped.high()) + " in 9 of 10 draws",
                                "q4"));
            }
            Estimate nights = sky.estimate(results.reference, "nights-stopped", raid, last());
            if (nights != null) {
                keys.add(
                        new KeyNumber(
                                Say.tenths(nights.mean()),
                                "nights before the share of “%s” that is stopped falls below the level of the study, %s"
                                        .formatted(results.nameOf("raid", raid), Say.month(last())),
                                "%s in 9 of 10 draws; %s"
                                        .formatted(
                                                Say.range(nights.low(), nights.high(), ""),
                                                simulated(raid) == 1
                                                        ? "1 is simulated"
                                                        : "%d are simulated"
                                                                .formatted(simulated(raid))),
                                "raids"));
            }
        }
        return keys;
    }

    private static String share(double low, double high) {
        String from = Say.percent(low / 100);
        String to = Say.percent(high / 100);
        return from.equals(to) ? from : from.replace(" %", "") + " to " + to;
    }

    private List<Text> answers(List<String> raids) {
        List<Text> each = new ArrayList<>();
        for (String raid : raids) {
            Estimate stopped = sky.estimate(results.reference, "stopped", raid, last());
            if (stopped != null) {
                each.add(answer(raid, stopped));
            }
        }
        if (each.isEmpty()) {
            return List.of(
                    Text.of("The raids came to no plan of this run, so there is no answer yet."));
        }
        List<Text> answers = new ArrayList<>();
        answers.add(
                Text.of(
                        "With who is ready in %s, %s, in the order of the scenario:"
                                .formatted(Say.month(last()), results.quoted(results.reference))));
        answers.addAll(each);
        return answers;
    }

    private Text answer(String raid, Estimate stopped) {
        Text.Builder text =
                new Text.Builder()
                        .say("“%s”: ".formatted(results.nameOf("raid", raid)))
                        .strong("%s stopped".formatted(Say.percent(stopped.mean() / 100)))
                        .say(
                                " (9 of 10 draws: %s)"
                                        .formatted(share(stopped.low(), stopped.high())));
        Estimate kept = sky.estimate(results.reference, "kept", raid, last());
        if (kept != null) {
            text.say(", ")
                    .strong("%s of the value kept".formatted(Say.percent(kept.mean() / 100)))
                    .say(" (%s)".formatted(share(kept.low(), kept.high())));
        }
        Estimate leaked = sky.estimate(results.reference, "leaked", raid, last());
        if (leaked != null) {
            text.say(
                    ", %s targets get through (%s)"
                            .formatted(
                                    SkyNumbers.count(leaked.mean()),
                                    SkyNumbers.countRange(leaked.low(), leaked.high())));
        }
        nights(raid, last()).ifPresent(words -> text.say("; " + words));
        layered(raid, last()).ifPresent(words -> text.say(". " + words));
        return text.say(".").build();
    }

    private Optional<String> nights(String raid, LocalDate date) {
        Estimate nights = sky.estimate(results.reference, "nights-stopped", raid, date);
        if (nights == null) {
            return Optional.empty();
        }
        int simulated = simulated(raid);
        if (nights.low() >= simulated) {
            return Optional.of(
                    simulated == 1
                            ? "the defence holds the night in 9 of 10 draws"
                            : "the defence holds all %d nights in 9 of 10 draws"
                                    .formatted(simulated));
        }
        return Optional.of(
                "the defence holds %s nights (%s%s)"
                        .formatted(
                                Say.tenths(nights.mean()),
                                Say.range(nights.low(), nights.high(), ""),
                                nights.high() >= simulated
                                        ? " or longer: no more are simulated"
                                        : ""));
    }

    private int simulated(String raid) {
        return results.query.rows(Nights.class, raid).getFirst().n();
    }

    private Optional<String> layered(String raid, LocalDate date) {
        List<String> layers = sky.layers();
        if (layers.isEmpty()) {
            return Optional.empty();
        }
        Estimate without = sky.estimate(layers.getFirst(), "stopped", raid, date);
        Estimate with = sky.estimate(layers.getLast(), "stopped", raid, date);
        return without == null || with == null
                ? Optional.empty()
                : Optional.of(
                        "With %s: %s (%s)%s"
                                .formatted(
                                        results.quoted(layers.getLast()),
                                        Say.percent(with.mean() / 100),
                                        share(with.low(), with.high()),
                                        layers.getFirst().equals(results.reference)
                                                ? ""
                                                : ", where %s has %s (%s)"
                                                        .formatted(
                                                                results.quoted(layers.getFirst()),
                                                                Say.percent(without.mean() / 100),
                                                                share(
                                                                        without.low(),
                                                                        without.high()))));
    }

    private Block glance(List<String> raids) {
        List<Table.Row> rows = new ArrayList<>();
        for (String raid : raids) {
            rows.add(
                    new Table.Row(
                            "",
                            true,
                            "",
                            List.of(
                                    new Cell(
                                            new Text.Builder()
                                                    .strong(results.nameOf("raid", raid))
                                                    .build(),
                                            what(raid),
                                            ""))));
            for (LocalDate date : dates) {
                for (String plan : sky.shown()) {
                    List<Cell> cells = new ArrayList<>();
                    cells.add(Cell.of(results.planName(plan)));
                    cells.add(Cell.of(Say.month(date)));
                    NUMBERS.forEach(kind -> cells.add(cell(plan, kind, raid, date)));
                    if (cells.stream().skip(2).anyMatch(c -> !c.text().plain().equals("–"))) {
                        rows.add(Table.Row.of(cells.toArray(Cell[]::new)));
                    }
                }
            }
        }
        return new Block.Grid(
                new Table(
                        "raid-table",
                        "What came of each raid: mean over draws, below it where 9 of 10 draws lie",
                        List.of(
                                Column.words("Plan"),
                                Column.words("Date"),
                                Column.number("Stopped, %"),
                                Column.number("Value kept, %"),
                                Column.number("Nights, stopped"),
                                Column.number("Nights, kept"),
                                Column.number("Exchange")),
                        rows),
                false,
                false);
    }

    private Cell cell(String plan, String kind, String raid, LocalDate date) {
        Estimate e = sky.estimate(plan, kind, raid, date);
        return e == null
                ? Cell.of("–")
                : Cell.of(Say.number(e.mean()), Say.range(e.low(), e.high(), ""));
    }

    /// What comes on the first night, in words.
    private String what(String raid) {
        List<Coming> rows = results.query.rows(Coming.class, raid);
        if (rows.isEmpty()) {
            return "";
        }
        StringBuilder words = new StringBuilder();
        for (Coming row : rows) {
            words.append(words.isEmpty() ? "" : ", ")
                    .append(results.nameOf("target", row.target()))
                    .append(' ')
                    .append(Say.range(row.least(), row.most(), ""));
        }
        int nights = rows.getFirst().nights();
        return "%s%s"
                .formatted(
                        words,
                        nights > 1
                                ? " on the first of %d nights".formatted(nights)
                                : ", on one night");
    }
}
