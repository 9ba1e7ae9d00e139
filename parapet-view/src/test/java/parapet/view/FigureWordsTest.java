package parapet.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import parapet.view.doc.Block;
import parapet.view.doc.Figure;
import parapet.view.doc.Table;
import parapet.view.doc.Text;
import parapet.view.figure.ChainTable;
import parapet.view.figure.Comparisons;
import parapet.view.figure.CoveredSky;
import parapet.view.figure.DriversFigure;
import parapet.view.figure.FlipTable;
import parapet.view.figure.PackageTable;
import parapet.view.figure.RaidFigures;
import parapet.view.figure.ShareFigure;
import parapet.view.figure.Standing;
import parapet.view.figure.ValueFigure;
import parapet.view.figure.Waterfall;
import parapet.view.question.ForceSection;
import parapet.view.read.Results;

/// Titles, captions and tables of figures, each from a few rows.
class FigureWordsTest {
    private static final String READY = "ready-unit-years/2041-03-31";
    private static final String AVAILABLE = "availability/2041-03-31";

    /// The figures among some blocks, those of a pair beside each other as well.
    private static List<Figure> figures(List<Block> blocks) {
        List<Figure> found = new ArrayList<>();
        for (Block block : blocks) {
            if (block instanceof Block.Chart(Figure figure)) {
                found.add(figure);
            } else if (block instanceof Block.Beside(List<Block> inner)) {
                found.addAll(figures(inner));
            }
        }
        return found;
    }

    private static Figure figure(List<Block> blocks) {
        return figures(blocks).getFirst();
    }

    /// A table as text: cells apart by a bar, small print in brackets.
    private static String text(List<Table.Row> rows) {
        return rows.stream()
                .map(row ->
                        row.cells().stream()
                                .map(c ->
                                        c.text().plain()
                                                + (c.small().isEmpty()
                                                        ? ""
                                                        : " [" + c.small() + "]"))
                                .collect(Collectors.joining(" | ")))
                .collect(Collectors.joining("\n"));
    }

    private static Few choices(String metric, String kind, String unit, String currency) {
        return new Few("p", "a", "b", "c", "d")
                .metric(metric, kind, "", currency, "", unit, currency.isEmpty() ? "more" : "less");
    }

    private static String finding(Few few, String topic) {
        return figure(new Comparisons(few.results(), topic).blocks()).title();
    }

    @Test
    void aFindingNamesTheChoicesThatAreClearlyBetter() {
        try (Few few =
                choices(AVAILABLE, "availability", "%", "")
                        .difference("repair", "1", "a", "p", AVAILABLE, 0.5, 1)
                        .difference("repair", "2", "b", "p", AVAILABLE, -4, 1)
                        .difference("repair", "3", "c", "p", AVAILABLE, 3, 1)) {
            assertThat(finding(few, "repair"))
                    .isEqualTo("Clearly more ready with 1 of 3 choices: “Plan c” +3 points");
            few.difference("repair", "4", "d", "p", AVAILABLE, 2, 1)
                    .difference("repair", "5", "b", "a", AVAILABLE, 6, 1);
            assertThat(finding(few, "repair"))
                    .isEqualTo(
                            "Clearly more ready with 3 of 5 choices: “Plan c” +3 points, “Plan d” +2 points and 1 more");
            assertThat(finding(few.fill("update differences set halfWidth = 9"), "repair"))
                    .isEqualTo("Clearly more ready with none of 5 choices");
        }
        try (Few few =
                choices(READY, "ready-unit-years", "unit-years", "")
                        .difference("repair", "1", "a", "p", READY, 3, 1)) {
            assertThat(finding(few, "repair"))
                    .isEqualTo("Clearly more ready with 1 of 1 choice: “Plan a” +3 unit-years");
        }
    }

    @Test
    void aFindingAboutMoneySpeaksOfMoney() {
        try (Few few =
                choices("cost-inr", "cost", "crore INR", "INR")
                        .difference("money", "1", "a", "p", "cost-inr", -200, 10)
                        .difference("money", "2", "b", "p", "cost-inr", 300, 10)) {
            assertThat(finding(few, "money"))
                    .isEqualTo("Clearly cheaper with 1 of 2 choices: “Plan a” −200 crore INR");
        }
    }

    private static Few flips() {
        return new Few("p", "a", "b")
                .difference("force", "x", "a", "p", READY, 1, 1)
                .difference("force", "y", "b", "p", READY, 1, 1);
    }

