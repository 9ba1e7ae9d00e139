package parapet.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import parapet.view.doc.Section;
import parapet.view.doc.Text;
import parapet.view.question.DelaySection;
import parapet.view.question.EvidenceSection;
import parapet.view.question.ForceSection;
import parapet.view.question.LeftOut;
import parapet.view.question.RaidSection;
import parapet.view.question.RepairSection;
import parapet.view.read.LeftOutRows.Warning;
import parapet.view.read.Results;

/// Sentences of the first screen and of the sections, each from a few rows.
class SectionWordsTest {
    private static final String READY = "ready-unit-years/2041-03-31";

    private static String words(Section section) {
        return section.answers().stream().map(Text::plain).collect(Collectors.joining("\n"));
    }

    /// Two choices of repair; of the second the money is even in `share` of the draws, in 2034 in
    /// the middle.
    private static Few repair(double share) {
        return new Few("p", "a", "b")
                .metric("availability/2041-03-31", "availability", "2041-03-31", "%", "more")
                .metric(READY, "ready-unit-years", "2041-03-31", "unit-years", "more")
                .metric("break-even-year", "break-even-year", "", "year", "less")
                .difference("repair", "b", "b", "p", "availability/2041-03-31", 5, 0.2)
                .difference("repair", "b", "b", "p", READY, 3, 0.2)
                .difference("repair", "a", "a", "p", "availability/2041-03-31", 4, 0.2)
                .difference("repair", "a", "a", "p", "break-even-year", 2051, 1)
                .difference(
                        "repair",
                        "b",
                        "b",
                        "p",
                        "break-even-year",
                        2034,
                        1,
                        Map.of("shareBetter", "" + share, "n", share > 0 ? "10" : "0"));
    }

    @Test
    void moneyIsEvenOnTheFirstScreenWhereHalfOfTheDrawsComeEven() {
        try (Few always = repair(1);
                Few half = repair(0.5);
                Few less = repair(0.45);
                Few none = repair(0)) {
            assertThat(new RepairSection(always.results()).answer().sentence())
                    .isEqualTo("“Plan b” changes readiness by +5 points; money even by 2034.");
            assertThat(new RepairSection(half.results()).answer().sentence())
                    .isEqualTo(
                            "“Plan b” changes readiness by +5 points; money even in 50 % of draws.");
            var seldom = new RepairSection(less.results());
            assertThat(seldom.answer().sentence())
                    .isEqualTo("“Plan b” changes readiness by +5 points.");
            assertThat(seldom.answer().range())
                    .endsWith("money even by 2034 (2033 to 2035) in 45 % of the draws, else not");
            assertThat(words(seldom.section())).contains("even by 2034 (2033 to 2035) in 45 %");
            var never = new RepairSection(none.results());
            assertThat(never.answer().range()).endsWith("money is not even in the time simulated");
            assertThat(words(never.section())).contains("even: not within the time simulated");
        }
    }

    /// What is told of the first comparison is not filled up from another one.
    @Test
    void theEvenYearIsThatOfTheComparisonTold() {
        try (Few few =
                repair(1)
                        .fill(
                                "delete from differences where comparison = 'b' and metric like 'break%'")) {
            var section = new RepairSection(few.results());
            assertThat(section.answer().sentence()).doesNotContain("even");
            assertThat(section.answer().range()).doesNotContain("even");
            assertThat(words(section.section())).doesNotContain("2051");
        }
    }

    /// A month of slip costs 0.05 unit-years, 18 days.
    private static Few slip(String topic, double half) {
        return new Few("p", "s")
                .metric(READY, "ready-unit-years", "2041-03-31", "unit-years", "more")
                .metric("lost", "lost-unit-years", "2041-03-31", "unit-years", "less")
                .estimate("p", "lost", 7)
                .difference(
                        topic,
                        "s",
                        "s",
                        "p",
                        READY,
                        -0.6,
                        0.1,
                        Map.of("perMonth", "-0.05", "perMonthHalfWidth", "" + half));
    }

    @Test
    void thePriceOfAMonthIsToldWhereItIsMoreThanNoise() {
        try (Few clear = slip("slip", 0.04);
                Few noise = slip("slip", 0.06);
                Few repair = slip("repair", 0.04)) {
            var told = new DelaySection(clear.results());
            assertThat(told.answer().sentence())
                    .endsWith("; each further month costs 18 ready unit-days.");
            assertThat(words(told.section()))
                    .contains(
                            "One more month of “Plan s” costs 18 ready unit-days (± 15 of the simulation).");
            var lost = new DelaySection(noise.results());
            assertThat(lost.answer().sentence()).doesNotContain("further month");
            assertThat(words(lost.section()))
                    .contains(
                            "changes no more than noise of the simulation (± 22 ready unit-days)");
            var other = new DelaySection(repair.results());
            assertThat(other.answer().sentence()).doesNotContain("further month");
            assertThat(words(other.section())).doesNotContain("One more month");
        }
    }

