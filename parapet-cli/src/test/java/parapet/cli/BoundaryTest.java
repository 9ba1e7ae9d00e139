package parapet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parapet.io.ReadResult;
import parapet.io.ScenarioReader;
import parapet.io.results.Sql;
import parapet.scenario.DefendedAsset;
import parapet.scenario.Quantities;
import parapet.scenario.RaidFamily;
import parapet.scenario.Sky;
import parapet.scenario.Stress;
import parapet.scenario.StressKeys;
import parapet.sim.Audit;
import parapet.study.Chunks;
import parapet.study.Setup;
import parapet.study.StudyRunner;
import parapet.study.Summary;
import parapet.study.rows.DriverRow;
import parapet.study.rows.InputRow;
import parapet.tables.Col;
import parapet.tables.Rows;

/// The boundary of Parapet, by type and key: what stresses a defence is put in, drawn and held
/// fixed, and never searched, ranked or ordered by what it does.
class BoundaryTest {
    private static final JavaClasses HOUSE =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("parapet");

    /// What the engine makes of what is marked.
    private static final List<String> FOUGHT =
            List.of(
                    "parapet.engage.Raid",
                    "parapet.engage.Threat",
                    "parapet.engage.Asset",
                    "parapet.engage.Damage",
                    "parapet.engage.RaidOutcome",
                    "parapet.engage.BattleInput",
                    "parapet.scenario.Member");

    /// Code that chooses: it answers what to stock, build, open or check first.
    private static boolean chooses(JavaClass one) {
        return one.getPackageName().startsWith("parapet.sustain")
                || one.getFullName()
                        .matches("parapet.study.(Drivers|Predictor|StationInputs|Confidence).*")
                || one.getFullName().equals("parapet.study.Melding")
                || one.getSimpleName().matches("(Sustain|Shop|Opening|Budget|Stock|LastBuy).*")
                || one.getFullName().equals("parapet.study.FleetTrial");
    }

    private static List<String> taken(JavaClass one) {
        var taken = new ArrayList<String>();
        one.getDirectDependenciesFromSelf()
                .forEach(d -> {
                    JavaClass on = d.getTargetClass().getBaseComponentType();
                    if (on.isAnnotatedWith(Stress.class) || FOUGHT.contains(on.getFullName())) {
                        taken.add(one.getFullName() + " takes " + on.getFullName());
                    }
                });
        return taken;
    }

    @Test
    void nothingThatChoosesTakesWhatStressesADefence() {
        var wrong = new TreeSet<String>();
        int choosing = 0;
        for (JavaClass one : HOUSE) {
            if (chooses(one)) {
                choosing++;
                wrong.addAll(taken(one));
            }
        }
        assertThat(choosing).isGreaterThan(60);
        assertThat(wrong).isEmpty();
        assertThat(FOUGHT.stream().filter(HOUSE::contain)).hasSameSizeAs(FOUGHT);
    }

    /// A rogue that would choose an aim is caught.
    @Test
    void aRogueIsCaught() {
        JavaClasses rogues = new ClassFileImporter().importClasses(Rogue.class);
        assertThat(taken(rogues.get(Rogue.class)))
                .anyMatch(t -> t.endsWith("parapet.scenario.DefendedAsset"))
                .anyMatch(t -> t.endsWith("parapet.engage.RaidOutcome"));
        assertThat(wrongOrders(RogueAnswer.class)).isNotEmpty();
        assertThat(wrongOrders(RogueRow.class)).isEmpty();
    }

    /// Would look for the asset that a raid harms most.
    interface Rogue {
        DefendedAsset worst(List<parapet.engage.RaidOutcome> outcomes);
    }

    @Sql("select raid, asset, avg(lost) as mean from harm group by raid, asset order by mean desc")
    private record RogueAnswer(String raid, String asset, double mean) {}

    @Sql("select raid, asset, avg(lost) as mean from harm group by raid, asset order by raid")
    private record RogueRow(String raid, String asset, double mean) {}

