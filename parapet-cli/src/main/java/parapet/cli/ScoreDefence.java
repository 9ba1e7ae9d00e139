package parapet.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parapet.engage.ForceState;
import parapet.io.ReadResult;
import parapet.io.results.RunException;
import parapet.record.Defence;
import parapet.scenario.SkyCase;

/// The notional defence against which a record is fought: a scenario, through the ordinary reader.
final class ScoreDefence {
    private static final String NAME = "ukraine-record";

    private ScoreDefence() {}

    /// The defence of a scenario, with its first raid for the lanes.
    ///
    /// @param asked scenario folder; null for the one that comes with Parapet
    /// @return null when the scenario has errors, which are shown
    static @Nullable Defence of(@Nullable Path asked, Console console) {
        Path folder = asked == null ? installed() : asked;
        ReadResult read = Scenarios.read(folder, console);
        if (read.scenario() == null) {
            return null;
        }
        SkyQuestion question =
                SkyQuestion.of(
                        new Options.Ready(folder, null, List.of(), null, null, List.of()), read, 1);
        SkyCase sky = question.setup().realiser().realise(question.plan(), 0).sky();
        if (sky == null || sky.raids().isEmpty()) {
            throw RunException.input(
                    "The scenario %s has no raid.".formatted(folder),
                    "Add `raids` to its sky: the first gives the lanes of each class of the record.");
        }
        SkyCase.RaidCase raid = sky.raids().getFirst();
        var working = new int[raid.owners().size()];
        var rounds = new int[working.length][];
        for (int i = 0; i < working.length; i++) {
            SkyCase.Owner owner = sky.owners().get(raid.owners().get(i));
            working[i] = owner.full();
            rounds[i] = owner.load();
        }
        return new Defence(raid.input(), new ForceState(working, rounds));
    }

    private static Path installed() {
        Path folder =
                Path.of(System.getProperty("parapet.home", ".")).resolve("scenarios").resolve(NAME);
        if (!Files.isDirectory(folder)) {
            throw RunException.input(
                    "The defence that comes with Parapet is not at %s.".formatted(folder),
                    "Start Parapet by its own starter, or name a scenario with --defence.");
        }
        return folder;
    }
}
