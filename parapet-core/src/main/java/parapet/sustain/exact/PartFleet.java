package parapet.sustain.exact;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import parapet.stats.DiscreteLaw;
import parapet.stats.Require;

/// A small fleet whose units need k_p of n_p parts of every kind p: one Markov chain of the whole,
/// with the joint law that a product over parts has not.
///
/// A unit is up while every kind has at least k_p of its n_p slots filled. In a unit that is up all
/// its filled slots fail, each at rate 1/F_p; in one that is down nothing fails. A failed part goes
/// to repair (places c_p, exponential of mean R_p) and its slot takes one of the s_p spares, if
/// there is one. A repaired part goes to one of the empty slots of its kind, each as likely; holes
/// are not moved between units (no cannibalisation). Exact; all times exponential.
///
/// Cost: states up to 100 000, which bounds the fleet: 6 units of two kinds, 1 of 2 and 1 of 1,
/// with two spares each make some hundreds.
public final class PartFleet {
    private static final int MOST_STATES = 100_000;

    private final Fleet fleet;
    private final List<State> states = new ArrayList<>();
    private final MarkovChain chain;

    /// A kind of part.
    ///
    /// @param perUnit n, slots in a unit, 1 or more
    /// @param needed k, filled slots a unit needs, 1..n
    /// @param meanTimeBetweenFailures F of one at work, more than 0
    /// @param meanRepairTime R, more than 0
    /// @param places c
    /// @param spares s, 0 or more
    public record Part(
            int perUnit,
            int needed,
            double meanTimeBetweenFailures,
            double meanRepairTime,
            RepairPlaces places,
            int spares) {
        public Part {
            Require.between("perUnit", perUnit, 1, 100);
            Require.between("needed", needed, 1, perUnit);
            Require.positive("meanTimeBetweenFailures", meanTimeBetweenFailures);
            Require.positive("meanRepairTime", meanRepairTime);
            Require.between("spares", spares, 0, 10_000);
        }
    }

    /// The fleet.
    ///
    /// @param units N, 1 or more
    /// @param parts at least one kind
    public record Fleet(int units, List<Part> parts) {
        public Fleet {
            Require.between("number of units", units, 1, 1000);
            parts = List.copyOf(parts);
            Require.atLeast("number of kinds of parts", parts.size(), 1);
        }
    }

    /// The fleet in the long run or at a time.
    ///
    /// @param availability mean units up / N
    /// @param up law of the units up, 0..N
    /// @param meanHoles mean empty slots of each kind, in the order of the parts
    public record Result(double availability, DiscreteLaw up, List<Double> meanHoles) {
        public Result {
            meanHoles = List.copyOf(meanHoles);
        }

        /// P(at least `neededUnits` up).
        public double probabilityAtLeast(int neededUnits) {
            return up.survival(neededUnits - 1);
        }
    }

    /// @param holes of every unit by kind, as one list; units in rising order, as they are alike
    /// @param inRepair of every kind
    private record State(List<Integer> holes, List<Integer> inRepair) {}

    private record Jump(State to, double rate) {}

    /// All states of a fleet and the rates between them.
    ///
    /// @throws IllegalArgumentException if they are more than 100 000
    public PartFleet(Fleet fleet) {
        this.fleet = fleet;
        int kinds = fleet.parts().size();
        var start =
                new State(
                        new ArrayList<>(Collections.nCopies(fleet.units() * kinds, 0)),
                        new ArrayList<>(Collections.nCopies(kinds, 0)));
        Map<State, Integer> numbers = new LinkedHashMap<>();
        numbers.put(start, 0);
        states.add(start);
        var open = new ArrayDeque<State>(List.of(start));
        var jumps = new ArrayList<List<Jump>>();
        while (!open.isEmpty()) {
            var here = jumpsFrom(open.remove());
            jumps.add(here);
            for (Jump jump : here) {
                if (numbers.putIfAbsent(jump.to(), states.size()) == null) {
                    states.add(jump.to());
                    open.add(jump.to());
                    if (states.size() > MOST_STATES) {
                        throw new IllegalArgumentException(
                                """
                                The fleet of (%d) units and (%d) kinds of parts has more than (%d) states.
                                Maybe fewer kinds matter, or simulate.\
                                """
                                        .formatted(fleet.units(), kinds, MOST_STATES));
                    }
                }
            }
        }
        chain = new MarkovChain(states.size());
        for (int i = 0; i < states.size(); i++) {
            for (Jump jump : jumps.get(i)) {
                Integer to = numbers.get(jump.to());
                if (to != null) {
                    chain.add(i, to, jump.rate());
                }
            }
        }
    }

