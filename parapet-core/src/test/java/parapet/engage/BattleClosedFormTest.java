package parapet.engage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;
import parapet.engage.exact.ChannelLoss;
import parapet.engage.exact.FiniteMagazine;
import parapet.engage.exact.Layers;
import parapet.engage.exact.LimitedPatience;
import parapet.engage.exact.Saturation;
import parapet.engage.exact.ShootLookShoot;
import parapet.flight.Flight;
import parapet.radar.Radar;
import parapet.random.Sampler;
import parapet.random.Streams;
import parapet.stats.Estimate;

/// The engine against closed forms. Each test asks whether the closed form lies in the 99 %
/// interval of independent replications: a right engine fails for one seed in 100; a true mean that
/// is 4.63 standard errors off is caught with probability 0.98. Each test names that error.
final class BattleClosedFormTest {
    private static final Timing AT_ONCE = Timing.fixed(0);
    private static final Magazine PLENTY = new Magazine(0, 1, 100_000, 0);

    private static void agrees(String what, double expected, int n, IntToDoubleFunction value) {
        var values = new double[n];
        for (int i = 0; i < n; i++) {
            values[i] = value.applyAsDouble(i);
        }
        Estimate e = Estimate.of(values);
        assertThat(expected)
                .as("%s, simulated %s ± %s", what, e.mean(), e.standardError())
                .isBetween(e.low(0.99), e.high(0.99));
    }

    private static List<Threat> spaced(int n, double apartSec) {
        var threats = new ArrayList<Threat>();
        for (int j = 0; j < n; j++) {
            threats.add(new Threat(0, 0, j * apartSec));
        }
        return threats;
    }

    /// Ten threats, looks [1, 1], p = 0.7: 0.9 leakers and 13 rounds. n = 4 000: standard errors
    /// 0.014 and 0.023; an error of 7 % of the leakers or 0.8 % of the rounds is caught.
    @Test
    void shootLookShoot() {
        var unit = Skies.unit("u", 0, 10, AT_ONCE, PLENTY, 1, 1);
        var input =
                Skies.radial(
                        List.of(Skies.round("m", 0, 60e3, 0.7, 0.7)),
                        List.of(unit),
                        true,
                        spaced(10, 7));
        var exact = ShootLookShoot.of(0.7, new int[] {1, 1}, 10);
        var outcomes = outcomes(input, 1_000, 4_000);
        agrees("leakers", exact.meanLeakers(), 4_000, i -> outcomes.get(i).leaked()[0][0]);
        agrees("rounds", exact.expectedRounds(), 4_000, i -> outcomes.get(i).fired()[0][0]);
        agrees(
                "no leaker",
                exact.probabilityNoLeaker(),
                4_000,
                i -> outcomes.get(i).leaked()[0][0] == 0 ? 1 : 0);
    }

    private static List<RaidOutcome> outcomes(BattleInput input, int rounds, int n) {
        var field = Battlefield.of(input);
        ForceState state = Skies.all(input, rounds);
        var all = new ArrayList<RaidOutcome>();
        for (int i = 0; i < n; i++) {
            var streams = new Streams(7, 0, i);
            all.add(Battle.fight(field, Picture.of(field, streams), state, streams, false));
        }
        return all;
    }

    /// Ten threats one after another, 12 rounds, at most 2 each, p = 0.7. n = 4 000: standard error
    /// of the leakers 0.022; an error of 6 % is caught.
    @Test
    void finiteMagazine() {
        var unit = Skies.unit("u", 0, 1, AT_ONCE, new Magazine(0, 3, 4, 0), 1, 1);
        var input =
                Skies.radial(
                        List.of(Skies.round("m", 0, 60e3, 0.7, 0.7)),
                        List.of(unit),
                        true,
                        spaced(10, 500));
        var exact = FiniteMagazine.of(10, 12, 2, 0.7);
        var outcomes = outcomes(input, 12, 4_000);
        agrees("leakers", exact.leakers().mean(), 4_000, i -> outcomes.get(i).leaked()[0][0]);
        agrees("rounds", exact.meanRoundsUsed(), 4_000, i -> outcomes.get(i).fired()[0][0]);
        agrees(
                "no leaker",
                exact.leakers().probability(0),
                4_000,
                i -> outcomes.get(i).leaked()[0][0] == 0 ? 1 : 0);
    }

