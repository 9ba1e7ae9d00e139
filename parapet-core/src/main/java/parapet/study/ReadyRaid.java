package parapet.study;

import java.util.Set;
import parapet.engage.Battle;
import parapet.engage.BattleInput;
import parapet.engage.Battlefield;
import parapet.engage.Damage;
import parapet.engage.Picture;
import parapet.engage.RaidOutcome;
import parapet.random.Streams;
import parapet.scenario.PlannedScenario;
import parapet.scenario.SkyCase;

/// A raid against a force of which everything named is ready and fully loaded: the battle alone,
/// draw by draw, without the history that decides who would be.
///
/// Chance is that of a run of the same seed, so a battle that a run fights with the same force has
/// the same outcome here. A draw is a pure function of its number; for any thread.
public final class ReadyRaid {
    private final Setup setup;
    private final PlannedScenario plan;
    private final String raid;
    private final Set<String> ready;

    /// One raid of a plan.
    ///
    /// @param raid key of the raid
    /// @param ready keys of the units and groups that are ready; others do not fight
    public ReadyRaid(Setup setup, PlannedScenario plan, String raid, Set<String> ready) {
        this.setup = setup;
        this.plan = plan;
        this.raid = raid;
        this.ready = Set.copyOf(ready);
    }

    /// What came of one draw.
    ///
    /// @param input the battle
    /// @param outcome what came of it
    public record Fought(BattleInput input, RaidOutcome outcome) {
        /// Share of the targets of a night that did not get through, %.
        public double stopped(int night) {
            return RaidFacts.stopped(outcome, night);
        }

        /// Value left by the end of a night of what was attacked, %.
        public double kept(int night) {
            return RaidFacts.kept(input, outcome, night);
        }

        /// What got through does to the assets.
        public Damage damage() {
            return Damage.of(input.assets(), outcome.leakedAt());
        }

        /// Whether each asset is attacked by at least one target that is no decoy.
        public boolean[] attacked() {
            return RaidFacts.attacked(input);
        }

        /// Value of the assets that are attacked.
        public double attackedValue() {
            return RaidFacts.attackedValue(input);
        }

        /// Value of the rounds fired over the value of the targets shot down, over all nights; 0
        /// when nothing was.
        public double costExchange() {
            return RaidFacts.exchange(input, outcome);
        }
    }

    /// Fights one draw.
    public Fought fight(int draw) {
        SkyCase sky = setup.realiser().realise(plan, draw).sky();
        SkyCase.RaidCase of =
                sky == null
                        ? null
                        : sky.raids().stream()
                                .filter(r -> r.id().equals(raid))
                                .findFirst()
                                .orElse(null);
        if (sky == null || of == null) {
            throw new IllegalArgumentException("The raid (%s) is not known.".formatted(raid));
        }
        Streams streams = Battles.battleStreams(setup, raid, draw);
        Battlefield field = Battlefield.of(of.input());
        RaidOutcome outcome =
                Battle.fight(
                        field,
                        Picture.of(field, streams),
                        Forces.ready(sky, of, ready::contains),
                        streams,
                        false,
                        setup.options().audit());
        return new Fought(of.input(), outcome);
    }
}
