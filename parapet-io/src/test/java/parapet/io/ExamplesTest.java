package parapet.io;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import parapet.evidence.Claim;
import parapet.evidence.Grade;
import parapet.evidence.Quantity;
import parapet.io.shape.Field;
import parapet.io.shape.Shape;
import parapet.io.shape.Shapes;
import parapet.io.text.Diagnostics;
import parapet.quantity.Dimension;
import parapet.quantity.Measures;
import parapet.scenario.Observation;
import parapet.scenario.Paths;
import parapet.scenario.PlannedScenario;
import parapet.scenario.Programme;
import parapet.scenario.Scenario;

@SuppressWarnings("NullAway") // a name that is not there fails the test by itself
class ExamplesTest {
    static final Path ROOT = Path.of(System.getProperty("parapet.root", "..")).toAbsolutePath();

    private static ReadResult read(String name) {
        return ScenarioReader.read(ROOT.resolve("scenarios").resolve(name));
    }

    @Test
    void theFirstScenarioHasNoProblems() {
        ReadResult result = read("first");
        assertThat(Diagnostics.render(result.diagnostics())).isEmpty();
        assertThat(result.plans().keySet()).containsExactly("baseline", "depot", "depot-late");
    }

    @Test
    void otherFleetsHaveNoProblemsAndAreFittedAndJudged() {
        for (String name : List.of("su30mki-2014", "tank-overhaul", "mig29-engine-plant")) {
            ReadResult result = read(name);
            assertThat(Diagnostics.render(result.diagnostics())).as(name).isEmpty();
            var uses =
                    requireNonNull(result.scenario()).study().observations().values().stream()
                            .map(Observation::use)
                            .toList();
            assertThat(uses).as(name).contains(Observation.Use.FIT, Observation.Use.JUDGE);
        }
    }

    @Test
    void theFullScenarioHasNoWarnings() {
        ReadResult result = read("full");
        assertThat(result.diagnostics()).as(Diagnostics.render(result.diagnostics())).isEmpty();
    }

    @Test
    void theFullScenarioHasEveryKey() throws IOException {
        var text = new StringBuilder();
        try (var files = Files.list(ROOT.resolve("scenarios/full"))) {
            for (Path file : files.sorted().toList()) {
                text.append(Files.readString(file));
            }
        }
        var missing = new ArrayList<String>();
        keys(Shapes.scenario(), text.toString(), missing);
        Shapes.slipKeys().forEach(f -> look(f.name(), text.toString(), missing));
        for (String form : List.of("assume", "because", "claims", "law", "use", "scale", "later")) {
            look(form, text.toString(), missing);
        }
        assertThat(missing).isEmpty();
    }

    private static void keys(Shape shape, String text, List<String> missing) {
        switch (shape) {
            case Shape.Group g -> {
                for (Field f : g.fields()) {
                    look(f.name(), text, missing);
                    keys(f.shape(), text, missing);
                }
            }
            case Shape.TableOf t -> keys(t.entry(), text, missing);
            case Shape.ListOf l -> keys(l.element(), text, missing);
            case Shape.Evidence e -> e.names().forEach(n -> look(n, text, missing));
            default -> {}
        }
    }

    private static void look(String key, String text, List<String> missing) {
        if (!text.matches("(?s).*(^|[\\s{,])" + key + "([:,\\n]).*")) {
            missing.add(key);
        }
    }

