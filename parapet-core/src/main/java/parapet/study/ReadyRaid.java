package parapet.study;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import parapet.engage.Battle;
import parapet.engage.BattleEvent;
import parapet.engage.BattleInput;
import parapet.engage.Battlefield;
import parapet.engage.Damage;
import parapet.engage.ForceState;
import parapet.engage.Mend;
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
        return new Ground(draw).fight(null);
    }

    /// Fights one draw and writes down what happens.
    ///
    /// @param events gets every event, in order
    public Fought fight(int draw, Consumer<? super BattleEvent> events) {
        var ground = new Ground(draw);
        return new Fought(
                ground.field.input(),
                Battle.fight(
                        ground.field,
                        ground.picture,
                        ground.state,
                        ground.streams,
                        setup.options().audit(),
                        events));
    }

    /// Fights one draw as it is, and again with each link of the chain mended: the same targets and
    /// the same chance of every look and shot that both have.
    public Mended mended(int draw) {
        var ground = new Ground(draw);
        var by = new EnumMap<Mend, RaidOutcome>(Mend.class);
        for (Mend mend : Mend.values()) {
            by.put(mend, ground.fight(mend).outcome());
        }
        return new Mended(ground.fight(null), by);
    }

    /// One draw as it is and with each link mended.
    ///
    /// @param asItIs without a mend
    /// @param by with each link mended, in the order of the chain
    public record Mended(Fought asItIs, Map<Mend, RaidOutcome> by) {
        public Mended {
            by = Collections.unmodifiableMap(new EnumMap<>(by));
        }

        /// What came of it with a link mended.
        public RaidOutcome by(Mend mend) {
            RaidOutcome outcome = by.get(mend);
            if (outcome == null) {
                throw new IllegalArgumentException("(%s) was not mended.".formatted(mend));
            }
            return outcome;
        }
    }

    /// Who fights in one draw, and what comes.
    private final class Ground {
        private final SkyCase sky;
        private final SkyCase.RaidCase raid;
        private final ForceState state;
        private final Streams streams;
        private final Battlefield field;
        private final Picture picture;

        Ground(int draw) {
            sky = setup.realiser().realise(plan, draw).skyOrThrow();
            raid = sky.raid(ReadyRaid.this.raid);
            state = Forces.ready(sky, raid, ready::contains);
            streams = Battles.battleStreams(setup, raid.id(), draw);
            field = Battlefield.of(raid.input());
            picture = Picture.of(field, streams);
        }

        /// Fights it.
        ///
        /// @param mend the link that is mended; null for none
        Fought fight(@Nullable Mend mend) {
            BattleInput input =
                    mend == null
                            ? raid.input()
                            : mend.mend(raid.input(), higher -> sky.maker().views(raid, higher));
            boolean same = input.equals(raid.input());
            Battlefield there = same ? field : Battlefield.of(input);
            return new Fought(
                    input,
                    Battle.fight(
                            there,
                            same ? picture : Picture.of(there, streams),
                            mend == null ? state : mend.mend(state),
                            streams,
                            false,
                            setup.options().audit()));
        }
    }
}
