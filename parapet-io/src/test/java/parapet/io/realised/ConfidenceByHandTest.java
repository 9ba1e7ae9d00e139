package parapet.io.realised;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parapet.io.ReadResult;
import parapet.io.ScenarioReader;
import parapet.scenario.StressKeys;
import parapet.study.rows.ConfidenceRow;
import parapet.study.rows.DriverRow;
import parapet.study.rows.QuantityRow;
import parapet.tables.Rows;

/// What a raid answer rests on, from files to tables: a battery with 200 rounds meets 200 targets,
/// one round for each, so that the share stopped is the kill probability but for chance.
class ConfidenceByHandTest {
    private static final String SCENARIO =
            """
            schema: 1
            title: One number decides
            start: 2024-01-01
            end: 2025-12-31
            asOf: 2024-06-30
            sources: sources.csv
            claims: claims.csv
            catalogue:
              parts: {p: {meanTimeBetweenFailures: 1000000 year, price: 1 USD}}
              units: {u: {slots: {s: {part: p}}, missiles: {m: 100}}}
              missiles: {m: {life: 30 year, price: 1 USD}}
            support: {sites: {home: {}}}
            programme: {contracts: {c: {signed: 2024-01-01, price: 1 USD, deliveries: {unit: {type: u, base: home, due: 2024-01-01, arrives: 2024-01-01}}}}}
            sky:
              reach: 50 km
              places: {a: {latitude: 0 deg, longitude: 60 deg}, b: {latitude: 0 deg, longitude: 70 deg}}
              radars: {r: {detects: {assume: 380..420 km, because: even}, crossSection: 1 m2, scan: 1 s, confirm: 1, of: 1, tracks: 1000}}
              targets: {t: {speed: {assume: 190..210 m/s, because: even}, height: 5000 m, crossSection: 1 m2}}
              rounds: {m: {most: 60 km, highest: 20 km, speed: 1000 m/s, against: {t: {kill: @KILL}}}}
              batteries: {b: {search: r, engage: r, channels: 1000, reaction: 5 s, assessment: 5 s, salvo: 1, looks: 1, launchers: {m: {count: 10, each: 20}}}}
              assets: {at-a: {place: a, value: 1, hardness: {t: 1 %}}}
              groups: {g: {battery: b, @WHERE, rounds: {m: 200}, ready: 100 %}}
              raids: {night: {waves: {w: {target: t, count: @COUNT, aim: at-a, bearing: 0 deg, width: 60 deg, distance: 100 km, within: 10 min}}}}
            study:
              draws: 100
              raidDates: [2025-01-01]
              comparisons: {without: {topic: force, question: What does it stop?, plan: baseline, against: none}}
            plans:
              baseline: {}
              none: {changes: [{set: sky.groups.g.active, to: false}]}
            """;

    private static final String SOURCES =
            """
            id,publisher,title,date,grade,note
            s,Office,Report,2024-01-31,B,
            """;

    private static Rows run(Path folder, String kill, String grade, String where, String count)
            throws IOException {
        Files.writeString(
                folder.resolve("scenario.yaml"),
                SCENARIO.replace("@KILL", kill).replace("@WHERE", where).replace("@COUNT", count));
        Files.writeString(folder.resolve("sources.csv"), SOURCES);
        Files.writeString(
                folder.resolve("claims.csv"),
                """
                id,of,statement,value,low,high,unit,status,madeOn,asOf,source,grade,kind,copiedFrom,formula,note
                K-1,kill-share,Share stopped,,20,80,%%,reported,,2024-01,%s,%s,%s,,,
                N-1,night-size,Targets in a night,,200,1000,count,reported,,2024-01,s,A,reported,,,
                """
                        .formatted(
                                grade.equals("D") ? "" : "s",
                                grade.substring(0, 1),
                                grade.equals("D")
                                        ? "assumption"
                                        : grade.length() > 1 ? "analogy" : "reported"));
        ReadResult read = ScenarioReader.read(folder);
        return Studied.run(read, LocalDate.of(2024, 6, 30));
    }

    private static ConfidenceRow answer(Rows rows, String plan, String kind) {
        return rows.of(ConfidenceRow.class).stream()
                .filter(r -> r.plan().equals(plan) && r.metric().startsWith(kind + "-night/"))
                .findFirst()
                .orElseThrow();
    }

    private static List<DriverRow> clear(Rows rows, ConfidenceRow of) {
        return rows.of(DriverRow.class).stream()
                .filter(r -> r.plan().equals(of.plan()) && r.metric().equals(of.metric()))
                .filter(r -> r.share() > r.noise())
                .toList();
    }

    private static final String KILL = "{assume: 20..80 %, because: a guess}";

