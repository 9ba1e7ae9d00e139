package parapet.bench;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import parapet.engage.Battle;
import parapet.engage.BattleInput;
import parapet.engage.Battlefield;
import parapet.engage.Damage;
import parapet.engage.ForceState;
import parapet.engage.Picture;
import parapet.engage.RaidOutcome;
import parapet.random.Streams;

/// Replications of a raid per CPU second of one thread: picture, fight with the usual checks, and
/// damage; with the geometry held, or made anew for another member each time (the views of the
/// lanes are there). The answer is a hash over leakers and rounds of the first replications.
@State(Scope.Thread)
public class BattleBenchmark {
    private static final int MEMBERS = 8;

    /// Threats.
    public enum Size {
        /// A heavy night.
        OF_300(300),
        /// Far more than was ever seen.
        OF_10000(10_000);

        private final int threats;

        Size(int threats) {
            this.threats = threats;
        }
    }

    /// What is made each time.
    public enum Task {
        /// Picture and fight.
        HELD,
        /// Geometry, picture and fight.
        NEW_MEMBER
    }

    /// Threats.
    @Param public Size size = Size.OF_300;

    /// What is made each time.
    @Param public Task task = Task.HELD;

    private final Battlefield[] fields = new Battlefield[MEMBERS];
    private final ForceState[] forces = new ForceState[MEMBERS];
    private Meter.Answer answer = Meter.Answer.NONE;
    private int replication;

    /// Draws the members.
    @Setup(Level.Trial)
    public void draw() {
        long hash = 0;
        for (int m = 0; m < MEMBERS; m++) {
            BattleInput input = BattleCase.member(m, size.threats);
            fields[m] = Battlefield.of(input);
            forces[m] = BattleCase.everybody(input);
            RaidOutcome o = fight(fields[m], forces[m], m);
            for (int c = 0; c < input.classes().size(); c++) {
                hash = 31 * hash + o.leaked()[0][c];
            }
            for (int fired : o.fired()[0]) {
                hash = 31 * hash + fired;
            }
        }
        answer = Meter.Answer.checksum(hash * 0x9E3779B97F4A7C15L);
    }

    private static RaidOutcome fight(Battlefield field, ForceState force, int replication) {
        var streams = new Streams(1, 0, replication);
        return Battle.fight(field, Picture.of(field, streams), force, streams, false);
    }

    /// One replication.
    @Benchmark
    public double fight(Meter meter) {
        int m = replication % MEMBERS;
        BattleInput input = fields[m].input();
        long start = Meter.now();
        Battlefield field = task == Task.HELD ? fields[m] : Battlefield.of(input);
        RaidOutcome outcome = fight(field, forces[m], replication++);
        double lost = Damage.of(input.assets(), outcome.leakedAt()).lostBy(0);
        meter.add(1, Meter.now() - start, answer);
        return lost;
    }
}
