package parapet.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import parapet.engage.BattleEvent;
import parapet.engage.Replay;
import parapet.io.results.EventLog;
import parapet.io.results.RunException;
import parapet.study.ReadyRaid;

/// Writes down one draw of a raid, event by event.
final class RaidLog {
    private RaidLog() {}

    /// Fights a draw and writes its record.
    ///
    /// @return what was written, in words
    static String write(Path file, EventLog.Head head, ReadyRaid battle, Console console) {
        List<BattleEvent> events = new ArrayList<>();
        battle.fight(head.draw(), events::add);
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            EventLog.write(file, head, events);
        } catch (IOException e) {
            throw RunException.work(
                    "The log cannot be written to " + file + ".",
                    String.valueOf(e.getMessage()),
                    e);
        }
        console.result("log", file.toString());
        return "Log of draw %d of %s: %s (%d events in %d nights)."
                .formatted(head.draw(), head.raid(), file, events.size(), replayed(events).night());
    }

    /// What is written tells the whole battle: it is replayed.
    private static Replay replayed(List<BattleEvent> events) {
        var replay = new Replay();
        events.forEach(replay::apply);
        return replay;
    }
}