    private static void flip(
            Few few,
            String comparison,
            String family,
            double kept,
            double half,
            double wins,
            double loses) {
        few.fill(
                "insert into flips values ('%s', '%s', 'any', 1200, %s, %s, 0, 0, %s, %s)"
                        .formatted(comparison, family, kept, half, wins, loses));
    }

    private static List<String> winners(Few few) {
        return new FlipTable(few.results()).winners().stream().map(FlipTable.Winner::plan).toList();
    }

    private static List<String> answers(Few few) {
        return new FlipTable(few.results()).answers().stream().map(Text::plain).toList();
    }

    /// The first screen and the section call the same package better.
    @Test
    void aPackageThatWinsOnTheFirstScreenWinsInTheSection() {
        try (Few few = flips()) {
            flip(few, "x", "f", 2, 1, 40, 20); // clear
            flip(few, "y", "f", 2, 3, 40, 20); // within noise
            assertThat(winners(few)).containsExactly("a");
            assertThat(answers(few))
                    .containsExactly(
                            "Over 1,200 members of “F”, more of what is attacked is kept than with the reference by “Plan a” in 40 % (less in 20 %).");
            flip(few, "x", "g", 2, 1, 9, 1); // in few members
            flip(few, "y", "g", 2, 1, 20, 30); // more by the mean, less often
            assertThat(winners(few)).isEmpty();
            assertThat(answers(few))
                    .last()
                    .isEqualTo(
                            "Over 1,200 members of “G” no package clearly keeps more value than the reference.");
            assertThat(new ForceSection(few.results()).answer().sentence())
                    .isEqualTo(
                            "No package clearly keeps more value than the reference in every family of raids.");
            assertThat(few.page()).contains("id=\"why-3\"");
        }
    }

    @Test
    void lossesAndFlipsAreToldWhereNothingWins() {
        try (Few few = flips()) {
            flip(few, "x", "f", -2, 1, 20, 40);
            few.fill(
                    "insert into flips values ('x', 'f', 'own-station', 1200, 3, 1, 0, 0, 40, 20)");
            assertThat(answers(few))
                    .hasSize(3)
                    .contains("Less is kept by “Plan a” in 40 % (more in 20 %).");
            assertThat(answers(few).getLast())
                    .startsWith("It depends on what is attacked for “Plan a”: +3 ± 1 ");
        }
    }

    /// One unit is down in every one of the 182 days simulated of 2025-26 and the 183 of 2026-27:
    /// one unit in both years, 365.2 days a year.
    private static Few halves() {
        return new Few("p")
                .fill(
                        "insert into downtime values ('p', 0, 0, 2025, 'down', 'in-repair', 'No spare: in repair', '', '', 182), ('p', 0, 0, 2026, 'down', 'in-repair', 'No spare: in repair', '', '', 183), ('p', 0, 0, 2026, 'away', 'overhaul', 'Overhaul or upgrade in work', '', '', 549)")
                .fill(
                        "insert into readiness select 'p', 0, 0, month::date, 1, 1, 1, 1, 0, 0, 0 from range(date '2025-10-01', date '2026-10-01', interval 1 month) t(month)");
    }

    private static Results halves(Few few, String asOf) {
        return few.results("2025-10-01", "2026-09-30", asOf);
    }

    private static Figure causes(Results results) {
        return figures(new Standing(results).stacks()).get(1);
    }

    @Test
    void aYearSimulatedInPartIsNotTakenAsWhole() {
        try (Few few = halves()) {
            Results results = halves(few, "2025-09-30");
            assertThat(text(causes(results).table().rows()))
                    .isEqualTo("2025-26 | 0 | 1 | 0\n2026-27 | 3 | 1 | 0");
            assertThat(text(figure(new Waterfall(results).blocks()).table().rows()))
                    .contains("No spare: in repair | 365 ")
                    .contains("Overhaul or upgrade in work | 549 ");
        }
    }

    /// The fiscal year in which the as-of date lies is partly past.
    @Test
    void fromNowOnBeginsWithTheNextFiscalYear() {
        try (Few few = halves()) {
            Results within = halves(few, "2025-12-01");
            assertThat(new Waterfall(within).title()).isEqualTo("Where the days go from now on");
            assertThat(figure(new Waterfall(within).blocks()).title())
                    .contains("fiscal year 2026-27");
            assertThat(causes(within).title())
                    .endsWith(
                            "from now on most of it is “Overhaul or upgrade in work”, 75 % of the days");
        }
    }

