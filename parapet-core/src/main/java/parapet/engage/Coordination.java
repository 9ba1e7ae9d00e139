package parapet.engage;

import java.util.Arrays;
import parapet.quantity.Calendar;

/// Rounds in flight at each threat, as all fire units know them when fire is coordinated, and the
/// rule by which a unit leaves a threat to others: only where that costs no chance of a kill.
///
///     leave iff  1 - q >= 2/3 (1 - (1 - p)^rounds)  and  1 - q (1 - P(T)) >= P(now),
///     P(t) = max over magazines of 1 - Π (1 - p)^rounds
///
/// q is the chance that all rounds in flight at the threat miss; T is when the first of the looks
/// after them is expected to end, after which the unit can still fire for itself; P(t) is the chance
/// that the looks for which the unit still has time from t on, by its doctrine, its windows, the
/// flight of its rounds and its assessment, kill. The left side is what comes of waiting until T and
/// then firing whatever others do; so a threat that is left is killed with at least the chance that
/// this unit would have by itself. The rounds of others that start in the meantime only raise the
/// left side, and time that passes only lowers the right one, so nothing need be asked again before
/// T. Looks of random length are planned with their mean, and asked about again when it has passed.
///
/// The rule takes channels and rounds to be there at T as they are now. Where channels are short
/// that is not so, and a channel kept free for a weak round of another is lost; so what is in flight
/// must also be about as good as what the unit would fire now (`MoreNeverHurtsTest`). For one
/// thread.
final class Coordination {
    /// Rounds in flight that kill less likely than this share of what the unit would fire now do
    /// not make it wait.
    private static final double AS_GOOD = 2.0 / 3;

    /// Chances that differ by less are the same.
    private static final double TINY = 1e-9;

    private final Battlefield field;
    private final FireUnit[] units;

    /// The engagement of each unit and threat: chance that all its rounds miss, and the tick at
    /// which its look is expected to end.
    private final double[] miss;

    private final long[] ends;

    /// Engagements of each threat, chance that all of them miss, and the unit whose look is
    /// expected to end first.
    private final int[] engagedBy;

    private final double[] allMiss;
    private final int[] first;

    Coordination(Battlefield field, FireUnit[] units) {
        this.field = field;
        this.units = units;
        miss = new double[units.length * field.threats];
        ends = new long[units.length * field.threats];
        engagedBy = new int[field.threats];
        allMiss = new double[field.threats];
        first = new int[field.threats];
    }

    void clear() {
        Arrays.fill(engagedBy, 0);
    }

    /// A unit has fired.
    ///
    /// @param killProbability single-shot kill probability of its rounds
    /// @param meets tick of the intercept
    void engaged(int unit, int threat, int rounds, double killProbability, long meets) {
        int at = unit * field.threats + threat;
        miss[at] = StrictMath.pow(1 - killProbability, rounds);
        ends[at] = meets + meanTicks(unit);
        if (engagedBy[threat]++ == 0) {
            allMiss[threat] = miss[at];
            first[threat] = unit;
        } else {
            join(unit, threat);
        }
    }

    private void join(int unit, int threat) {
        int at = unit * field.threats + threat;
        allMiss[threat] *= miss[at];
        if (ends[at] < ends[first[threat] * field.threats + threat]) {
            first[threat] = unit;
        }
    }

    private long meanTicks(int unit) {
        return Calendar.ticks(units[unit].assessment().meanSec());
    }

    /// The look of a unit has ended.
    ///
    /// @param engaging who is engaging what now, by unit and threat
    void assessed(int threat, boolean[] engaging) {
        if (--engagedBy[threat] == 0) {
            return;
        }
        first[threat] = -1;
        for (int u = 0; u < units.length; u++) {
            int at = u * field.threats + threat;
            if (!engaging[at]) {
                continue;
            }
            if (first[threat] < 0) {
                allMiss[threat] = miss[at];
                first[threat] = u;
            } else {
                join(u, threat);
            }
        }
    }

    /// When the first of the looks after the rounds in flight is expected to end: never in the
    /// past.
    private long expected(int threat, long now) {
        int unit = first[threat];
        long planned = ends[unit * field.threats + threat];
        return planned > now ? planned : now + Math.max(1, meanTicks(unit));
    }

    /// Whether a unit leaves a threat to those who are engaging it.
    ///
    /// @param loaded magazines with a round on a launcher, one bit each
    /// @param open magazines of which a round can be fired now; one of them is loaded
    /// @param looks looks that the unit has had at the threat
    boolean leaves(int unit, int threat, int loaded, int open, int looks, long now) {
        if (engagedBy[threat] == 0) {
            return false;
        }
        int preferred = Integer.numberOfTrailingZeros(loaded & open);
        double next = 1 - missAll(unit, looks, 1, 1 - kill(unit, preferred, threat));
        if (1 - allMiss[threat] < AS_GOOD * next - TINY) {
            return false;
        }
        double own = 0;
        double later = 0;
        double from = Calendar.seconds(now) - field.startSec[threat];
        double then = Calendar.seconds(expected(threat, now)) - field.startSec[threat];
        Shots shots = field.shots[unit][field.pairOf[threat]];
        for (int bits = loaded; bits != 0; bits &= bits - 1) {
            int m = Integer.numberOfTrailingZeros(bits);
            int most = units[unit].doctrine().roundsAtLook().length - looks;
            int now1 = Math.min(most, shots.looksFrom(m, from));
            if (now1 > 0) {
                int then1 = Math.min(now1, shots.looksFrom(m, then));
                double missOfOne = 1 - kill(unit, m, threat);
                own = Math.max(own, 1 - missAll(unit, looks, now1, missOfOne));
                later = Math.max(later, 1 - missAll(unit, looks, then1, missOfOne));
            }
        }
        return 1 - allMiss[threat] * (1 - later) >= own - TINY;
    }

    private double kill(int unit, int magazine, int threat) {
        int interceptor = units[unit].magazines().get(magazine).interceptor();
        int targetClass = field.input.raid().threats().get(threat).targetClass();
        return field.input.interceptors().get(interceptor).killProbability()[targetClass];
    }

    /// Chance that all rounds of so many looks miss, those before being spent.
    private double missAll(int unit, int before, int number, double missOfOne) {
        int[] rounds = units[unit].doctrine().roundsAtLook();
        double all = 1;
        for (int k = before; k < before + number; k++) {
            for (int i = 0; i < rounds[k]; i++) {
                all *= missOfOne;
            }
        }
        return all;
    }

    /// When to ask again about a threat that was left: when a look of random length has lasted
    /// longer than was planned; `Long.MAX_VALUE` when the end of the look tells anyway.
    long again(int threat, long now) {
        return units[first[threat]].assessment().exponential()
                ? expected(threat, now)
                : Long.MAX_VALUE;
    }
}
