package parapet.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import parapet.io.ScenarioReader;
import parapet.io.results.RunFolder;
import parapet.io.results.ScenarioCopy;
import picocli.CommandLine.ITypeConverter;

/// What a command is given as a scenario: its folder; its `scenario.yaml`, which means the folder;
/// or a run, which means the scenario that it holds.
final class ScenarioFolder implements ITypeConverter<Path> {
    @Override
    public Path convert(String text) {
        return of(Path.of(text));
    }

    /// The folder that is meant.
    static Path of(Path given) {
        if (given.endsWith(ScenarioReader.MAIN) && Files.isRegularFile(given)) {
            Path parent = given.getParent();
            return parent == null ? Path.of(".") : parent;
        }
        Path copy = given.resolve(ScenarioCopy.FOLDER);
        return Files.isRegularFile(given.resolve(RunFolder.RUN_JSON)) && Files.isDirectory(copy)
                ? copy
                : given;
    }

    /// The run that holds this scenario; empty for any other folder.
    static Optional<RunFolder> run(Path scenario) {
        Path parent = scenario.toAbsolutePath().normalize().getParent();
        return parent != null && scenario.endsWith(ScenarioCopy.FOLDER)
                ? RunFolder.find(parent)
                : Optional.empty();
    }
}