    /// A scenario of the past has no years ahead: it tells of all that it simulates.
    @Test
    void aRunThatEndsWithTheAsOfDateTellsOfThePast() {
        try (Few few =
                halves().fill(
                                "insert into chains values ('p', 0, 0, false, 1, 0, 'field-repair', 'pump', '', 182), ('p', 0, 0, true, 1, 0, 'field-repair', 'pump', '', 1)")) {
            Results past = halves(few, "2026-09-30");
            assertThat(new Waterfall(past).title()).isEqualTo("Where the days went");
            assertThat(figure(new Waterfall(past).blocks()).title())
                    .contains("fiscal years 2025-26 to 2026-27");
            assertThat(causes(past).title()).doesNotContain("from now on");
            assertThat(new ChainTable(past).blocks(null))
                    .satisfiesExactly(
                            grid ->
                                    assertThat(text(((Block.Grid) grid).table().rows()))
                                            .isEqualTo("Pump: repair on site | 182"),
                            note ->
                                    assertThat(((Block.Paragraph) note).text().plain())
                                            .doesNotContain("as-of date"));
        }
    }

    private static Few night(String behind) {
        return new Few("p")
                .metric("leaked-r", "leaked", "r", "", "2030-01-01", "targets", "less")
                .fill(
                        "insert into forces by name select 'p' as plan, 'r' as raid, date '2030-01-01' as day, 0 as draw, 0 as replication, 'b' as battle")
                .fill(
                        "insert into battles by name select 0 as draw, 'r' as raid, 'b' as battle, n as night, 't' as target, 4 as threats, 3 as killed, 0 as jammed, 0 as failed, 1 as leaked from range(1, 3) t(n)")
                .fill(
                        "insert into rounds by name select 0 as draw, 'r' as raid, 'b' as battle, * from (values (1, 'm', 10, 30, 0, %1$s), (2, 'm', 10, 20 + %1$s, %1$s, 0)) t(night, round, fired, \"left\", supplied, behind)"
                                .formatted(behind));
    }

    @Test
    void roundsFromBehindAreSaidToCome() {
        try (Few none = night("0");
                Few some = night("8")) {
            Figure without = figure(new RaidFigures(none.results()).nights());
            assertThat(without.title())
                    .isEqualTo("50 % of the rounds are left after the last night of “R”");
            assertThat(without.reading().plain())
                    .endsWith("Nothing is brought forward between the nights.")
                    .doesNotContain("policy");
            Figure with = figure(new RaidFigures(some.results()).nights());
            assertThat(with.title())
                    .isEqualTo(
                            "“R”: 28 rounds are left after the last night, of 40 before the first and what came from behind");
            assertThat(with.reading().plain())
                    .endsWith("What comes from behind before a night is counted with it.");
        }
    }

    /// A kind of round of which none is there before the second night.
    @Test
    void aKindThatComesLaterIsShown() {
        try (Few few =
                night("8")
                        .fill(
                                "insert into rounds by name select 0 as draw, 'r' as raid, 'b' as battle, 2 as night, 'late' as round, 1 as fired, 5 as left, 6 as supplied, 0 as behind")) {
            assertThat(text(figure(new RaidFigures(few.results()).nights()).table().rows()))
                    .contains("Late | before | 0")
                    .contains("Late | night 1 | 0")
                    .contains("Late | night 2 | 5");
        }
    }

    private static Few covered(double reference, double other) {
        return new Few("p", "a")
                .difference("force", "x", "a", "p", READY, 1, 1)
                .fill(
                        "insert into covered select plan, 0, 0, date '2035-03-31', 1000, 'seen', 1, case plan when 'p' then %s else %s end from plans"
                                .formatted(reference, other));
    }

    @Test
    void theTitleOfTheCoveredSkyNamesWhatSeesMost() {
        try (Few more = covered(62, 80);
                Few same = covered(62, 62)) {
            assertThat(figure(new CoveredSky(more.results()).blocks()).title())
                    .isEqualTo(
                            "At 1 km in Mar 2035: the reference sees 62 thousand km², “Plan a” most, 80");
            assertThat(figure(new CoveredSky(same.results()).blocks()).title())
                    .isEqualTo(
                            "At 1 km in Mar 2035: the reference sees 62 thousand km², no package more");
        }
    }