    /// Number of states of the chain.
    public int size() {
        return states.size();
    }

    /// The fleet in the long run.
    public Result longRun() {
        return measure(chain.stationary());
    }

    /// The fleet at a time, all serviceable at 0.
    ///
    /// @param time 0 or more
    public Result at(double time) {
        var start = new double[states.size()];
        start[0] = 1;
        return measure(chain.after(start, Require.notNegative("time", time)));
    }

    private List<Jump> jumpsFrom(State s) {
        var jumps = new ArrayList<Jump>();
        int kinds = fleet.parts().size();
        for (int p = 0; p < kinds; p++) {
            Part part = fleet.parts().get(p);
            int inRepair = s.inRepair().get(p);
            int holes = 0;
            for (int u = 0; u < fleet.units(); u++) {
                int empty = s.holes().get(u * kinds + p);
                holes += empty;
                if (isUp(s, u)) {
                    double rate = (part.perUnit() - empty) / part.meanTimeBetweenFailures();
                    boolean spare = inRepair < part.spares();
                    jumps.add(new Jump(moved(s, u, p, spare ? 0 : 1, 1), rate));
                }
            }
            double repairs = part.places().busy(inRepair) / part.meanRepairTime();
            if (inRepair > 0 && holes == 0) {
                jumps.add(new Jump(moved(s, 0, p, 0, -1), repairs));
            }
            for (int u = 0; holes > 0 && u < fleet.units(); u++) {
                int empty = s.holes().get(u * kinds + p);
                if (empty > 0) {
                    jumps.add(new Jump(moved(s, u, p, -1, -1), repairs * empty / holes));
                }
            }
        }
        return jumps;
    }

    private boolean isUp(State s, int unit) {
        int kinds = fleet.parts().size();
        for (int p = 0; p < kinds; p++) {
            Part part = fleet.parts().get(p);
            if (part.perUnit() - s.holes().get(unit * kinds + p) < part.needed()) {
                return false;
            }
        }
        return true;
    }

    private State moved(State s, int unit, int kind, int holes, int inRepair) {
        int kinds = fleet.parts().size();
        var units = new int[fleet.units()][kinds];
        for (int u = 0; u < fleet.units(); u++) {
            for (int p = 0; p < kinds; p++) {
                units[u][p] = s.holes().get(u * kinds + p);
            }
        }
        units[unit][kind] += holes;
        Arrays.sort(units, Arrays::compare);
        var flat = new ArrayList<Integer>(units.length * kinds);
        for (int[] one : units) {
            for (int x : one) {
                flat.add(x);
            }
        }
        var repair = new ArrayList<>(s.inRepair());
        repair.set(kind, repair.get(kind) + inRepair);
        return new State(flat, repair);
    }

    private Result measure(double[] p) {
        int kinds = fleet.parts().size();
        var up = new double[fleet.units() + 1];
        var holes = new double[kinds];
        for (int i = 0; i < p.length; i++) {
            State s = states.get(i);
            int count = 0;
            for (int u = 0; u < fleet.units(); u++) {
                count += isUp(s, u) ? 1 : 0;
                for (int k = 0; k < kinds; k++) {
                    holes[k] += p[i] * s.holes().get(u * kinds + k);
                }
            }
            up[count] += p[i];
        }
        var law = DiscreteLaw.of(up);
        return new Result(law.mean() / fleet.units(), law, Arrays.stream(holes).boxed().toList());
    }
}
