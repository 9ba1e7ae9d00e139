package parapet.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import parapet.io.results.Query;
import parapet.io.results.Sql;

/// The house: floors, directions, and what the core must not touch (docs of the layout: README).
class HouseTest {
    /// The packages of the core from the ground up; a package imports only what stands before it.
    private static final List<String> FLOORS =
            List.of(
                    "quantity",
                    "random",
                    "stats",
                    "sim",
                    "geo",
                    "atmosphere",
                    "evidence",
                    "terrain",
                    "flight",
                    "radar",
                    "engage",
                    "programme",
                    "sustain",
                    "scenario",
                    "tables",
                    "record",
                    "study");

    /// Packages that stand above the core, with what each may know besides it.
    private static final List<List<String>> MODULES =
            List.of(
                    List.of("io"),
                    List.of("api", "io"),
                    List.of("verification", "io"),
                    List.of("view", "io"),
                    List.of("export", "io"),
                    List.of("cli", "io", "api", "view", "export", "verification"),
                    List.of("bench", "io"));

    private static final JavaClasses HOUSE =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("parapet");

    @Test
    void aPackageKnowsOnlyWhatStandsBelowIt() {
        var wrong = new TreeSet<String>();
        for (JavaClass one : HOUSE) {
            for (var dependency : one.getDirectDependenciesFromSelf()) {
                JavaClass other = dependency.getTargetClass().getBaseComponentType();
                if (!other.getPackageName().startsWith("parapet.")
                        || mayKnow(room(one), room(other))) {
                    continue;
                }
                wrong.add(one.getName() + " knows " + other.getName());
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static boolean mayKnow(String self, String other) {
        if (self.equals(other)) {
            return true;
        }
        int floor = FLOORS.indexOf(self);
        if (floor >= 0) {
            boolean engines = self.equals("sustain") && other.equals("engage");
            return FLOORS.indexOf(other) >= 0 && FLOORS.indexOf(other) < floor && !engines;
        }
        return FLOORS.contains(other)
                || MODULES.stream().anyMatch(m -> m.getFirst().equals(self) && m.contains(other));
    }

    /// `sustain` of `parapet.sustain.exact.Markov`.
    private static String room(JavaClass one) {
        return one.getPackageName().split("\\.")[1];
    }

    @Test
    void everyPackageHasItsPlace() {
        var unknown = new TreeSet<String>();
        for (JavaClass one : HOUSE) {
            String room = room(one);
            if (!FLOORS.contains(room)
                    && MODULES.stream().noneMatch(m -> m.getFirst().equals(room))) {
                unknown.add(one.getPackageName());
            }
        }
        assertThat(unknown).as("packages in no floor; put them into the list").isEmpty();
    }

    @Test
    void noCycles() {
        slices().matching("parapet.(**)").should().beFreeOfCycles().check(HOUSE);
    }

    @Test
    void theCoreTouchesNoFilesNetworkOrPages() {
        List<String> core = new ArrayList<>();
        FLOORS.forEach(f -> core.add("parapet." + f + ".."));
        noClasses()
                .that()
                .resideInAnyPackage(core.toArray(String[]::new))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "java.nio.file..",
                        "java.nio.channels..",
                        "java.net..",
                        "java.awt..",
                        "javax.swing..",
                        "java.sql..",
                        "javax.sql..",
                        "java.util.logging..",
                        "org.slf4j..")
                .orShould()
                .dependOnClassesThat()
                .haveNameMatching("java\\.io\\.(File.*|RandomAccessFile|Console|PrintStream)")
                .orShould()
                .callMethod(System.class, "exit", int.class)
                .allowEmptyShould(true)
                .check(HOUSE);
    }

    /// In the report, what asks the tables knows nothing of charts and pages.
    @Test
    void whatAsksTheTablesKnowsNoPage() {
        noClasses()
                .that()
                .resideInAPackage("parapet.view.read")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "parapet.view.chart",
                        "parapet.view.doc",
                        "parapet.view.figure",
                        "parapet.view.map",
                        "parapet.view.question")
                .check(HOUSE);
    }

    @Test
    void onlyTheConsolePrints() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(Console.class.getName())
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.io.FileDescriptor")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.lang.IO")
                .check(HOUSE);
    }

    @Test
    void chanceComesFromItsOwnStreams() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveNameMatching(
                        "java\\.util\\.(Random|SplittableRandom|concurrent\\.ThreadLocal.andom)")
                .check(HOUSE);
    }

    /// Parapet judges defences. A raid is an input that stresses one; nothing here looks for better
    /// raids. So no code that by its name searches, ranks or optimises is handed a raid, a threat
    /// or a lane, alone or in a list, nor the input that holds them: it could only vary what it was
    /// given. Whoever needs to add such a name should first ask what is being decided.
    @Test
    void nothingThatOptimisesTakesARaid() {
        var raids =
                List.of(
                        "parapet.engage.Raid",
                        "parapet.engage.Threat",
                        "parapet.flight.Lane",
                        "parapet.engage.BattleInput");
        var names = Pattern.compile("(?i)optimi|search|rank|best");
        var wrong = new TreeSet<String>();
        var met = new TreeSet<String>();
        for (JavaClass one : HOUSE) {
            for (JavaCodeUnit unit : one.getCodeUnits()) {
                boolean takes =
                        unit.getParameterTypes().stream()
                                        .flatMap(t -> t.getAllInvolvedRawTypes().stream())
                                        .map(t -> t.getBaseComponentType().getName())
                                        .filter(raids::contains)
                                        .peek(met::add)
                                        .count()
                                > 0;
                if (takes && names.matcher(one.getSimpleName() + " " + unit.getName()).find()) {
                    wrong.add(unit.getFullName());
                }
            }
        }
        assertThat(met).as("the types guarded exist").containsExactlyInAnyOrderElementsOf(raids);
        assertThat(wrong).isEmpty();
    }

    /// Every SQL of the product stands on the record that is its answer, so this one test prepares
    /// them all against the declared tables: a misspelt column, or one without a component, fails
    /// here and not in a report.
    @Test
    @SuppressWarnings("unchecked")
    void everySqlIsAnsweredByTheDeclaredTables() {
        var wrong = new TreeSet<String>();
        int prepared = 0;
        try (Query one = Query.empty();
                Query two = Query.emptyPair()) {
            for (JavaClass type : HOUSE) {
                if (!type.isAnnotatedWith(Sql.class)) {
                    continue;
                }
                var answer = (Class<? extends Record>) type.reflect();
                String sql = answer.getAnnotation(Sql.class).value();
                boolean pair = sql.contains("before.") || sql.contains("after.");
                try {
                    (pair ? two : one).prepare(answer);
                    prepared++;
                } catch (IllegalArgumentException e) {
                    wrong.add(e.getMessage());
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(prepared).as("answers prepared").isGreaterThan(50);
    }

    /// There is no other way to the tables: only the door speaks to the engine, and only the
    /// command `query` hands it a text.
    @Test
    void onlyTheDoorSpeaksToTheTables() {
        noClasses()
                .that()
                .resideOutsideOfPackages("parapet.io.results..")
                .and()
                .doNotHaveSimpleName("GeoPackage")
                .and()
                .doNotHaveSimpleName("RunExport")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "org.duckdb..")
                .check(HOUSE);
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(ResultCommands.Ask.class.getName())
                .and()
                .doNotHaveFullyQualifiedName("parapet.verification.Chains") // SQL of the cases
                .should()
                .callMethod(Query.class, "run", String.class)
                .orShould()
                .callMethod(Query.class, "fill", String.class)
                .check(HOUSE);
    }
}