    /// Of plan b no money is known, so it stands in no chart and is not judged.
    @Test
    void whatIsNotKnownOfAPackageIsNotNothing() {
        try (Few few =
                new Few("p", "a", "b")
                        .metric(READY, "ready-unit-years", "2041-03-31", "unit-years", "more")
                        .metric("cost-inr", "cost", "", "INR", "", "crore INR", "less")
                        .difference("force", "x", "a", "p", READY, 2, 1)
                        .difference("", "reference", "a", "p", READY, 2, 1)
                        .difference("", "reference", "a", "p", "cost-inr", 300, 10)
                        .difference("", "reference", "b", "p", READY, 2, 1)) {
            Figure figure =
                    figure(
                            new ValueFigure(few.results(), List.of("p", "a", "b"))
                                    .blocks(Fixture.AS_OF));
            assertThat(figure.title())
                    .isEqualTo(
                            "Ready unit-years: no package here buys more for the money than “Plan p” and “Plan a”");
            assertThat(text(figure.table().rows()))
                    .isEqualTo(
                            "Plan p | 0 | 0 | efficient\nPlan a | +300 [± 10] | +2 [± 1] | efficient\nPlan b | – | +2 [± 1] | –");
            few.fill("update differences set mean = 0 where plan = 'b'");
            assertThat(
                            figure(
                                            new ValueFigure(few.results(), List.of("p", "a", "b"))
                                                    .blocks(Fixture.AS_OF))
                                    .reading()
                                    .plain())
                    .endsWith("nothing that they clearly give: “Plan b”.");
        }
    }

    /// All money is not called money from now on.
    @Test
    void moneyFromNowOnIsOnlyWhatIsStillToBeSpent() {
        try (Few few =
                new Few("p").metric("cost-inr", "cost", "", "INR", "", "crore INR", "less")) {
            assertThat(heads(few)).containsExactly("Package", "Money, crore INR");
            few.metric("future-cost-inr", "future-cost", "", "INR", "", "crore INR", "less");
            assertThat(heads(few)).containsExactly("Package", "Money from now on, crore INR");
        }
    }

    private static List<String> heads(Few few) {
        return ((Block.Grid) new PackageTable(few.results(), List.of("p")).table(Fixture.AS_OF))
                .table().columns().stream().map(Table.Column::name).toList();
    }

    /// Of one raid the value kept is known, of the other the share stopped.
    @Test
    void whatIsKeptAndWhatIsStoppedAreToldApart() {
        try (Few few =
                new Few("p")
                        .metric("leaked-r", "leaked", "r", "", "2035-03-31", "targets", "less")
                        .metric("leaked-s", "leaked", "s", "", "2035-03-31", "targets", "less")
                        .metric("kept-r", "kept", "r", "", "2035-03-31", "%", "more")
                        .metric("stopped-r", "stopped", "r", "", "2035-03-31", "%", "more")
                        .metric("stopped-s", "stopped", "s", "", "2035-03-31", "%", "more")
                        .estimate("p", "kept-r", 70)
                        .estimate("p", "stopped-r", 80)
                        .estimate("p", "stopped-s", 90)) {
            assertThat(figure(new ShareFigure(few.results()).overview()).title())
                    .isEqualTo(
                            "In Mar 2035 “Plan p” on average keeps 70 % of what is attacked and stops 90 % of the targets, raids in their order");
            few.fill("delete from estimates where metric = 'kept-r'");
            assertThat(figure(new ShareFigure(few.results()).overview()).title())
                    .isEqualTo(
                            "In Mar 2035 “Plan p” on average stops 80 and 90 % of the targets, raids in their order");
        }
    }

    /// Four inputs explain 5 % each: three of them are named, with 15 %.
    @Test
    void aTitleCountsTheInputsItNames() {
        try (Few few =
                new Few("p")
                        .metric(READY, "ready-unit-years", "2041-03-31", "unit-years", "more")
                        .insert(
                                "confidence",
                                Map.of(
                                        "comparison", "''",
                                        "plan", "'p'",
                                        "metric", "'" + READY + "'",
                                        "word", "'analogy'",
                                        "drivers", "4",
                                        "draws", "20"))
                        .fill(
                                "insert into drivers select 'p', '%s', i, 'input-' || i, 0.05, 0.01, 0, 1, 2, '' from range(1, 5) t(i)"
                                        .formatted(READY))) {
            assertThat(figure(new DriversFigure(few.results()).blocks()).title())
                    .isEqualTo(
                            "Label of ready-unit-years: Input 1, Input 2 and Input 3 explain 15 % of the spread");
        }
    }
}
