package parapet.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parapet.engage.Threat;
import parapet.io.text.Diagnostic;
import parapet.scenario.PlaceKind;
import parapet.scenario.SkyCase;
import parapet.sim.Audit;
import parapet.stats.Estimate;
import parapet.study.Chunks;
import parapet.study.Setup;
import parapet.study.StudyRunner;
import parapet.study.Summary;
import parapet.study.rows.CrossedRow;
import parapet.study.rows.DifferenceRow;
import parapet.study.rows.FlipRow;
import parapet.tables.Rows;

/// Families of raids and stations, from the file to the table: four equal assets 500 km apart, a
/// family that attacks one of them with one target, and batteries that stop whatever comes to the
/// place where they stand.
class FamiliesTest {
    private static final int DRAWS = 400;

    /// A target that gets through harms an asset in half of the cases.
    private static final double HARM = 0.5;

    static final String SKY =
            """
            schema: 1
            title: Four assets
            start: 2024-01-01
            end: 2025-12-31
            catalogue:
              parts: {p: {meanTimeBetweenFailures: 1000000 year, price: 1 USD}}
              units: {u: {slots: {s: {part: p}}, batteries: {b: {count: 1}}, missiles: {m: 100}}}
              missiles: {m: {life: 30 year, price: 1 USD}}
            support: {sites: {home: {@HOME}}}
            programme: {contracts: {c: {signed: 2024-01-01, price: 1 USD, deliveries: {unit: {type: u, base: home, due: 2024-01-01, arrives: 2024-01-01}}}}}
            sky:
              reach: 50 km
              places:
                a: {latitude: 0 deg, longitude: 60 deg}
                b: {latitude: 0 deg, longitude: 65 deg}
                c: {latitude: 5 deg, longitude: 60 deg}
                d: {latitude: 5 deg, longitude: 65 deg}
              radars: {r: {detects: 400 km, crossSection: 1 m2, scan: 1 s, confirm: 1, of: 1, tracks: 1000}}
              targets: {t: {speed: 200 m/s, height: 5000 m, crossSection: 1 m2}}
              rounds: {m: {most: 60 km, highest: 20 km, speed: 1000 m/s, against: {t: {kill: 100 %}}}}
              batteries: {b: {search: r, engage: r, channels: 100, reaction: 5 s, assessment: 5 s, salvo: 1, looks: 1, launchers: {m: {count: 10, each: 10}}}}
              assets:
                at-a: {place: a, value: 1, hardness: {t: 50 %}}
                at-b: {place: b, value: 1, hardness: {t: 50 %}}
                at-c: {place: c, value: 1, hardness: {t: 50 %}}
                at-d: {place: d, value: 1, hardness: {t: 50 %}}
              groups:
                g1: &group {battery: b, place: a, active: false, rounds: {m: 100}, ready: 100 %, price: 5 million USD, yearlyCost: 1 million USD}
                g2: {<<: *group, place: b}
                g3: {<<: *group, place: c}
            @MORE
              families:
                one: {size: 1, spread: 1, aims: even, mix: {t: {distance: 100 km, within: 0 s}}, fronts: {any: {bearing: 0 deg, width: 360 deg, arc: 0 deg, assets: {at-a: 1, at-b: 1, at-c: 1, at-d: 1}}}}
            study:
              draws: 400
              raidDates: [2025-01-01]
              comparisons:
                first: {topic: force, question: A first?, plan: one, against: baseline}
                second: {topic: force, question: A second?, plan: two, against: one}
                third: {topic: force, question: A third?, plan: three, against: two}
            plans:
              baseline: {}
              one: {changes: [{set: sky.groups.g1.active, to: true}]}
              two: {basedOn: one, changes: [{set: sky.groups.g2.active, to: true}]}
              three: {basedOn: two, changes: [{set: sky.groups.g3.active, to: true}]}
            """;

    @TempDir Path folder;

    private ReadResult read(String home, String more) throws IOException {
        Files.writeString(
                folder.resolve("scenario.yaml"), SKY.replace("@HOME", home).replace("@MORE", more));
        return ScenarioReader.read(folder);
    }

    static Setup setup(ReadResult read, int draws) {
        assertThat(read.diagnostics().stream().filter(Diagnostic::isError)).isEmpty();
        return new Setup(
                read.scenarioOrThrow(),
                List.copyOf(read.plans().values()),
                new Setup.Options(5, draws, draws, 1, null, LocalDate.of(2024, 1, 1), Audit.FULL));
    }

