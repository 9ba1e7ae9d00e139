package parapet.bench;

import umontreal.ssj.randvar.ExponentialGen;
import umontreal.ssj.rng.MRG32k3a;
import umontreal.ssj.rng.RandomStream;
import umontreal.ssj.simevents.Event;
import umontreal.ssj.simevents.Simulator;

/// The two-echelon network on SSJ: events are objects with actions, in the default list of the
/// simulator; chance comes from generators with streams of their own.
final class TwoEchelonOnSsj extends TwoEchelonRules {
    private final TwoEchelonCase model;
    private final Simulator simulator = new Simulator();
    private final ExponentialGen[] demand;
    private final RandomStream[] share;
    private final ExponentialGen[] baseRepair;
    private final ExponentialGen depotRepair;

    private TwoEchelonOnSsj(TwoEchelonCase model, double countFrom) {
        super(model, countFrom);
        this.model = model;
        int n = model.bases().size();
        demand = new ExponentialGen[n];
        share = new RandomStream[n];
        baseRepair = new ExponentialGen[n];
        for (int i = 0; i < n; i++) {
            var base = model.bases().get(i);
            demand[i] = new ExponentialGen(new MRG32k3a(), base.demandRate());
            share[i] = new MRG32k3a();
            baseRepair[i] = new ExponentialGen(new MRG32k3a(), 1 / base.baseRepairTime());
        }
        depotRepair = new ExponentialGen(new MRG32k3a(), 1 / model.depotRepairTime());
    }

    /// One replication; every one has new streams, which SSJ hands out one after the other.
    static TwoEchelonRun run(TwoEchelonCase model, double days, double countFrom) {
        long start = Meter.now();
        var run = new TwoEchelonOnSsj(model, countFrom);
        run.simulator.init();
        new End(run.simulator).schedule(days);
        run.start();
        run.simulator.start();
        return run.close(Meter.now() - start);
    }

    private static final class End extends Event {
        End(Simulator simulator) {
            super(simulator);
        }

        @Override
        public void actions() {
            simulator().stop();
        }
    }

    private final class Occurrence extends Event {
        private final Happening what;
        private final int base;

        Occurrence(Happening what, int base) {
            super(simulator);
            this.what = what;
            this.base = base;
        }

        @Override
        public void actions() {
            happen(what, base);
        }
    }

    @Override
    double now() {
        return simulator.time();
    }

    @Override
    void after(double delay, Happening what, int base) {
        new Occurrence(what, base).schedule(delay);
    }

    @Override
    double untilDemand(int base) {
        return demand[base].nextDouble();
    }

    @Override
    boolean repairedAtBase(int base) {
        return share[base].nextDouble() < model.bases().get(base).baseRepairShare();
    }

    @Override
    double baseRepair(int base) {
        return baseRepair[base].nextDouble();
    }

    @Override
    double depotRepair() {
        return depotRepair.nextDouble();
    }
}