    @Test
    void timeLostComesTooOnlyBesideADelay() {
        try (Few alone = slip("slip", 0.04);
                Few beside =
                        slip("slip", 0.04).difference("delay", "d", "p", "s", READY, -3, 0.1)) {
            assertThat(words(new DelaySection(alone.results()).section()))
                    .startsWith(
                            "7 promised unit-years were not fully ready by Mar 2041 (9 of 10 draws: 6 to 8).");
            assertThat(words(new DelaySection(beside.results()).section()))
                    .startsWith(
                            "Against “Plan s” 3 ready unit-years are missing by Mar 2041 (9 of 10 draws: 2 to 4;")
                    .contains("Counting breakdowns and deployment too, 7 promised");
        }
    }

    /// A plan that did better than promised: what is gained has no minus sign.
    @Test
    void aDelayThatGainsIsToldAsAGain() {
        try (Few few =
                new Few("p", "s")
                        .metric(READY, "ready-unit-years", "2041-03-31", "unit-years", "more")
                        .difference("delay", "d", "p", "s", READY, 3, 0.1)) {
            var section = new DelaySection(few.results());
            assertThat(section.answer().sentence())
                    .isEqualTo("The delay gained 3 ready unit-years by Mar 2041.");
            assertThat(section.answer().range()).startsWith("3 (2 to 4)");
            assertThat(words(section.section()))
                    .contains("3 ready unit-years are gained by Mar 2041 (9 of 10 draws: 2 to 4;")
                    .doesNotContain("−");
        }
    }

    private static Few claims(double second, boolean flagged) {
        Few few = new Few("p");
        for (int i = 0; i < 2; i++) {
            double value = i == 0 ? 5 : second;
            few.insert(
                    "evidence",
                    Map.of(
                            "claim",
                            "'C-%d'".formatted(i),
                            "of",
                            "'price'",
                            "low",
                            "" + value,
                            "high",
                            "" + value,
                            "unit",
                            "'USD'",
                            "flagged",
                            "" + (flagged && i == 1)));
        }
        return few;
    }

    @Test
    void claimsThatAgreeAreNotSaidToDisagree() {
        try (Few agree = claims(5, false);
                Few apart = claims(6, false);
                Few far = claims(60, true)) {
            assertThat(words(new EvidenceSection(agree.results()).section()))
                    .endsWith("On no figure do the claims disagree.");
            assertThat(words(new EvidenceSection(apart.results()).section()))
                    .endsWith("On 1 figure the claims disagree: those stand first.");
            assertThat(words(new EvidenceSection(far.results()).section()))
                    .endsWith(
                            "On 1 figure the claims disagree, on 1 by a power of ten: those stand first.");
        }
    }

    private static void everyLinkHasItsTarget(String page) {
        Matcher links = Pattern.compile("href=\"#([^\"]+)\"").matcher(page);
        while (links.find()) {
            assertThat(page).contains("id=\"" + links.group(1) + "\"");
        }
    }

    /// Without a sky the answer is one of readiness, and what it rests on is shown as of that.
    @Test
    void anAnswerWithoutASkyLeadsToWhatItRestsOn() {
        try (Few few =
                new Few("p", "f")
                        .metric(READY, "ready-unit-years", "2041-03-31", "unit-years", "more")
                        .difference("force", "f", "f", "p", READY, 3, 0.1)
                        .insert(
                                "drivers",
                                Map.of(
                                        "plan", "'f minus p'",
                                        "metric", "'" + READY + "'",
                                        "rank", "1",
                                        "quantity", "'rate'",
                                        "share", "0.4",
                                        "noise", "0.1",
                                        "name", "'Rate of failure'"))
                        .fill(
                                "insert into quantities values ('rate', 'assumption', '', 'month', '1', '2', '5', 'a guess', 'plans.p', 'Rate of failure', 'drawn', 0, 0, 1)")) {
            assertThat(new ForceSection(few.results()).answer().sentence())
                    .isEqualTo(
                            "“Plan f” gives +3 ready unit-years; what it would stop is not answered: the scenario has no sky.");
            String page = few.page();
            assertThat(page).contains("href=\"#why-3\"");
            assertThat(page.substring(page.indexOf("id=\"why-3\"")))
                    .startsWith(
                            "id=\"why-3\"><summary>What the gain of the choice rests on</summary>")
                    .contains("Rate of failure");
            everyLinkHasItsTarget(page);
        }
    }

    /// With a sky, but no package that clearly stops more, nobody says that there is none.
    @Test
    void aSkyWithoutAClearPackageIsNotCalledNone() {
        try (Few few =
                new Few("p", "f")
                        .metric(READY, "ready-unit-years", "2041-03-31", "unit-years", "more")
                        .metric("leaked-r", "leaked", "r", "", "2035-03-31", "targets", "less")
                        .difference("force", "f", "f", "p", READY, 3, 0.1)
                        .difference("", "reference", "f", "p", "leaked-r", -3, 4)) {
            assertThat(new ForceSection(few.results()).answer().sentence())
                    .isEqualTo(
                            "“Plan f” gives +3 ready unit-years; no package clearly stops more than the reference.");
            assertThat(few.page()).contains("id=\"why-3\"");
        }
    }