    /// Twenty threats through three layers of other rounds, one shot each. n = 4 000: standard
    /// error of the leakers 0.023; an error of 4.5 % is caught.
    @Test
    void layers() {
        double[] p = {0.5, 0.4, 0.6};
        var rounds = new ArrayList<Interceptor>();
        var units = new ArrayList<FireUnit>();
        for (int k = 0; k < 3; k++) {
            rounds.add(Skies.round("m" + k, 10e3 + 20e3 * k, 25e3 + 20e3 * k, p[k], p[k]));
            units.add(Skies.unit("u" + k, k, 20, AT_ONCE, new Magazine(k, 1, 100, 0), 1));
        }
        var input = Skies.radial(rounds, units, true, spaced(20, 3));
        var exact = Layers.leakers(20, p);
        var outcomes = outcomes(input, 100, 4_000);
        agrees("leakers", exact.law().mean(), 4_000, i -> outcomes.get(i).leaked()[0][0]);
        agrees(
                "at most 2",
                exact.law().cdf(2),
                4_000,
                i -> outcomes.get(i).leaked()[0][0] <= 2 ? 1 : 0);
    }

    /// 24 threats at once, 6 channels, 12 s a cycle, 40 s: 18 are engaged, 6 are not. No chance.
    @Test
    void saturation() {
        double window = 40 - 12; // the last cycle must end in the window of 40 s
        var unit = Skies.unit("u", 0, 6, Timing.fixed(12), PLENTY, 1);
        var input =
                Skies.radial(
                        List.of(Skies.round("m", 60e3 - 250 * window, 60e3, 1, 1)),
                        List.of(unit),
                        true,
                        spaced(24, 0));
        var outcome = Skies.fight(input, Skies.all(input, 1_000), 0);
        assertThat(outcome.killed()[0][0]).isEqualTo(Saturation.engaged(24, 6, 12, 40));
        assertThat(outcome.reasons()[0][0][Reason.NO_CHANNEL.ordinal()]).isEqualTo(6);
    }

    /// Poisson threats; those of the first ten engagement times are of a class that is not counted.
    private static List<Threat> poisson(int replication, double meanGapSec, double warmSec, int n) {
        UniformRandomProvider random = new Streams(3, 0, replication).at("test.arrivals", 0);
        var threats = new ArrayList<Threat>();
        double t = 0;
        int counted = 0;
        while (counted < n) {
            t += Sampler.exponential(random, meanGapSec);
            threats.add(new Threat(t < warmSec ? 1 : 0, 0, t));
            counted += t < warmSec ? 0 : 1;
        }
        return threats;
    }

    /// Windows of 2 ms and engagements of 60 s: a threat that finds all four channels busy passes,
    /// so Erlang's loss formula holds for any law of the engagement. Load 6, p = 0.8: leak 0.5757.
    /// n = 300 raids of 400 threats: standard error about 0.0017; an error of 1.4 % is caught.
    @Test
    void channelLoss() {
        double leak = ChannelLoss.of(6, 0.8, 4).getFirst().leakFraction();
        for (boolean exponential : new boolean[] {false, true}) {
            var unit = Skies.unit("u", 0, 4, new Timing(60, exponential), PLENTY, 1);
            agrees(
                    "leak, exponential " + exponential,
                    leak,
                    300,
                    r -> {
                        var input =
                                Skies.radial(
                                        List.of(Skies.round("m", 60e3 - 0.5, 60e3, 0.8, 0.8)),
                                        List.of(unit),
                                        true,
                                        poisson(r, 10, 900, 400));
                        return counted(input, r) / 400;
                    });
        }
    }

