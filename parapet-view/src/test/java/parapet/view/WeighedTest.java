package parapet.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// No question of the report takes a mean or a band past the weights of the draws.
class WeighedTest {
    private static final Pattern PAST =
            Pattern.compile("\\b(avg|quantile_\\w*|median|stddev\\w*|var_\\w+|covar_\\w+)\\(");
    private static final String WEIGHED = "quantile_of";

    @Test
    void noQuestionIsAskedPastTheWeights() throws IOException {
        try (var files = Files.list(Path.of("src/main/java/parapet/view/read"))) {
            for (Path file : files.toList()) {
                String text = Files.readString(file).replace(WEIGHED, "");
                assertThat(PAST.matcher(text).results().map(m -> m.group()).toList())
                        .as("%s: mean_of, quantile_of, variance_of, covariance_of", file)
                        .isEmpty();
            }
        }
    }
}
