package parapet.study;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import parapet.engage.BattleInput;
import parapet.engage.FireUnit;
import parapet.engage.RaidOutcome;
import parapet.engage.Threat;
import parapet.scenario.SkyCase;
import parapet.study.rows.ThreatRow;
import parapet.tables.Rows;

/// Rows that tell the story of every target of one battle, as those whom the plan has saw it:
/// batteries of units that the plan never gets stand on the battlefield, but never come.
final class Stories {
    private Stories() {}

    static void post(
            Rows rows, SkyCase sky, SkyCase.RaidCase raid, LocalDate day, RaidOutcome outcome) {
        BattleInput input = raid.input();
        for (RaidOutcome.ThreatLog log : outcome.logs()) {
            Threat threat = input.raid().threats().get(log.threat());
            for (RaidOutcome.Link link : log.links()) {
                FireUnit unit = input.fireUnits().get(link.fireUnit());
                SkyCase.Owner owner = sky.owners().get(raid.owners().get(unit.owner()));
                if (!owner.comes()) {
                    continue;
                }
                rows.add(
                        new ThreatRow(
                                raid.id(),
                                day,
                                raid.id() + "-" + (log.threat() + 1),
                                input.classes().get(threat.targetClass()).id(),
                                input.raid().lanes().get(threat.lane()).id(),
                                log.ending().key(),
                                log.endSec() / 60,
                                log.by() < 0 ? "" : input.fireUnits().get(log.by()).id(),
                                unit.id(),
                                link.reason() == null ? "" : link.reason().key(),
                                link.reason() == null ? "" : link.reason().label(),
                                minutes(link.trackSec()),
                                minutes(link.opensSec()),
                                minutes(link.closesSec()),
                                link.fired()));
            }
        }
    }

    private static @Nullable Double minutes(double sec) {
        return Double.isNaN(sec) ? null : sec / 60;
    }
}