    private static double counted(BattleInput input, int replication) {
        var field = Battlefield.of(input);
        var streams = new Streams(5, 0, replication);
        return Battle.fight(
                        field,
                        Picture.of(field, streams),
                        Skies.all(input, 100_000),
                        streams,
                        false)
                .leaked()[0][0];
    }

    /// M/M/c with fixed patience (Barrer 1957): windows of 30 s, exponential engagements of mean 60
    /// s, first come first served, every round kills. 4 channels at 3.2 a minute, and 2 at 3. n =
    /// 300 raids of 400 threats, standard error about 0.003: an error of 0.013 is caught.
    @Test
    void limitedPatience() {
        for (double[] one : new double[][] {{4, 3.2}, {2, 3.0}}) {
            int channels = (int) one[0];
            var unit = Skies.unit("u", 0, channels, new Timing(60, true), PLENTY, 1);
            double loss = LimitedPatience.lossProbability(channels, one[1], 1, 0.5);
            agrees(
                    "loss with %d channels".formatted(channels),
                    loss,
                    300,
                    r -> {
                        var input =
                                Skies.radial(
                                        List.of(Skies.round("m", 60e3 - 250 * 30, 60e3, 1, 1)),
                                        List.of(unit),
                                        true,
                                        poisson(r, 60 / one[1], 1_200, 400));
                        return counted(input, r) / 400;
                    });
        }
    }

    /// Detection: with probability p a look and M of N = 2 of 2, the looks until a track have mean
    /// (1 + p) / p². n = 20 000 threats: standard error 0.015 looks at p = 0.6; 1.6 % is caught.
    @Test
    void aTrackNeedsItsLooks() {
        double range = 100e3;
        double p = 0.6;
        var radar = new Radar("r", 0, range, 1, p, 1e-6, 1, 1, 1e6, 10, 1, 2, 2, 100_000);
        // a ring about the site: always at the same range
        var lane = Skies.lane("ring", 2e5, 400);
        var flight = Flight.level(lane, 100, 0, true);
        int n = lane.size();
        var east = new double[n];
        var north = new double[n];
        var lowest = new double[n];
        for (int i = 0; i < n; i++) {
            east[i] = range * Math.cos(2 * i / 400.0);
            north[i] = range * Math.sin(2 * i / 400.0);
            lowest[i] = Skies.SEA;
        }
        var threats = new ArrayList<Threat>();
        for (int j = 0; j < 20_000; j++) {
            threats.add(new Threat(0, 0, 0));
        }
        var input =
                new BattleInput(
                        List.of(new TargetClass("a", 1, 1)),
                        List.of(Skies.round("m", 0, 1, 0.5)),
                        List.of("o"),
                        List.of("site"),
                        List.of(new Sensor("s", 0, 0, radar)),
                        List.of(Skies.unit("u", 0, 1, AT_ONCE, PLENTY, 1)),
                        List.of(),
                        true,
                        true,
                        new Raid(
                                "raid",
                                List.of(lane),
                                new Flight[][] {{flight}},
                                new LaneView[][] {{new LaneView(east, north, 0, lowest, lowest)}},
                                threats,
                                1),
                        List.of());
        var field = Battlefield.of(input);
        long[] events = Picture.of(field, new Streams(11, 0, 0)).events(0, 0);
        var looks = new double[20_000];
        for (long event : events) {
            if (Picture.begins(event)) {
                // the first look is uniform in the first second, so looks = seconds + 1/2 on
                // average
                looks[Picture.threat(event)] = Picture.tick(event) / 1e6 + 0.5;
            }
        }
        agrees("looks until a track", (1 + p) / (p * p), 20_000, i -> looks[i]);
    }
}