    /// Drivers that are used at a marked key, under whatever key they are drawn.
    private static List<String> marked(List<DriverRow> drivers, Quantities quantities) {
        return drivers.stream()
                .map(DriverRow::quantity)
                .filter(q ->
                        StressKeys.marks(q)
                                || quantities.usedAt().getOrDefault(q, List.of()).stream()
                                        .anyMatch(StressKeys::marks))
                .distinct()
                .toList();
    }

    /// Raids, families and assets have drawn inputs in the scenario that uses every key; none is a
    /// driver, and a rogue that would rank one is caught.
    @Test
    void whatStressesIsNoDriver(@TempDir Path judged) throws IOException {
        // published figures judge only: of draws that are weighed too few would be left for drivers
        Path full = Path.of(System.getProperty("parapet.root", ".."), "scenarios/full");
        try (var files = Files.list(full)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.writeString(
                        judged.resolve(String.valueOf(file.getFileName())),
                        Files.readString(file).replaceAll("(?m)^( +use: )fit( |$)", "$1judge$2"));
            }
        }
        ReadResult read = ScenarioReader.read(judged);
        var options =
                new Setup.Options(7, 20, 20, 1, null, LocalDate.of(2026, 6, 30), Audit.NORMAL);
        var setup = new Setup(read.scenarioOrThrow(), List.copyOf(read.plans().values()), options);
        var kept = new ConcurrentHashMap<Integer, Rows>();
        var chunks =
                new Chunks() {
                    @Override
                    public boolean has(int chunk) {
                        return kept.containsKey(chunk);
                    }

                    @Override
                    public void write(int chunk, Rows rows) {
                        kept.put(chunk, rows);
                    }

                    @Override
                    public Rows read(int chunk) {
                        return kept.getOrDefault(chunk, new Rows());
                    }
                };
        int count = new StudyRunner(setup, chunks, 2, (_, _, _) -> {}).run(_ -> true);
        Rows summary = Summary.of(setup, chunks, count);
        List<DriverRow> drivers = summary.of(DriverRow.class);
        assertThat(drivers).anyMatch(d -> d.metric().startsWith("stopped-"));
        assertThat(marked(drivers, setup.quantities())).isEmpty();
        assertThat(drivers)
                .allMatch(d ->
                        StressKeys.ofDefender(
                                d.quantity(),
                                setup.quantities().usedAt().getOrDefault(d.quantity(), List.of())));
        List<String> stress =
                kept.values().stream()
                        .flatMap(rows -> rows.of(InputRow.class).stream())
                        .map(InputRow::quantity)
                        .distinct()
                        .map(q -> rogue(q))
                        .flatMap(d -> marked(List.of(d), setup.quantities()).stream())
                        .toList();
        assertThat(stress).as("drawn inputs of raids, families and assets").isNotEmpty();
        var named =
                new Quantities(
                        Map.of(), Map.of("night-size", List.of("sky.raids.night.waves.w.count")));
        assertThat(marked(List.of(rogue("night-size")), named))
                .as("a rogue under the key of its claims")
                .containsExactly("night-size");
    }

    private static DriverRow rogue(String quantity) {
        return new DriverRow("p", "stopped-r/d", 1, quantity, 1, 0, 1.0, 0.0, 1.0, quantity);
    }

    /// Columns that say what stresses, and tables that say what it did.
    private static final Pattern STRESS = Pattern.compile("\\b(raid|family|asset|place|lane)\\b");

    private static final Pattern DID =
            Pattern.compile("\\b(battles|harm|reasons|threats|crossed|flips|hours)\\b");

    private static final Pattern ORDER = Pattern.compile("order by ([^)\"]*)");

    /// Sortings by a number, of rows about raids, families, assets, places or lanes.
    private static List<String> wrongOrders(Class<?> answer) {
        String sql = answer.getAnnotation(Sql.class).value().toLowerCase(Locale.ROOT);
        var wrong = new ArrayList<String>();
        boolean about =
                List.of(answer.getRecordComponents()).stream()
                        .anyMatch(c -> STRESS.matcher(c.getName()).find());
        var orders = ORDER.matcher(sql);
        while (about && DID.matcher(sql).find() && orders.find()) {
            for (String by : orders.group(1).split(",")) {
                String name = by.strip().replaceAll(" (asc|desc).*", "").replaceAll(".*\\.", "");
                for (var c : answer.getRecordComponents()) {
                    if (c.getName().equalsIgnoreCase(name) && c.getType() == double.class) {
                        wrong.add(answer.getName() + " is ordered by " + name);
                    }
                }
            }
        }
        return wrong;
    }

    @Test
    void noAnswerOrdersRaidsOrAssetsByWhatTheyDo() {
        var wrong = new ArrayList<String>();
        int answers = 0;
        for (JavaClass one : HOUSE) {
            if (one.isAnnotatedWith(Sql.class)) {
                answers++;
                wrong.addAll(wrongOrders(one.reflect()));
            }
        }
        assertThat(answers).isGreaterThan(50);
        assertThat(wrong).isEmpty();
    }

    @Test
    void theMarkedKeysAreThoseOfRaidsFamiliesAndAssets() {
        assertThat(StressKeys.tables())
                .containsExactlyInAnyOrder("sky.assets", "sky.raids", "sky.families");
        for (Class<?> type :
                List.of(
                        Sky.Raid.class,
                        Sky.Wave.class,
                        Sky.Release.class,
                        RaidFamily.class,
                        RaidFamily.Front.class,
                        RaidFamily.Aim.class,
                        DefendedAsset.class)) {
            assertThat(type.isAnnotationPresent(Stress.class)).as(type.getName()).isTrue();
        }
        assertThat(StressKeys.marks("sky.raids.mixed.nights")).isTrue();
        assertThat(StressKeys.marks("sky.targets.fighter.release.count")).isTrue();
        assertThat(StressKeys.marks("sky.targets.fighter.speed")).isFalse();
        assertThat(StressKeys.marks("sky.rounds.long.most")).isFalse();
    }

    /// Every table that tells something by raid, family, asset or place, and why it may.
    private static final Map<String, String> ALLOWED =
            new TreeMap<>(
                    Map.ofEntries(
                            Map.entry("analogues", "beside what was reported of one real raid"),
                            Map.entry("battles", "by class and night, over a raid or a family"),
                            Map.entry(
                                    "confidence",
                                    "inputs of the defender by grade; raid and chance as one lump"),
                            Map.entry("crossed", "differences between two plans of the defender"),
                            Map.entry(
                                    "drivers",
                                    "inputs of the defender; no marked key, no class of target"),
                            Map.entry("flips", "differences, averaged by kind of place"),
                            Map.entry("forces", "who was ready; all targets together"),
                            Map.entry("harm", "by declared asset, in the order of the scenario"),
                            Map.entry("hours", "by class and hour of the first night"),
                            Map.entry("metrics", "names of metrics"),
                            Map.entry("names", "names"),
                            Map.entry("places", "where things stand; no outcome"),
                            Map.entry("reasons", "by class and link of the chain"),
                            Map.entry("rounds", "what the defence spent"),
                            Map.entry("stands", "differences, by the station of the defender"),
                            Map.entry("stations", "where the defender stands; no outcome"),
                            Map.entry("sharing", "how often a battle was used again"),
                            Map.entry("threats", "the story of one draw, in its order")));

    @Test
    void everyPublishedTableIsListedWithItsReason() throws IOException {
        var told = new TreeSet<String>();
        for (parapet.study.ResultTable table : parapet.study.ResultTable.values()) {
            for (var c : table.type().row().getRecordComponents()) {
                if (c.isAnnotationPresent(Col.class)
                        && (STRESS.matcher(c.getName()).matches() || c.getName().equals("subject"))
                        && !table.type().name().equals("warnings")) {
                    told.add(table.type().name());
                }
            }
        }
        assertThat(told).isSubsetOf(ALLOWED.keySet());
        List<String> page =
                Files.readAllLines(
                        Path.of(System.getProperty("parapet.root", ".."), "docs/boundary.md"));
        ALLOWED.forEach(
                (table, why) -> assertThat(page).contains("| `%s` | %s |".formatted(table, why)));
    }
}
