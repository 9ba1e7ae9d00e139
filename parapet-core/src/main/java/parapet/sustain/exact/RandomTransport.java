package parapet.sustain.exact;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import parapet.stats.Require;

/// Two sites with one installed unit each and a depot, all times random: the whole network as one
/// Markov chain.
///
/// A failed unit starts back at once (exponential, any number on the way) and its site asks the
/// depot at the same moment. The depot repairs at one place, first come first served, and serves
/// requests in the order of the failures; a unit is handed over as soon as it is repaired and
/// travels for an exponential time. A site fails only while up. At time 0 both sites are up and the
/// spares serviceable. Exact; the yardstick for [TwoEchelon] where transport is random and the
/// fleet small.
public final class RandomTransport {
    private RandomTransport() {}

    /// One of the two sites.
    ///
    /// @param meanTimeBetweenFailures more than 0
    /// @param shipTime mean from depot to site, more than 0
    public record Site(double meanTimeBetweenFailures, double shipTime) {
        public Site {
            Require.positive("meanTimeBetweenFailures", meanTimeBetweenFailures);
            Require.positive("shipTime", shipTime);
        }
    }

    /// The network.
    ///
    /// @param sites exactly two
    /// @param returnTime mean from site to depot, more than 0
    /// @param repairTime mean, more than 0
    /// @param depotSpares 0 to 12
    public record Network(List<Site> sites, double returnTime, double repairTime, int depotSpares) {
        public Network {
            sites = List.copyOf(sites);
            Require.between("number of sites", sites.size(), 2, 2);
            Require.positive("returnTime", returnTime);
            Require.positive("repairTime", repairTime);
            Require.between("depotSpares", depotSpares, 0, 12);
        }
    }

    /// The network in the long run or at a time.
    ///
    /// @param siteAvailability P(site up), in the order of the sites
    /// @param bothUp P(both up)
    /// @param depotBackorders mean requests waiting at the depot
    public record Result(List<Double> siteAvailability, double bothUp, double depotBackorders) {
        public Result {
            siteAvailability = List.copyOf(siteAvailability);
        }
    }

    private enum Unit {
        UP,
        WAITING,
        SHIPPED
    }

    /// @param first the site whose request is served first, -1 if none waits
    private record State(Unit a, Unit b, int first, int returning, int atDepot) {
        int waiting() {
            return (a == Unit.WAITING ? 1 : 0) + (b == Unit.WAITING ? 1 : 0);
        }

        Unit site(int i) {
            return i == 0 ? a : b;
        }

        State with(int site, Unit unit, int newFirst, int newReturning, int newAtDepot) {
            return new State(
                    site == 0 ? unit : a, site == 1 ? unit : b, newFirst, newReturning, newAtDepot);
        }
    }

    private record Jump(State to, double rate) {}

    /// The network in the long run.
    public static Result longRun(Network network) {
        var states = new LinkedHashMap<State, Integer>();
        return measure(states, chain(network, states).stationary());
    }

    /// The network at a time, with a truncation error below 1e-12.
    ///
    /// @param time 0 or more
    public static Result at(Network network, double time) {
        Require.notNegative("time", time);
        var states = new LinkedHashMap<State, Integer>();
        var chain = chain(network, states);
        var start = new double[states.size()];
        start[0] = 1;
        return measure(states, chain.after(start, time));
    }

    private static Result measure(Map<State, Integer> states, double[] p) {
        double aUp = 0;
        double bUp = 0;
        double bothUp = 0;
        double waiting = 0;
        for (var entry : states.entrySet()) {
            State state = entry.getKey();
            double here = p[entry.getValue()];
            aUp += state.a() == Unit.UP ? here : 0;
            bUp += state.b() == Unit.UP ? here : 0;
            bothUp += state.a() == Unit.UP && state.b() == Unit.UP ? here : 0;
            waiting += here * state.waiting();
        }
        return new Result(List.of(aUp, bUp), bothUp, waiting);
    }

    /// The chain on all states that can occur; state 0 is the start.
    private static MarkovChain chain(Network network, Map<State, Integer> numbers) {
        var start = new State(Unit.UP, Unit.UP, -1, 0, 0);
        numbers.put(start, 0);
        var open = new ArrayDeque<State>(List.of(start));
        var jumps = new LinkedHashMap<State, List<Jump>>();
        while (!open.isEmpty()) {
            State state = open.remove();
            var here = jumpsFrom(network, state);
            jumps.put(state, here);
            for (Jump jump : here) {
                if (numbers.putIfAbsent(jump.to(), numbers.size()) == null) {
                    open.add(jump.to());
                }
            }
        }
        var chain = new MarkovChain(numbers.size());
        jumps.forEach((state, list) -> {
            for (Jump jump : list) {
                chain.add(number(numbers, state), number(numbers, jump.to()), jump.rate());
            }
        });
        return chain;
    }

    private static int number(Map<State, Integer> numbers, State state) {
        return numbers.getOrDefault(state, -1);
    }

    private static List<Jump> jumpsFrom(Network network, State s) {
        var jumps = new ArrayList<Jump>();
        int fielded = 2 - s.waiting(); // units up or on their way to a site
        int onShelf = 2 + network.depotSpares() - fielded - s.returning() - s.atDepot();
        for (int i = 0; i < 2; i++) {
            Site site = network.sites().get(i);
            if (s.site(i) == Unit.UP) {
                State to =
                        onShelf > 0
                                ? s.with(i, Unit.SHIPPED, s.first(), s.returning() + 1, s.atDepot())
                                : s.with(
                                        i,
                                        Unit.WAITING,
                                        s.first() < 0 ? i : s.first(),
                                        s.returning() + 1,
                                        s.atDepot());
                jumps.add(new Jump(to, 1 / site.meanTimeBetweenFailures()));
            } else if (s.site(i) == Unit.SHIPPED) {
                State to = s.with(i, Unit.UP, s.first(), s.returning(), s.atDepot());
                jumps.add(new Jump(to, 1 / site.shipTime()));
            }
        }
        if (s.returning() > 0) {
            State to = new State(s.a(), s.b(), s.first(), s.returning() - 1, s.atDepot() + 1);
            jumps.add(new Jump(to, s.returning() / network.returnTime()));
        }
        if (s.atDepot() > 0) {
            State to;
            if (s.first() < 0) {
                to = new State(s.a(), s.b(), -1, s.returning(), s.atDepot() - 1);
            } else {
                int next = s.waiting() == 2 ? 1 - s.first() : -1;
                to = s.with(s.first(), Unit.SHIPPED, next, s.returning(), s.atDepot() - 1);
            }
            jumps.add(new Jump(to, 1 / network.repairTime()));
        }
        return jumps;
    }
}
