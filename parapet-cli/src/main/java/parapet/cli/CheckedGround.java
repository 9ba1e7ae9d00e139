package parapet.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import parapet.io.ReadResult;
import parapet.io.results.RunException;
import parapet.io.terrain.Grounds;
import parapet.io.text.Diagnostic;
import parapet.io.text.Place;

/// A scenario as `check` sees it: with what is wrong in the files of terrain that it names, each of
/// which is opened.
final class CheckedGround {
    private CheckedGround() {}

    static ReadResult of(Path folder, ReadResult read) {
        if (read.scenario() == null) {
            return read;
        }
        var grounds = new Grounds(folder);
        var found = new ArrayList<>(read.diagnostics());
        try {
            grounds.open(read.plans().values());
        } catch (RunException e) {
            Diagnostic error = Diagnostic.error(place(folder), "sky.terrain: " + e.problem());
            found.add(e.cure().isEmpty() ? error : error.noting(e.cure()));
        }
        for (String warning : grounds.warnings()) {
            found.add(
                    Diagnostic.warning(place(folder), "sky.terrain: " + warning)
                            .ofKind("files of terrain with something to look at"));
        }
        boolean ok = found.stream().noneMatch(Diagnostic::isError);
        return new ReadResult(
                ok ? read.scenario() : null,
                ok ? read.plans() : java.util.Map.of(),
                List.copyOf(found));
    }

    private static Place place(Path folder) {
        return Place.whole(folder.toString());
    }
}