    @Test
    void valuesArriveInInnerUnitsWithTheirGrounds() {
        Scenario s = requireNonNull(read("full").scenario());
        Quantity mtbf = s.catalogue().parts().get("radar").meanTimeBetweenFailures();
        Quantity stated = requireNonNull(mtbf);
        assertThat(((Quantity.Assumed) stated.basis()).span().low()).isEqualTo(300 * 3600.0);
        assertThat(stated.key()).isEqualTo("catalogue.parts.radar.meanTimeBetweenFailures");
        Quantity price = s.catalogue().missiles().get("long").price();
        assertThat(price.basis())
                .isEqualTo(
                        new Quantity.Claimed(
                                "missile-price", Quantity.LawRule.BEST, List.of("m1"), 1.1));
        assertThat(price.key()).isEqualTo("missile-price@catalogue.missiles.long.price");
        assertThat(price.currency()).isEqualTo("USD");
        Programme.Contract first = s.programme().contracts().get("first");
        assertThat(first.price().key()).isEqualTo("contract-price");
        assertThat(first.deliveries().get("two").name()).isEqualTo("two");
        assertThat(first.deliveries().get("one").arrives())
                .satisfies(q ->
                        assertThat(requireNonNull(q).basis())
                                .isInstanceOf(Quantity.Foretold.class));
        assertThat(s.catalogue().units().get("squadron").slots().get("cabin").full()).isEqualTo(1);
        assertThat(first.basis()).isEqualTo(Programme.Basis.EXPECTED);
        Quantity grace = requireNonNull(s.support().sites().get("depot").shop()).materialTime();
        assertThat(grace.basis()).isInstanceOf(Quantity.Assumed.class);
    }

    @Test
    void claimsKeepTheirDatesAndGrades() {
        Scenario s = requireNonNull(read("full").scenario());
        Claim forecast = s.claims().get("d1");
        assertThat(forecast.dimension()).isEqualTo(Dimension.DATE);
        assertThat(forecast.knownOn()).isEqualTo(LocalDate.of(2024, 7, 1));
        Claim rate = s.claims().get("fx1");
        assertThat(rate.asOf()).isEqualTo(LocalDate.of(2024, 12, 31));
        assertThat(rate.knownOn()).isEqualTo(LocalDate.of(2026, 4, 1));
        assertThat(rate.grade()).isEqualTo(Grade.A);
        Claim missile = s.claims().get("m1");
        assertThat(requireNonNull(missile.span()).low()).isEqualTo(3e6);
        assertThat(missile.span().typical()).isEqualTo(3.8e6);
        assertThat(missile.text()).isEqualTo("3.8 million USD (3..5)");
        assertThat(missile.where()).endsWith("claims.csv:5");
        assertThat(s.claims().get("x1").span()).isNull();
    }

    @Test
    void plansEditTheBaseline() {
        ReadResult result = read("full");
        PlannedScenario late = result.plan("depot-late");
        assertThat(late.scenario().support().sites().get("depot").active()).isTrue();
        assertThat(requireNonNull(result.scenario()).support().sites().get("depot").active())
                .isFalse();
        Quantity opens = requireNonNull(late.scenario().support().sites().get("depot").opens());
        var later = (Quantity.Later) opens.basis();
        assertThat(later.of())
                .isEqualTo(result.plan("depot").scenario().support().sites().get("depot").opens());
        assertThat(((Quantity.Stated) later.by().basis()).span().low())
                .isEqualTo(12 * Measures.MONTH_SEC);
        assertThat(late.dated()).hasSize(1);
        var change = late.dated().getFirst();
        assertThat(change.path()).isEqualTo("support.sites.depot.shop.repairTime");
        Quantity faster = (Quantity) requireNonNull(change.value());
        assertThat(faster.key()).isEqualTo("support.sites.depot.shop.repairTime@depot.2");
        Scenario after = Paths.with(late.scenario(), change.path(), faster);
        assertThat(requireNonNull(after.support().sites().get("depot").shop()).repairTime())
                .isEqualTo(faster);
    }

    @Test
    void theEvidenceOfTheReferenceCaseCanBeRead() throws IOException {
        Path folder = Files.createTempDirectory("parapet");
        for (String name : List.of("claims.csv", "sources.csv")) {
            Files.copy(ROOT.resolve("scenarios/india-s400").resolve(name), folder.resolve(name));
        }
        String base = Files.readString(ROOT.resolve("scenarios/first/scenario.yaml"));
        Files.writeString(
                folder.resolve("scenario.yaml"),
                base.replace("{claims: radar-mtbf}", "300 h")
                        .replace("{claims: repair-time}", "1 year"));
        ReadResult result = ScenarioReader.read(folder);
        assertThat(result.errors()).as(Diagnostics.render(result.diagnostics())).isZero();
        assertThat(requireNonNull(result.scenario()).claims()).hasSizeGreaterThan(400);
    }
}
