package parapet.io;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Keeps the committed pages equal to what the record headers say; `-Dparapet.regenerate=true`
/// writes them anew.
class GeneratedPagesTest {
    @Test
    void theReferencePageIsUpToDate() throws IOException {
        same("docs/reference/scenario.md", ReferencePage.write());
    }

    @Test
    void theSchemaIsUpToDate() throws IOException {
        same("docs/reference/scenario.schema.json", SchemaWriter.write());
    }

    private static void same(String name, String text) throws IOException {
        Path file = ExamplesTest.ROOT.resolve(name);
        if (Boolean.getBoolean("parapet.regenerate")) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        }
        assertThat(Files.readString(file))
                .as(
                        "%s; mvn -pl parapet-io -am test -Dparapet.regenerate=true writes it anew",
                        name)
                .isEqualTo(text);
    }

    private static List<Error> errors(String text) {
        Schema schema =
                SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(SchemaWriter.write(), InputFormat.JSON);
        return schema.validate(text, InputFormat.YAML);
    }

    @ParameterizedTest
    @ValueSource(strings = {"first", "full"})
    void theSchemaAcceptsTheExamples(String name) throws IOException {
        assertThat(
                        errors(
                                Files.readString(
                                        ExamplesTest.ROOT.resolve(
                                                "scenarios/" + name + "/scenario.yaml"))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "count: 2=count: two",
                "active: false=active: maybe",
                "because: notional=for: x",
                "title:=titel:"
            })
    void theSchemaRefusesWhatTheReaderRefuses(String change) throws IOException {
        String text = Files.readString(ExamplesTest.ROOT.resolve("scenarios/first/scenario.yaml"));
        String[] parts = change.split("=", -1);
        assertThat(text).contains(parts[0]);
        assertThat(errors(text.replace(parts[0], parts[1]))).isNotEmpty();
    }
}
