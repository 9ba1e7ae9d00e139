package parapet.bench;

import org.apache.commons.rng.UniformRandomProvider;
import parapet.quantity.Calendar;
import parapet.random.Sampler;
import parapet.random.Streams;
import parapet.sim.EventQueue;
import parapet.sustain.exact.TwoEchelon;

/// The two-echelon network on the kernel of Parapet: events are numbers in an [EventQueue], chance
/// comes from keyed [Streams].
final class TwoEchelonOnParapet extends TwoEchelonRules {
    private static final int KIND_BITS = 3;
    private static final Happening[] KINDS = Happening.values();

    private final TwoEchelon.Base[] base;
    private final double depotRepairTime;
    private final EventQueue queue = new EventQueue();
    private final UniformRandomProvider[] demand;
    private final UniformRandomProvider[] share;
    private final UniformRandomProvider[] baseRepair;
    private final UniformRandomProvider depotRepair;
    private long tick;

    private TwoEchelonOnParapet(TwoEchelonCase model, double countFrom, int replication) {
        super(model, countFrom);
        base = model.bases().toArray(new TwoEchelon.Base[0]);
        depotRepairTime = model.depotRepairTime();
        var streams = new Streams(1, 0, replication);
        int n = base.length;
        demand = new UniformRandomProvider[n];
        share = new UniformRandomProvider[n];
        baseRepair = new UniformRandomProvider[n];
        for (int i = 0; i < n; i++) {
            demand[i] = streams.at("demand", i);
            share[i] = streams.at("share", i);
            baseRepair[i] = streams.at("repair", i);
        }
        depotRepair = streams.at("repair", -1);
    }

    static TwoEchelonRun run(TwoEchelonCase model, double days, double countFrom, int replication) {
        long start = Meter.now();
        var run = new TwoEchelonOnParapet(model, countFrom, replication);
        run.start();
        long end = Math.round(days * Calendar.DAY);
        while (run.queue.tick() < end) {
            run.tick = run.queue.tick();
            long event = run.queue.poll();
            run.happen(KINDS[(int) event & ((1 << KIND_BITS) - 1)], (int) (event >>> KIND_BITS));
        }
        run.tick = end;
        return run.close(Meter.now() - start);
    }

    @Override
    double now() {
        return tick / (double) Calendar.DAY;
    }

    @Override
    void after(double delay, Happening what, int i) {
        queue.add(tick + Math.round(delay * Calendar.DAY), (long) i << KIND_BITS | what.ordinal());
    }

    @Override
    double untilDemand(int i) {
        return Sampler.exponential(demand[i], 1 / base[i].demandRate());
    }

    @Override
    boolean repairedAtBase(int i) {
        return Streams.open(share[i]) < base[i].baseRepairShare();
    }

    @Override
    double baseRepair(int i) {
        return Sampler.exponential(baseRepair[i], base[i].baseRepairTime());
    }

    @Override
    double depotRepair() {
        return Sampler.exponential(depotRepair, depotRepairTime);
    }
}
