package parapet.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parapet.io.results.RunException;
import parapet.study.rows.DeliveryRow;
import parapet.study.rows.PlanRow;

/// The door for programmers, on `scenarios/first`.
class ScenarioStudyTest {
    private static final Path FIRST =
            Path.of(System.getProperty("parapet.root", "..")).resolve("scenarios/first");

    private static final String METRIC = "ready-unit-years/";

    private static String readyYears(StudyResults results) {
        return results.metrics().stream()
                .map(m -> m.metric())
                .filter(m -> m.startsWith(METRIC))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aDifferenceIsTheMeanOfTheDifferencesOfTheDraws() {
        var done = new AtomicInteger();
        StudyResults results =
                ScenarioStudy.open(FIRST).plans("depot", "baseline").draws(7).run(done::set);
        assertThat(done).hasValue(8);
        String metric = readyYears(results);
        double[] a = results.values("depot", metric);
        double[] b = results.values("baseline", metric);
        assertThat(a).hasSize(8);
        double mean = 0;
        for (int i = 0; i < a.length; i++) {
            mean += (a[i] - b[i]) / a.length;
        }
        assertThat(results.difference("depot", "baseline", metric).mean())
                .isCloseTo(mean, within(1e-12));
        assertThat(results.estimate("depot", metric).mean())
                .isCloseTo(Arrays.stream(a).average().orElseThrow(), within(1e-12));
        assertThat(results.rows(PlanRow.class)).hasSize(2);
        assertThat(results.rows(DeliveryRow.class)).hasSize(16);
    }

    @Test
    void threadsChangeNothingAndASeedDoes() {
        ScenarioStudy study = ScenarioStudy.open(FIRST).draws(6);
        String one = study.threads(1).run().digest();
        assertThat(study.threads(3).run().digest()).isEqualTo(one);
        assertThat(study.seed(9).run().digest()).isNotEqualTo(one);
    }

    @Test
    void aKeyIsSetBesideTheFile() {
        ScenarioStudy asWritten = ScenarioStudy.open(FIRST).plans("baseline").draws(6);
        ScenarioStudy richer =
                ScenarioStudy.open(FIRST, "catalogue.units.squadron.spares.radar=9")
                        .plans("baseline")
                        .draws(6);
        assertThat(richer.plans()).contains("baseline", "depot");
        StudyResults few = asWritten.run();
        String metric = readyYears(few);
        assertThat(richer.run().estimate("baseline", metric).mean())
                .isGreaterThan(few.estimate("baseline", metric).mean());
    }

    @Test
    void whatIsNotThereIsSaidWithWhatIs() {
        StudyResults results = ScenarioStudy.open(FIRST).draws(2).run();
        assertThatThrownBy(() -> results.estimate("depot", "redy"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("redy")
                .hasMessageContaining(METRIC);
        ScenarioStudy none = ScenarioStudy.open(FIRST).plans("depott");
        assertThatThrownBy(none::run)
                .isInstanceOf(RunException.class)
                .hasMessageContaining("Did you mean \"depot\"");
        assertThatThrownBy(() -> ScenarioStudy.open(FIRST).draws(0))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void errorsOfAScenarioAreAllThereWithTheirPlaces(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("scenario.yaml"), "schema: 1\ntitel: x\nstart: soon\n");
        assertThatThrownBy(() -> ScenarioStudy.open(folder))
                .isInstanceOf(ScenarioProblems.class)
                .hasMessageContaining("scenario.yaml:2:1")
                .hasMessageContaining("titel");
        try {
            ScenarioStudy.open(folder);
        } catch (ScenarioProblems e) {
            assertThat(e.problems().size()).isGreaterThan(2);
        }
    }
}
