package parapet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import parapet.io.results.Sql;
import parapet.scenario.DefendedAsset;
import parapet.scenario.RaidFamily;
import parapet.scenario.Sky;
import parapet.scenario.Stress;
import parapet.scenario.StressKeys;
import parapet.tables.Col;

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
                || one.getFullName().equals("parapet.study.Drivers")
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
                        RaidFamily.class,
                        RaidFamily.Front.class,
                        RaidFamily.Aim.class,
                        DefendedAsset.class)) {
            assertThat(type.isAnnotationPresent(Stress.class)).as(type.getName()).isTrue();
        }
        assertThat(StressKeys.marks("sky.raids.mixed.nights")).isTrue();
        assertThat(StressKeys.marks("sky.rounds.long.most")).isFalse();
    }

    /// Every table that tells something by raid, family, asset or place, and why it may.
    private static final Map<String, String> ALLOWED =
            new TreeMap<>(
                    Map.ofEntries(
                            Map.entry("analogues", "beside what was reported of one real raid"),
                            Map.entry("battles", "by class and night, over a raid or a family"),
                            Map.entry("crossed", "differences between two plans of the defender"),
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
