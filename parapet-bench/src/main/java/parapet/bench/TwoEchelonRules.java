package parapet.bench;

import java.util.ArrayDeque;

/// The rules of the two-echelon network, the same for every kit; a kit brings the clock, the
/// pending events and chance. One replication on one thread.
abstract class TwoEchelonRules {
    /// What can happen.
    enum Happening {
        /// A demand at a base.
        DEMAND,
        /// A repair at a base is done.
        BASE_REPAIRED,
        /// A failed unit reaches the depot.
        AT_DEPOT,
        /// A repair at the depot is done.
        DEPOT_REPAIRED,
        /// A unit from the depot reaches a base.
        SHIPPED
    }

    private final TwoEchelonCase model;
    private final double countFrom;
    private final int[] shelf;
    private final int[] owed;
    private final double[] since;
    private final ArrayDeque<Integer> orders = new ArrayDeque<>();
    private int depotShelf;
    private int inRepair;
    private int waiting;
    private double owedDays;
    private double shortDays;
    private long events;

    /// @param countFrom day from which backorders count
    TwoEchelonRules(TwoEchelonCase model, double countFrom) {
        this.model = model;
        this.countFrom = countFrom;
        int n = model.bases().size();
        shelf = new int[n];
        owed = new int[n];
        since = new double[n];
        for (int i = 0; i < n; i++) {
            shelf[i] = model.bases().get(i).stock();
        }
        depotShelf = model.depotStock();
    }

    /// Days since the start.
    abstract double now();

    /// Something happens `delay` days from now.
    abstract void after(double delay, Happening what, int base);

    /// Days to the next demand at a base.
    abstract double untilDemand(int base);

    /// Whether a base can repair a unit itself.
    abstract boolean repairedAtBase(int base);

    /// Days of a repair at a base.
    abstract double baseRepair(int base);

    /// Days of a repair at the depot.
    abstract double depotRepair();

    /// Waits for the first demands.
    final void start() {
        for (int i = 0; i < shelf.length; i++) {
            after(untilDemand(i), Happening.DEMAND, i);
        }
    }

    final void happen(Happening what, int base) {
        events++;
        switch (what) {
            case DEMAND -> demand(base);
            case BASE_REPAIRED, SHIPPED -> receive(base);
            case AT_DEPOT -> {
                if (inRepair < model.places()) {
                    repair();
                } else {
                    waiting++;
                }
            }
            case DEPOT_REPAIRED -> repaired();
        }
    }

    private void demand(int base) {
        after(untilDemand(base), Happening.DEMAND, base);
        if (shelf[base] > 0) {
            shelf[base]--;
        } else {
            count(base);
            owed[base]++;
        }
        if (repairedAtBase(base)) {
            after(baseRepair(base), Happening.BASE_REPAIRED, base);
            return;
        }
        after(model.shipTime(), Happening.AT_DEPOT, base);
        if (depotShelf > 0) {
            depotShelf--;
            after(model.shipTime(), Happening.SHIPPED, base);
        } else {
            orders.add(base);
        }
    }

    private void repair() {
        inRepair++;
        after(depotRepair(), Happening.DEPOT_REPAIRED, 0);
    }

    private void repaired() {
        inRepair--;
        if (waiting > 0) {
            waiting--;
            repair();
        }
        Integer next = orders.poll();
        if (next == null) {
            depotShelf++;
        } else {
            after(model.shipTime(), Happening.SHIPPED, next);
        }
    }

    private void receive(int base) {
        if (owed[base] > 0) {
            count(base);
            owed[base]--;
        } else {
            shelf[base]++;
        }
    }

    private void count(int base) {
        double from = Math.max(since[base], countFrom);
        if (owed[base] > 0 && now() > from) {
            owedDays += owed[base] * (now() - from);
            shortDays += now() - from;
        }
        since[base] = now();
    }

    /// What came of it; the clock stands at the end.
    final TwoEchelonRun close(long cpuNanos) {
        for (int i = 0; i < owed.length; i++) {
            count(i);
        }
        double days = now() - countFrom;
        return new TwoEchelonRun(events, cpuNanos, owedDays / days, shortDays / days);
    }
}
