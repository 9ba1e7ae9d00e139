package parapet.bench;

import java.util.concurrent.CountDownLatch;
import nl.tudelft.simulation.dsol.SimRuntimeException;
import nl.tudelft.simulation.dsol.experiment.SingleReplication;
import nl.tudelft.simulation.dsol.model.AbstractDsolModel;
import nl.tudelft.simulation.dsol.simulators.DevsSimulator;
import nl.tudelft.simulation.dsol.simulators.ReplicationState;
import nl.tudelft.simulation.jstats.distributions.DistBernoulli;
import nl.tudelft.simulation.jstats.distributions.DistExponential;
import nl.tudelft.simulation.jstats.streams.MersenneTwister;

/// The two-echelon network on DSOL: events are lambdas in the default list of the simulator; chance
/// comes from distributions with streams of their own. DSOL runs a model on a thread of its own,
/// whose CPU time is read by the first event and the last.
final class TwoEchelonOnDsol extends TwoEchelonRules {
    private final DevsSimulator<Double> simulator;
    private final DistExponential[] demand;
    private final DistBernoulli[] share;
    private final DistExponential[] baseRepair;
    private final DistExponential depotRepair;
    private final CountDownLatch ended = new CountDownLatch(1);
    private long started;
    private TwoEchelonRun result = new TwoEchelonRun(0, 0, 0, 0);

    private TwoEchelonOnDsol(
            TwoEchelonCase model,
            DevsSimulator<Double> simulator,
            double countFrom,
            int replication) {
        super(model, countFrom);
        this.simulator = simulator;
        int n = model.bases().size();
        demand = new DistExponential[n];
        share = new DistBernoulli[n];
        baseRepair = new DistExponential[n];
        long seed = 1_000L * replication;
        for (int i = 0; i < n; i++) {
            var base = model.bases().get(i);
            demand[i] = new DistExponential(stream(++seed), 1 / base.demandRate());
            share[i] = new DistBernoulli(stream(++seed), base.baseRepairShare());
            baseRepair[i] = new DistExponential(stream(++seed), base.baseRepairTime());
        }
        depotRepair = new DistExponential(stream(++seed), model.depotRepairTime());
    }

    private static MersenneTwister stream(long seed) {
        return new MersenneTwister(seed);
    }

    static TwoEchelonRun run(TwoEchelonCase model, double days, double countFrom, int replication) {
        try {
            var simulator = new DevsSimulator<Double>("two-echelon");
            var run = new TwoEchelonOnDsol(model, simulator, countFrom, replication);
            var dsol = new Model(simulator, run, days);
            simulator.initialize(dsol, new SingleReplication<>("one", 0.0, 0.0, days + 1));
            simulator.start();
            run.ended.await();
            while (simulator.getReplicationState() != ReplicationState.ENDED) {
                Thread.sleep(1);
            }
            simulator.cleanUp();
            return run.result;
        } catch (SimRuntimeException | InterruptedException e) {
            throw new IllegalStateException("The simulator of DSOL did not run.", e);
        }
    }

    private static final class Model extends AbstractDsolModel<Double, DevsSimulator<Double>> {
        private static final long serialVersionUID = 1;

        private final transient TwoEchelonOnDsol run;
        private final double days;

        Model(DevsSimulator<Double> simulator, TwoEchelonOnDsol run, double days) {
            super(simulator);
            this.run = run;
            this.days = days;
        }

        @Override
        public void constructModel() throws SimRuntimeException {
            getSimulator().scheduleEventAbs(0.0, run::begin);
            getSimulator().scheduleEventAbs(days, run::end);
        }
    }

    private void begin() {
        started = Meter.now();
        start();
    }

    private void end() {
        result = close(Meter.now() - started);
        ended.countDown();
    }

    @Override
    double now() {
        return simulator.getSimulatorTime();
    }

    @Override
    void after(double delay, Happening what, int base) {
        try {
            simulator.scheduleEventRel(delay, () -> happen(what, base));
        } catch (SimRuntimeException e) {
            throw new IllegalStateException("DSOL refuses the delay (%s).".formatted(delay), e);
        }
    }

    @Override
    double untilDemand(int base) {
        return demand[base].draw();
    }

    @Override
    boolean repairedAtBase(int base) {
        return share[base].draw() == 1;
    }

    @Override
    double baseRepair(int base) {
        return baseRepair[base].draw();
    }

    @Override
    double depotRepair() {
        return depotRepair.draw();
    }
}
