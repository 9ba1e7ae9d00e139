package parapet.sustain.exact;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;

/// Yardstick of the tests: a depot with ample or few places and bases with a few units each, as one
/// Markov chain. Only units at work fail; requests are served in their order; repair and shipping
/// are exponential.
///
/// @param units N of each base
/// @param stock s of each base
/// @param failureRate of a unit at work, by base
/// @param shipRate one over the mean shipping time, by base
record DepotChain(
        int[] units,
        int[] stock,
        double[] failureRate,
        double[] shipRate,
        int depotStock,
        double repairTime,
        RepairPlaces places) {

    /// @param queue bases whose requests wait, in order
    /// @param shipped units on their way to each base
    private record State(List<Integer> queue, List<Integer> shipped, int inRepair) {}

    /// Mean share of units at work, by base.
    double[] availability() {
        int n = units.length;
        var numbers = new LinkedHashMap<State, Integer>();
        var start = new State(List.of(), new ArrayList<>(Collections.nCopies(n, 0)), 0);
        numbers.put(start, 0);
        var open = new ArrayDeque<>(List.of(start));
        record Jump(State from, State to, double rate) {}
        var jumps = new ArrayList<Jump>();
        while (!open.isEmpty()) {
            State s = open.remove();
            int before = jumps.size();
            for (int b = 0; b < n; b++) {
                int up = up(s, b);
                if (up > 0) {
                    boolean onShelf = depotStock - s.inRepair() > 0;
                    jumps.add(
                            new Jump(
                                    s,
                                    onShelf
                                            ? new State(
                                                    s.queue(),
                                                    changed(s.shipped(), b, 1),
                                                    s.inRepair() + 1)
                                            : new State(
                                                    joined(s.queue(), b),
                                                    s.shipped(),
                                                    s.inRepair() + 1),
                                    up * failureRate[b]));
                }
                if (s.shipped().get(b) > 0) {
                    jumps.add(
                            new Jump(
                                    s,
                                    new State(s.queue(), changed(s.shipped(), b, -1), s.inRepair()),
                                    s.shipped().get(b) * shipRate[b]));
                }
            }
            if (s.inRepair() > 0) {
                State to =
                        s.queue().isEmpty()
                                ? new State(s.queue(), s.shipped(), s.inRepair() - 1)
                                : new State(
                                        List.copyOf(s.queue().subList(1, s.queue().size())),
                                        changed(s.shipped(), s.queue().getFirst(), 1),
                                        s.inRepair() - 1);
                jumps.add(new Jump(s, to, places.busy(s.inRepair()) / repairTime));
            }
            for (Jump jump : jumps.subList(before, jumps.size())) {
                if (numbers.putIfAbsent(jump.to(), numbers.size()) == null) {
                    open.add(jump.to());
                }
            }
        }
        var chain = new MarkovChain(numbers.size());
        for (Jump j : jumps) {
            chain.add(
                    numbers.getOrDefault(j.from(), -1), numbers.getOrDefault(j.to(), -1), j.rate());
        }
        double[] p = chain.stationary();
        var a = new double[n];
        numbers.forEach((s, i) -> {
            for (int b = 0; b < n; b++) {
                a[b] += p[i] * up(s, b) / units[b];
            }
        });
        return a;
    }

    private int up(State s, int b) {
        int away = s.shipped().get(b);
        for (int q : s.queue()) {
            away += q == b ? 1 : 0;
        }
        return Math.max(0, Math.min(units[b], units[b] + stock[b] - away));
    }

    private static List<Integer> changed(List<Integer> list, int at, int by) {
        var copy = new ArrayList<>(list);
        copy.set(at, copy.get(at) + by);
        return copy;
    }

    private static List<Integer> joined(List<Integer> list, int last) {
        var copy = new ArrayList<>(list);
        copy.add(last);
        return copy;
    }
}