    /// The share stopped is 100 B(200, p) / 200 with p even on 0.2..0.8: variance of p 0.03, of
    /// chance (0.25 - 0.03) / 200 = 0.0011; the kill probability explains 0.03 / 0.0311 = 0.965.
    @Test
    void aKillProbabilityThatIsAGuessDecidesWhatIsStopped(@TempDir Path folder) throws IOException {
        Rows rows = run(folder, KILL, "B", "place: a", "200");
        for (String plan : List.of("baseline", "baseline minus none")) {
            ConfidenceRow row = answer(rows, plan, "stopped");
            assertThat(row.word()).isEqualTo("our judgement");
            assertThat(row.comparison()).isEqualTo(plan.equals("baseline") ? "" : "without");
            assertThat(row.judgement()).isEqualTo(1);
            assertThat(row.explained()).isCloseTo(0.965, within(0.02));
            assertThat(row.unexplained())
                    .isCloseTo(1 - requireNonNull(row.explained()), within(1e-12));
            assertThat(row.draws()).isEqualTo(100);
            assertThat(clear(rows, row))
                    .extracting(DriverRow::quantity)
                    .containsExactly("sky.rounds.m.against.t.kill");
            assertThat(answer(rows, plan, "kept").word()).isEqualTo("our judgement");
        }
    }

    /// The same number by one claim has the word of its grade; a claim about something like it is
    /// an analogy whatever its grade, a claim that is an assumption of our own is judgement.
    @ParameterizedTest
    @CsvSource({
        "A, public record",
        "B, public record",
        "C, analogy",
        "A of something like it, analogy",
        "D, our judgement"
    })
    void theGradeOfTheClaimIsTheWord(String grade, String word, @TempDir Path folder)
            throws IOException {
        Rows rows = run(folder, "{claims: kill-share}", grade, "place: a", "200");
        ConfidenceRow row = answer(rows, "baseline", "stopped");
        assertThat(row.word()).isEqualTo(word);
        assertThat(
                        grade.equals("D")
                                ? row.judgement()
                                : word.equals("analogy") ? row.analogy() : row.publicRecord())
                .isEqualTo(1);
        assertThat(clear(rows, row)).extracting(DriverRow::quantity).containsExactly("kill-share");
    }

    /// The size of the night, drawn from claims under a key of its own, moves the answer as much as
    /// the kill probability. It is no driver, nor is how fast the targets fly; their part stands in
    /// the lump: 200 rounds at N targets stop 200 p / N.
    @Test
    void theSizeOfTheRaidIsNoDriver(@TempDir Path folder) throws IOException {
        Rows rows = run(folder, KILL, "B", "place: a", "{claims: night-size}");
        QuantityRow size =
                rows.of(QuantityRow.class).stream()
                        .filter(r -> r.quantity().equals("night-size"))
                        .findFirst()
                        .orElseThrow();
        assertThat(size.used()).isEqualTo("drawn");
        assertThat(size.usedAt().lines()).anyMatch(StressKeys::marks);
        ConfidenceRow row = answer(rows, "baseline", "stopped");
        assertThat(row.explained()).isBetween(0.1, 0.7);
        assertThat(row.unexplained()).isBetween(0.3, 0.9);
        assertThat(row.word()).isEqualTo("our judgement");
        assertThat(rows.of(DriverRow.class))
                .isNotEmpty()
                .noneMatch(r -> r.quantity().equals("night-size"))
                .noneMatch(r -> r.quantity().startsWith("sky.targets."));
    }

    /// The group stands at the asset in two draws of three and far away in the others: where it
    /// stands decides, by weights that nobody published, and it has a row among the quantities.
    @Test
    void whereAGroupStandsIsADriver(@TempDir Path folder) throws IOException {
        Rows rows =
                run(
                        folder,
                        "{assume: 60..80 %, because: a guess}",
                        "B",
                        "alternatives: {a: 2, b: 1}",
                        "200");
        ConfidenceRow row = answer(rows, "baseline", "stopped");
        DriverRow where = clear(rows, row).getFirst();
        assertThat(where.quantity()).isEqualTo("sky.groups.g.alternatives");
        assertThat(where.share()).isGreaterThan(0.9);
        assertThat(where.low()).isNull();
        assertThat(row.word()).isEqualTo("our judgement");
        assertThat(rows.of(QuantityRow.class))
                .filteredOn(r -> r.quantity().equals(where.quantity()))
                .singleElement()
                .satisfies(r -> assertThat(r.typical()).isEqualTo("a 67 %, b 33 %"));
    }

    /// The row follows from `drivers` and `quantities`, for whoever reads the tables.
    @Test
    void aWordFollowsFromTheTables(@TempDir Path folder) throws IOException {
        Rows rows = run(folder, "{claims: kill-share}", "C", "place: a", "200");
        for (ConfidenceRow row : rows.of(ConfidenceRow.class)) {
            double sum = 0;
            double judgement = 0;
            for (DriverRow d : clear(rows, row)) {
                QuantityRow q =
                        rows.of(QuantityRow.class).stream()
                                .filter(r -> r.quantity().equals(d.quantity()))
                                .findFirst()
                                .orElseThrow();
                sum += d.share();
                judgement += d.share() * q.judgement();
            }
            assertThat(row.explained()).isCloseTo(Math.min(1, sum), within(1e-12));
            assertThat(row.drivers()).isEqualTo(clear(rows, row).size());
            if (sum > 0) {
                assertThat(row.judgement()).isCloseTo(judgement / sum, within(1e-12));
            }
        }
    }
}