    private static Rows run(Setup setup) {
        var held = new TreeMap<Integer, Rows>();
        var chunks =
                new Chunks() {
                    @Override
                    public boolean has(int chunk) {
                        return held.containsKey(chunk);
                    }

                    @Override
                    public synchronized void write(int chunk, Rows rows) {
                        held.put(chunk, rows);
                    }

                    @Override
                    public @Nullable Rows read(int chunk) {
                        return held.get(chunk);
                    }
                };
        int count = new StudyRunner(setup, chunks, 2, (_, _, _) -> {}).run(_ -> true);
        Rows all = Summary.of(setup, chunks, count);
        held.values().forEach(rows -> all.addAll(rows.of(CrossedRow.class)));
        return all;
    }

    private static SkyCase sky(Setup setup, String plan, int draw) {
        return Objects.requireNonNull(
                setup.realiser()
                        .realise(
                                setup.plans().stream()
                                        .filter(p -> p.id().equals(plan))
                                        .findFirst()
                                        .orElseThrow(),
                                draw)
                        .sky());
    }

    /// With n equal assets of which one is attacked, each further battery at an asset without one
    /// keeps harm / n of what is attacked, whichever the battery: 12.5 points here. 400 draws; the
    /// bounds are 3 standard errors, so that one of three right answers fails in 1 of 120 seeds,
    /// and a gain that is wrong by a third fails in 9 of 10.
    @Test
    void everyBatteryAtAnAssetKeepsTheSame() throws IOException {
        Rows rows = run(setup(read("", ""), DRAWS));
        double expected = 100 * HARM / 4;
        for (DifferenceRow d : rows.of(DifferenceRow.class)) {
            if (d.metric().equals("kept-one/2025-01-01")
                    && List.of("first", "second", "third").contains(d.comparison())) {
                double error = Objects.requireNonNull(d.halfWidth()) / 1.96;
                assertThat(Objects.requireNonNull(d.mean()))
                        .as(d.comparison())
                        .isCloseTo(expected, within(3 * error));
                assertThat(error).isLessThan(1.2);
            }
        }
        for (FlipRow f : rows.of(FlipRow.class)) {
            if (f.kind().equals("any")) {
                double error = Objects.requireNonNull(f.keptHalfWidth()) / 1.96;
                assertThat(f.kept()).isCloseTo(expected, within(3 * error));
                assertThat(f.wins()).isCloseTo(25, within(3 * 2.2));
                assertThat(f.loses()).isZero();
            }
        }
    }

    /// A unit at b: what is attacked there is of the kind own station, all else is uncovered; a
    /// battery at a wins on uncovered places alone.
    @Test
    void aComparisonIsToldByKindOfPlace() throws IOException {
        Rows rows = run(setup(read("place: b", ""), 60));
        Map<String, FlipRow> first = new HashMap<>();
        rows.of(FlipRow.class).stream()
                .filter(f -> f.comparison().equals("first"))
                .forEach(f -> first.put(f.kind(), f));
        assertThat(first.keySet()).containsExactlyInAnyOrder("any", "own-station", "uncovered");
        FlipRow own = Objects.requireNonNull(first.get("own-station"));
        assertThat(own.kept()).isZero();
        assertThat(own.wins()).isZero();
        FlipRow uncovered = Objects.requireNonNull(first.get("uncovered"));
        assertThat(uncovered.members()).isEqualTo(60);
        assertThat(uncovered.wins()).isCloseTo(100.0 / 3, within(3 * 6.1));
        assertThat(uncovered.kept()).isCloseTo(100 * HARM / 3, within(3 * 3.1));
    }

    /// A group costs its price on its first day and its yearly cost while it exists: 731 days here.
    @Test
    void aGroupCostsItsPriceAndItsYears() throws IOException {
        double expected = 5 + 731 / 365.2425;
        assertThat(run(setup(read("", ""), 2)).of(DifferenceRow.class))
                .filteredOn(d -> d.comparison().equals("second") && d.metric().equals("cost-usd"))
                .singleElement()
                .extracting(DifferenceRow::mean)
                .satisfies(mean -> assertThat(mean).isCloseTo(expected, within(1e-6)));
    }

    /// All plans of a draw meet the same member, and members do not follow plans.
    @Test
    void theMemberOfADrawIsTheSameForAllPlans() throws IOException {
        Setup setup = setup(read("place: b", ""), 40);
        var aimed = new int[4];
        for (int draw = 0; draw < 40; draw++) {
            List<Threat> of =
                    sky(setup, "baseline", draw).raids().getFirst().input().raid().threats();
            assertThat(of).hasSize(1);
            aimed[of.getFirst().asset()]++;
            for (String plan : List.of("one", "two", "three")) {
                assertThat(sky(setup, plan, draw).raids().getFirst().input().raid().threats())
                        .isEqualTo(of);
            }
        }
        assertThat(Arrays.stream(aimed).min().orElse(0)).isPositive();
    }

