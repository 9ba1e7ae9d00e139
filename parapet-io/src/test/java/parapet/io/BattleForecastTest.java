package parapet.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import parapet.engage.Battle;
import parapet.engage.BattleInput;
import parapet.engage.Battlefield;
import parapet.engage.ForceState;
import parapet.engage.HeldGeometry;
import parapet.engage.Picture;
import parapet.engage.RaidOutcome;
import parapet.random.Streams;
import parapet.record.BattleForecast;
import parapet.record.ClassMonth;
import parapet.record.Defence;
import parapet.record.Forecast;
import parapet.record.MonthlyRecord;
import parapet.record.NightGroup;
import parapet.record.NightScore;
import parapet.record.Scoreboard;
import parapet.scenario.Realiser;
import parapet.scenario.SkyCase;
import parapet.terrain.FlatTerrain;

/// The forecaster that fights, with the defence that comes with Parapet, over flat ground.
class BattleForecastTest {
    private static final YearMonth MAY = YearMonth.of(2023, 5);
    private static final String CRUISE = "kh-59-69";

    private static BattleInput input;
    private static ForceState full;

    @BeforeAll
    static void read() {
        ReadResult read =
                ScenarioReader.read(ExamplesTest.ROOT.resolve(Path.of("scenarios/ukraine-record")));
        var scenario = read.scenarioOrThrow();
        var realiser =
                new Realiser(
                        Realiser.evidence(scenario, Realiser.lastDay(scenario)),
                        11,
                        new FlatTerrain(0));
        var plan = read.plans().values().iterator().next();
        SkyCase sky = Objects.requireNonNull(realiser.realise(plan, 0).sky());
        SkyCase.RaidCase raid = sky.raids().getFirst();
        input = raid.input();
        var working = new int[raid.owners().size()];
        var rounds = new int[working.length][];
        for (int i = 0; i < working.length; i++) {
            SkyCase.Owner owner = sky.owners().get(raid.owners().get(i));
            working[i] = owner.full();
            rounds[i] = owner.load();
        }
        full = new ForceState(working, rounds);
    }

    private static BattleForecast told(BattleInput defence, ClassMonth... months) {
        var battle = new BattleForecast(new Defence(defence, full));
        for (ClassMonth month : months) {
            battle.learn(List.of(month));
        }
        return battle;
    }

    private static ClassMonth month(int month, int launched, int stopped) {
        return new ClassMonth(CRUISE, MAY.plusMonths(month), 4, launched, stopped);
    }

    /// The same nights on held geometry as on geometry of their own, whatever was asked before.
    @Test
    void heldGeometryChangesNothing() {
        var held = new HeldGeometry(input);
        held.field(input.raid().threats().subList(0, 9), 0.3, 1);
        var streams = new Streams(3, 0, 0);
        Battlefield one = held.field(input.raid().threats(), 0.5, 0.2);
        Battlefield other = Battlefield.of(HeldGeometry.killing(input, 0.5, 0.2));
        RaidOutcome first = Battle.fight(one, Picture.of(one, streams), full, streams, false);
        RaidOutcome second = Battle.fight(other, Picture.of(other, streams), full, streams, false);
        assertThat(first.killed()).isDeepEqualTo(second.killed());
        assertThat(first.fired()).isDeepEqualTo(second.fired());
        assertThat(first.reasons()[0]).isDeepEqualTo(second.reasons()[0]);
        assertThat(first.fired()[0][0]).isPositive();
    }

    /// Rounds that kill half as often stop fewer, before any month is known and after some.
    @Test
    void halfTheKillFactorMovesTheForecasts() {
        BattleInput half = HeldGeometry.killing(input, 0.5, 1);
        double before = told(input).forecast(CRUISE, MAY, 40).mean();
        double weaker = told(half).forecast(CRUISE, MAY, 40).mean();
        assertThat(weaker).isLessThan(before - 2);
        ClassMonth[] seen = {month(0, 40, 30), month(1, 20, 16)};
        double after = told(input, seen).forecast(CRUISE, MAY.plusMonths(2), 40).mean();
        double worse = told(half, seen).forecast(CRUISE, MAY.plusMonths(2), 40).mean();
        assertThat(after).isGreaterThan(before);
        assertThat(worse).isLessThan(after - 0.3);
    }