    /// Of one raid the value kept is known, of the other the share stopped: one sentence tells of
    /// one of both, and leads to what that rests on.
    @Test
    void theFirstScreenDoesNotMixWhatIsKeptAndWhatIsStopped() {
        try (Few few =
                new Few("p")
                        .metric("leaked-r", "leaked", "r", "", "2035-03-31", "targets", "less")
                        .metric("leaked-s", "leaked", "s", "", "2035-03-31", "targets", "less")
                        .metric("kept-r", "kept", "r", "", "2035-03-31", "%", "more")
                        .metric("stopped-s", "stopped", "s", "", "2035-03-31", "%", "more")
                        .estimate("p", "kept-r", 70)
                        .estimate("p", "stopped-s", 90)
                        .difference("force", "x", "p", "p", READY, 1, 1)
                        .fill(
                                "insert into flips select 'x', f, 'any', 9, 0, 1, 0, 0, 0, 0 from (values ('r'), ('s')) t(f)")) {
            var section = new RaidSection(few.results());
            assertThat(section.answer().sentence())
                    .isEqualTo("First night: 70 % of attacked value kept.");
            assertThat(section.answer().range()).isEqualTo("“R”, Mar 2035: 70 % (69 to 71 %)");
            assertThat(words(section.section()))
                    .contains("“R” in Mar 2035: 70 % of the value attacked is kept")
                    .contains("“S” in Mar 2035: 90 % of the targets are stopped");
            few.fill("delete from estimates where metric = 'kept-r'");
            var stopped = new RaidSection(few.results());
            assertThat(stopped.answer().sentence())
                    .isEqualTo("First night: 90 % of the targets stopped.");
            assertThat(few.page()).contains("What the share stopped in a raid rests on");
        }
    }

    /// What is asked of the tables again is not computed again.
    @Test
    void aQuestionIsAnsweredOnce() {
        try (Few few = new Few("p")) {
            few.fill("insert into warnings values ('a', 'thin', 1)");
            Results results = few.results();
            List<Warning> first = results.rows(Warning.class);
            few.fill("delete from warnings");
            assertThat(first).hasSize(1);
            assertThat(results.rows(Warning.class)).isSameAs(first);
            assertThat(few.results().rows(Warning.class)).isEmpty();
        }
    }

    private static Few raids() {
        return new Few("p")
                .fill(
                        "insert into battles by name select 0 as draw, 'r' as raid, 'b' as battle, n as night, 't' as target, 4 as threats, 3 as killed, 0 as jammed, 0 as failed, 1 as leaked from range(1, 3) t(n)");
    }

    private static void observed(Few few, String use) {
        few.insert(
                "observations",
                Map.of(
                        "observation", "'o'",
                        "use", "'" + use + "'",
                        "first", "date '2025-01-01'",
                        "last", "date '2025-12-31'"));
    }

    @Test
    void whatIsLeftOutKnowsFittedFigures() {
        try (Few none = new Few("p");
                Few fitted = new Few("p");
                Few judged = new Few("p")) {
            observed(fitted, "fit");
            observed(judged, "fit");
            observed(judged, "judge");
            assertThat(new LeftOut(none.results()).sentences())
                    .contains("Readiness is not validated: no published figure of these units.");
            assertThat(new LeftOut(fitted.results()).sentences())
                    .contains(
                            "Readiness is fitted to 1 published figure; none is left to judge it.");
            assertThat(new LeftOut(judged.results()).sentences())
                    .contains("Readiness is judged by 1 published figure only.");
        }
    }

    /// Twelve things are left out: the first screen has room for ten, the others stand below it.
    @Test
    void whatTheFirstScreenHasNoRoomForStandsInItsSection() {
        try (Few few =
                raids().fill("insert into sky values (30, 75, 200, 10, 1, 1, 1, true, '', '', '')")
                        .fill("insert into places values ('a', 'A', 30.0, 75.0, '', true)")) {
            assertThat(new LeftOut(few.results()).sentences()).hasSize(10);
            String page = few.page();
            String section = page.substring(page.indexOf("<section id=\"limits\""));
            assertThat(section)
                    .contains("what it has no room for stands below")
                    .contains("<li>Every place is a notional point of its region.")
                    .contains(
                            "<li>War, politics and sanctions change nothing unless a plan says so.");
            List<String> first = new LeftOut(few.results()).sentences();
            assertThat(first).contains("No rounds are brought forward between nights.");
        }
        try (Few few = new Few("p")) {
            assertThat(few.page()).doesNotContain("has no room for");
        }
    }

    /// Rounds that come from behind, whatever the scenario calls them, are not said to be left out.
    @Test
    void aDepotIsSeenInTheRounds() {
        try (Few few =
                raids().fill(
                                "insert into rounds by name select 0 as draw, 'r' as raid, 'b' as battle, 1 as night, 'm' as round, 4 as fired, 6 as left, 0 as supplied, 5 as behind")) {
            assertThat(new LeftOut(few.results()).sentences())
                    .doesNotContain("No rounds are brought forward between nights.");
        }
    }
}