    /// Alternatives belong to the draw: their frequencies are the weights, and no plan moves them.
    /// Of n = 400 draws, seed 5, 3 in 4 are expected at the first, a standard deviation of 8.7; a
    /// right law lies outside 4.42 of them for 1 seed in 100 000, and one of equal weights (200, a
    /// standard deviation of 10) inside with a probability of 4e-10.
    @Test
    void alternativesAreDrawnByTheirWeights() throws IOException {
        Setup setup = setup(read("alternatives: {b: 3, d: 1}", ""), DRAWS);
        int atB = 0;
        for (int draw = 0; draw < DRAWS; draw++) {
            List<PlaceKind> kinds = sky(setup, "baseline", draw).kinds();
            assertThat(kinds.indexOf(PlaceKind.OWN_STATION)).isIn(1, 3);
            assertThat(sky(setup, "three", draw).kinds()).isEqualTo(kinds);
            atB += kinds.get(1) == PlaceKind.OWN_STATION ? 1 : 0;
        }
        assertThat((atB - 0.75 * DRAWS) / Math.sqrt(0.75 * 0.25 * DRAWS)).isBetween(-4.42, 4.42);
    }

    /// The mean over drawn stations is the weighted mean of each station alone.
    @Test
    void theMeanOverStationsIsThatOfEachByItsWeight() throws IOException {
        double drawn = kept(read("alternatives: {b: 1, d: 1}", ""));
        double atB = kept(read("place: b", ""));
        double atD = kept(read("place: d", ""));
        assertThat(drawn).isCloseTo(0.5 * atB + 0.5 * atD, within(2.7));
        assertThat(atB).isZero();
        assertThat(atD).isCloseTo(100 * HARM / 4, within(3 * 0.83));
    }

    private static double kept(ReadResult read) {
        return Estimate.of(
                        run(setup(read, DRAWS)).of(CrossedRow.class).stream()
                                .filter(r ->
                                        r.comparison().equals("second") && r.kind().equals("any"))
                                .mapToDouble(CrossedRow::kept)
                                .toArray())
                .mean();
    }

    /// A rule belongs to the plan: apart, each battery goes to the asset that fewest cover.
    @Test
    void aRulePutsBatteriesWhereFewestStand() throws IOException {
        String more = "    ruled: {battery: b, count: 4, rule: %s, apart: true, rounds: {m: 100}}";
        for (String rule : List.of("most-valuable", "spread")) {
            Setup setup = setup(read("", more.formatted(rule)), 1);
            SkyCase sky = sky(setup, "baseline", 0);
            assertThat(places(sky, "ruled")).containsExactly("a/r", "b/r", "c/r", "d/r");
            assertThat(places(sky(setup, "one", 0), "ruled"))
                    .as("one stands at a already")
                    .containsExactly("b/r", "c/r", "d/r", "a/r");
        }
        Setup beside = setup(read("place: d", more.formatted("beside")), 1);
        assertThat(places(sky(beside, "baseline", 0), "ruled")).containsOnly("d/r");
    }

    private static List<String> places(SkyCase sky, String owner) {
        var input = sky.raids().getFirst().input();
        int o = input.owners().indexOf(owner);
        return input.fireUnits().stream()
                .filter(u -> u.owner() == o)
                .map(u -> input.sites().get(u.site()))
                .toList();
    }

    /// Two plans that differ in the place of one battery alone share no battle.
    @Test
    void aBatteryThatStandsElsewhereFightsAnotherBattle() throws IOException {
        Path file = folder.resolve("scenario.yaml");
        read("", "    moved: {battery: b, place: a, rounds: {m: 100}}");
        Files.writeString(
                file,
                Files.readString(file)
                        + "  elsewhere: {changes: [{set: sky.groups.moved.place, to: d}]}\n");
        Setup setup = setup(ScenarioReader.read(folder), 2);
        assertThat(places(sky(setup, "elsewhere", 0), "moved")).containsExactly("d/r");
        assertThat(sky(setup, "elsewhere", 0).raids().getFirst().content())
                .isNotEqualTo(sky(setup, "baseline", 0).raids().getFirst().content());
        assertThat(sky(setup, "baseline", 0).raids().getFirst().content())
                .isEqualTo(sky(setup, "baseline", 0).raids().getFirst().content());
    }