    /// At least 200 nights of the month's scale stand behind a class-month.
    @Test
    void eachClassMonthRestsOnEnoughNights() {
        var defence = new Defence(input, full);
        new BattleForecast(defence).forecast("one-way-drone", MAY, 200);
        assertThat(defence.nightsFought()).isGreaterThanOrEqualTo(200);
    }

    /// What comes later changes no forecast, and what is forecast is only the months asked for.
    @Test
    void laterMonthsChangeNoForecast() {
        List<ClassMonth> early = List.of(month(0, 12, 9), month(1, 20, 12), month(2, 16, 12));
        var other = new ArrayList<>(early);
        other.add(month(3, 8, 0));
        var another = new ArrayList<>(early);
        another.add(month(3, 24, 24));
        List<Scoreboard.Judged> one = judged(other);
        List<Scoreboard.Judged> two = judged(another);
        assertThat(one.subList(0, 2)).isEqualTo(two.subList(0, 2));
        assertThat(one.get(2)).isNotEqualTo(two.get(2));
    }

    private static List<Scoreboard.Judged> judged(List<ClassMonth> rows) {
        return Scoreboard.judge(
                        new MonthlyRecord(rows, Map.of()),
                        null,
                        List.of(new BattleForecast(new Defence(input, full))))
                .judged();
    }

    /// A month in which most, and one in which few were stopped, move what is held of the kill
    /// factor to opposite sides; a class that nobody declared has even chances.
    @Test
    void monthsInformWhatIsNotKnown() {
        BattleForecast good = told(input, month(0, 40, 38));
        BattleForecast bad = told(input, month(0, 40, 4));
        assertThat(kill(good).mean()).isGreaterThan(kill(bad).mean() + 0.4);
        assertThat(kill(bad).informed()).isTrue();
        assertThat(good.knows("balloon")).isFalse();
        Forecast even = good.forecast("balloon", MAY, 3);
        assertThat(even.cdf(0)).isCloseTo(0.25, within(1e-12));
    }

    private static BattleForecast.Informed kill(BattleForecast battle) {
        return battle.informed().stream()
                .filter(i -> i.unknown().key().equals("kill"))
                .findFirst()
                .orElseThrow();
    }

    /// Nights are forecast from the months before their half-year alone, the same each time; a
    /// share of which no earlier month speaks lies outside, and so does a slope.
    @Test
    void nightsAreForecastFromTheMonthsBeforeThem() {
        YearMonth autumn = YearMonth.of(2023, 7);
        List<NightGroup> nights =
                List.of(
                        new NightGroup(CRUISE, autumn, 20, 40, 32, 0.3),
                        new NightGroup(CRUISE, autumn, 3, 60, 1, 0.03),
                        new NightGroup("balloon", autumn, 1, 5, 5, Double.NaN));
        NightScore score = nights(nights, 32);
        assertThat(score.shares()).hasSize(2);
        NightScore.Point small = score.shares().getFirst();
        assertThat(small.reported()).isEqualTo(80);
        assertThat(small.inside()).as("%s", small).isTrue();
        NightScore.Point large = score.shares().get(1);
        assertThat(large.inside()).as("%s", large).isFalse();
        assertThat(large.mean()).isBetween(large.low(), large.high());
        assertThat(score.slopes())
                .singleElement()
                .satisfies(p -> {
                    assertThat(p.canFail()).isTrue();
                    assertThat(p.inside()).isFalse();
                });
        assertThat(score.spreads()).hasSize(1);
        assertThat(nights(nights, 0)).isEqualTo(score);
        assertThat(nights(nights.reversed(), 0)).isEqualTo(score);
    }

    private static NightScore nights(List<NightGroup> nights, int later) {
        var rows =
                List.of(
                        month(0, 40, 32),
                        month(1, 40, 32),
                        month(2, 40, later),
                        month(3, 40, later));
        return NightScore.judge(
                new MonthlyRecord(rows, Map.of()),
                null,
                nights,
                new BattleForecast(new Defence(input, full)));
    }
}
