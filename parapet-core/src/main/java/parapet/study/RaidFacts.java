package parapet.study;

import java.util.Arrays;
import parapet.engage.Asset;
import parapet.engage.BattleInput;
import parapet.engage.Damage;
import parapet.engage.RaidOutcome;
import parapet.engage.Threat;

/// What a raid came to, in the numbers by which plans are compared.
final class RaidFacts {
    private RaidFacts() {}

    /// Share of the targets of a night that were stopped, %: shot down, jammed or failed by
    /// themselves; 100 when nothing came.
    static double stopped(RaidOutcome outcome, int night) {
        int came = sum(outcome.threats()[night]);
        return came == 0 ? 100 : 100.0 * outcome.stopped(night) / came;
    }

    /// Expected value that is left by the end of a night of what the raid attacks, %; 100 when it
    /// attacks nothing of value.
    static double kept(BattleInput input, RaidOutcome outcome, int night) {
        double attacked = attackedValue(input);
        if (attacked == 0) {
            return 100;
        }
        var damage = Damage.of(input.assets(), outcome.leakedAt());
        return 100 * (1 - damage.lostBy(night) / attacked);
    }

    /// Value of the assets at which at least one target that is no decoy is aimed.
    static double attackedValue(BattleInput input) {
        boolean[] attacked = attacked(input);
        double value = 0;
        for (int a = 0; a < attacked.length; a++) {
            Asset asset = input.assets().get(a);
            value += attacked[a] ? asset.value() : 0;
        }
        return value;
    }

    /// Whether each asset is attacked by at least one target that is no decoy.
    static boolean[] attacked(BattleInput input) {
        var attacked = new boolean[input.assets().size()];
        for (Threat t : input.raid().threats()) {
            if (t.asset() != Threat.NO_ASSET && !t.decoy()) {
                attacked[t.asset()] = true;
            }
        }
        return attacked;
    }

    /// Nights before the first on which the share stopped falls below a level; all nights when it
    /// never does.
    ///
    /// @param level %
    static int nightsStopped(RaidOutcome outcome, double level) {
        int nights = outcome.threats().length;
        for (int night = 0; night < nights; night++) {
            if (stopped(outcome, night) < level) {
                return night;
            }
        }
        return nights;
    }

    /// Nights before the first at whose end the value kept is below a level; all nights when it
    /// never is.
    ///
    /// @param level %
    static int nightsKept(BattleInput input, RaidOutcome outcome, double level) {
        double attacked = attackedValue(input);
        int nights = outcome.threats().length;
        var damage = Damage.of(input.assets(), outcome.leakedAt());
        for (int night = 0; night < nights && attacked > 0; night++) {
            if (100 * (1 - damage.lostBy(night) / attacked) < level) {
                return night;
            }
        }
        return nights;
    }

    /// Value of the rounds fired over the value of the targets shot down, over all nights; 0 when
    /// nothing was.
    static double exchange(BattleInput input, RaidOutcome outcome) {
        double spent = 0;
        double stopped = 0;
        for (int night = 0; night < outcome.fired().length; night++) {
            for (int i = 0; i < outcome.fired()[night].length; i++) {
                spent += outcome.fired()[night][i] * input.interceptors().get(i).price();
            }
            for (int t = 0; t < outcome.killed()[night].length; t++) {
                stopped += outcome.killed()[night][t] * input.classes().get(t).price();
            }
        }
        return stopped > 0 ? spent / stopped : 0;
    }

    static int sum(int[] counts) {
        return Arrays.stream(counts).sum();
    }
}
