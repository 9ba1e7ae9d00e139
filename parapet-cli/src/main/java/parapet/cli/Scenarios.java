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
        return read(folder, List.of(), console);
    }

    /// Reads a scenario with some keys set to other values, each `KEY=VALUE`.
    static ReadResult read(Path folder, List<String> sets, Console console) {
        ReadResult read = ScenarioReader.read(folder, sets);
        if (!sets.isEmpty()) {
            console.note("Set beside the file: %s.".formatted(String.join(", ", sets)));
        }
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
