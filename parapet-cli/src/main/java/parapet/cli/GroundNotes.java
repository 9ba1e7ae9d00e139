package parapet.cli;

import java.util.List;

/// What is wrong with files of terrain though they can be used, as notes of a command.
final class GroundNotes {
    private static final int MOST = 10;

    private GroundNotes() {}

    static void tell(List<String> warnings, Console console) {
        for (String warning : warnings.subList(0, Math.min(MOST, warnings.size()))) {
            console.note("Terrain: " + warning + ".");
        }
        if (warnings.size() > MOST) {
            console.note(
                    "Terrain: %d more; `parapet check SCENARIO --all` shows them."
                            .formatted(warnings.size() - MOST));
        }
    }
}
