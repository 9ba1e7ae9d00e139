package parapet.cli;

import java.nio.file.Path;
import java.util.List;
import parapet.io.ReadResult;
import parapet.io.ScenarioReader;
import parapet.io.text.Diagnostic;

/// Reads scenarios for the commands and shows what is wrong with them.
final class Scenarios {
    private Scenarios() {}

    /// Reads a scenario; its errors are shown, its warnings only counted.
    static ReadResult read(Path folder, Console console) {
        ReadResult read = ScenarioReader.read(folder);
        if (console.format() == Format.JSON) {
            console.problems(read.diagnostics(), true);
            return read;
        }
        List<Diagnostic> errors = read.diagnostics().stream().filter(Diagnostic::isError).toList();
        if (!errors.isEmpty()) {
            console.problems(errors, true);
        } else if (!read.diagnostics().isEmpty()) {
            console.note(
                    "%d %s; `parapet check %s` shows them."
                            .formatted(
                                    read.diagnostics().size(),
                                    read.diagnostics().size() == 1 ? "warning" : "warnings",
                                    folder));
        }
        return read;
    }
}
