package parapet.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoaderTest {
    @ParameterizedTest
    @CsvSource({
        "'', claims.csv, true",
        "., claims.csv, true",
        "./x/.., claims.csv, true",
        "scenario, scenario/claims.csv, true",
        "'', ../claims.csv, false",
        ".., ../../claims.csv, false",
        "scenario, scenario/../claims.csv, false",
        "scenario, scenario-2/claims.csv, false",
    })
    void aScenarioReadsOnlyItsOwnFolder(String folder, String file, boolean within) {
        assertThat(Loader.within(Path.of(folder), Path.of(file))).isEqualTo(within);
    }
}