    @Test
    void whatCannotBeMeantIsRefusedWithACure() throws IOException {
        refused(read("place: a, alternatives: {b: 1}", ""), "given both");
        refused(read("place: a, apart: true", ""), "apart does nothing");
        refused(read("", "    g: {battery: b, rounds: {m: 1}}"), "stands nowhere");
        refused(read("", "    g: {battery: b, rule: beside, rounds: {m: 1}}"), "stand beside one");
        // A unit of a contract that is not active never comes, so nothing stands beside it.
        String beside = "    g: {battery: b, rule: beside, rounds: {m: 1}}";
        assertThat(read("place: d", beside).diagnostics().stream().filter(Diagnostic::isError))
                .isEmpty();
        Path file = folder.resolve("scenario.yaml");
        Files.writeString(
                file, Files.readString(file).replace("c: {signed", "c: {active: false, signed"));
        refused(ScenarioReader.read(folder), "stand beside one");
        refused(
                read("", "    g: {battery: b, alternatives: {a: 0}, rounds: {m: 1}}"),
                "may all be 0");
        refused(
                read(
                        "",
                        "  raids: {x: {reported: {t: {stopped: 50 %}}, waves: {w: {target: t, toward: a, count: 1, bearing: 0 deg}}}}"),
                "compared with a defence of its own");
        String wave = "  raids: {x: {waves: {w: {target: t, count: 1, bearing: 0 deg%s}}}}";
        refused(read("", wave.formatted("")), "aimed at nothing");
        refused(read("", wave.formatted(", toward: a, aim: at-a")), "a region and at an asset");
        refused(read("", "  raids: {one: {waves: {}}}"), "a raid and of a family");
    }

    /// What is the same for all plans stays so, also where a plan sets what holds it whole.
    @Test
    void aPlanCannotChangeWhatAllPlansAreAsked() throws IOException {
        String set = "  plan: {changes: [{set: %s, to: {%s}}]}\n";
        String target = "speed: 300 m/s, height: 5000 m, crossSection: 1 m2";
        String release = ", release: {distance: 40 km, target: t, count: %d}";
        String more = "    g: {battery: b, alternatives: {a: 1, b: 1}, rounds: {m: 1}}";
        read("", more);
        Path file = folder.resolve("scenario.yaml");
        String text =
                Files.readString(file)
                        .replace(
                                "targets: {t:",
                                "targets: {bomber: {" + target + release.formatted(2) + "}, t:");
        String bomber = set.formatted("sky.targets.bomber", target + "%s");
        assertThat(with(text + bomber.formatted(release.formatted(2))).errors()).isZero();
        refused(with(text + bomber.formatted(release.formatted(3))), "sky.targets.bomber.release");
        refused(with(text + bomber.formatted("")), "sky.targets.bomber.release");
        String group = set.formatted("sky.groups.g", "battery: b, place: a, rounds: {m: 1}");
        refused(with(text + group), "sky.groups.g.alternatives");
        String site = set.formatted("support.sites.home", "alternatives: {a: 1}");
        refused(with(text + site), "support.sites.home.alternatives");
    }

    private ReadResult with(String text) throws IOException {
        Files.writeString(folder.resolve("scenario.yaml"), text);
        return ScenarioReader.read(folder);
    }

    /// Who never fights needs to look nowhere.
    @Test
    void aSectorIsAskedOfThoseWhoFight() throws IOException {
        read("place: a", "");
        String text =
                Files.readString(folder.resolve("scenario.yaml"))
                        .replace("batteries: {b: {search", "batteries: {b: {sector: 90 deg, search")
                        .replace("&group {battery", "&group {faces: 0 deg, battery");
        refused(with(text), "works in a sector");
        assertThat(with(text.replace("c: {signed", "c: {active: false, signed")).errors()).isZero();
        assertThat(with(text.replace("home: {place: a}", "home: {}")).errors()).isZero();
    }

    private static void refused(ReadResult read, String words) {
        List<Diagnostic> errors = read.diagnostics().stream().filter(Diagnostic::isError).toList();
        assertThat(errors).singleElement().asString().contains(words, "scenario.yaml");
        assertThat(errors.getFirst().notes()).isNotEmpty();
    }

    /// What a raid does is no choice of a plan, and where an uncertain station is neither.
    @Test
    void aPlanChangesNoStress() throws IOException {
        for (String key :
                List.of(
                        "sky.families.one.size",
                        "sky.assets.at-a.value",
                        "support.sites.home.alternatives.b")) {
            read("alternatives: {b: 3, d: 1}", "");
            Path file = folder.resolve("scenario.yaml");
            Files.writeString(
                    file,
                    Files.readString(file)
                            + "  wrong: {changes: [{set: %s, to: 2}]}\n".formatted(key));
            refused(ScenarioReader.read(folder), key);
        }
    }
}
