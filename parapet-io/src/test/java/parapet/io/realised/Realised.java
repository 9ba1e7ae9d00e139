package parapet.io.realised;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import parapet.geo.GeoPoint;
import parapet.io.ReadResult;
import parapet.io.ScenarioReader;
import parapet.io.text.Diagnostics;
import parapet.quantity.Calendar;
import parapet.scenario.Case;
import parapet.scenario.Realiser;
import parapet.scenario.Scenario;
import parapet.sustain.Network;
import parapet.terrain.Terrain;

/// Scenarios of a test, read and realised.
final class Realised {
    /// The head of a small scenario: ten years from 2020, what is known by the middle of 2021, and
    /// rates of the rupee (70, from 2021 on 80, from the end of 2021 on steady).
    static final String HEAD =
            """
            schema: 1
            title: By hand
            start: 2020-01-01
            end: 2029-12-31
            asOf: 2021-06-30
            sources: {bank: {publisher: P, title: T, date: 2021-01-02, grade: A}}
            claims:
              r1: {of: inr-per-usd, statement: Rate, value: 70, unit: INR/USD, asOf: 2020-01-01, status: actual, source: bank}
              r2: {of: inr-per-usd, statement: Rate, value: 80, unit: INR/USD, asOf: 2021-01-01, status: actual, source: bank}
            """;

    /// A smooth sea that asks for no fine steps.
    private static final Terrain SEA =
            new Terrain() {
                @Override
                public double heightM(GeoPoint point) {
                    return 0;
                }

                @Override
                public double spacingRad(GeoPoint point) {
                    return 0.001;
                }

                @Override
                public double knownHeightM(double latitudeRad, double longitudeRad) {
                    return 0;
                }
            };

    private Realised() {}

    /// The scenario of a text, without a fault.
    static ReadResult read(Path folder, String text) {
        try {
            Files.writeString(folder.resolve(ScenarioReader.MAIN), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ReadResult read = ScenarioReader.read(folder);
        assertThat(read.errors()).as(Diagnostics.render(read.diagnostics())).isZero();
        return read;
    }

    /// The plan `baseline` of a text in its first draw.
    static Case first(Path folder, String text) {
        return draw(read(folder, text), "baseline", 0);
    }

    /// A plan in one draw.
    static Case draw(ReadResult read, String plan, int draw) {
        return realiser(read).realise(read.plan(plan), draw);
    }

    /// A realiser with all that is known.
    static Realiser realiser(ReadResult read) {
        Scenario scenario = read.scenarioOrThrow();
        return new Realiser(Realiser.evidence(scenario, Realiser.lastDay(scenario)), 1, SEA);
    }

    /// The network at the start.
    static Network network(Case c) {
        return c.sustain().phases().getFirst().network();
    }

    /// The one of that key.
    static <T> T named(List<T> all, Function<T, String> key, String id) {
        return all.get(
                IntStream.range(0, all.size())
                        .filter(i -> key.apply(all.get(i)).equals(id))
                        .findFirst()
                        .orElseThrow());
    }

    /// The tick at which a day begins, in a scenario from 2020.
    static long tick(int year, int month, int day) {
        return (LocalDate.of(year, month, day).toEpochDay() - LocalDate.of(2020, 1, 1).toEpochDay())
                * Calendar.DAY;
    }
}
