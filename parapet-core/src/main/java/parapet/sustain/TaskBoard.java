package parapet.sustain;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import parapet.programme.MoneyCause;
import parapet.quantity.Calendar;
import parapet.random.Streams;

/// Overhauls and upgrades: planned work that takes the whole unit away. When a task is due the unit
/// goes to the first listed site that is open and has a free place; if there is none it keeps
/// working through its days of grace, then stands still until one is. The longest due come first.
/// Two tasks of one unit never overlap.
final class TaskBoard {
    private static final int NONE = -1;
    private static final int TASK_BITS = 24;
    private static final double SCATTER = 0.2;
    private static final long TIME = Streams.entity("sustain.task.time");

    private final Run run;
    private final Fleet fleet;
    private final int[] firstTask;
    private final int[] unitOf;
    private final long[] since;
    private final long[] due;
    private final boolean[] done;
    private final boolean[] waiting;
    private final boolean[] grounded;
    private final long[] version;
    private final UniformRandomProvider[] chance;
    private final int[] inWork;
    private final int[] workSite;
    private final int[] firstKind;
    private final int[] busy;
    private int[] queue = new int[16];
    private int queued;

    TaskBoard(Run run) {
        this.run = run;
        this.fleet = run.fleet;
        List<Network.UnitType> types = run.network.types();
        firstKind = new int[types.size() + 1];
        for (int t = 0; t < types.size(); t++) {
            firstKind[t + 1] = firstKind[t] + types.get(t).tasks().size();
        }
        busy = new int[firstKind[types.size()] * run.sites];
        firstTask = new int[fleet.units + 1];
        for (int u = 0; u < fleet.units; u++) {
            firstTask[u + 1] = firstTask[u] + types.get(fleet.type[u]).tasks().size();
        }
        int n = firstTask[fleet.units];
        unitOf = new int[n];
        for (int u = 0; u < fleet.units; u++) {
            Arrays.fill(unitOf, firstTask[u], firstTask[u + 1], u);
        }
        since = new long[n];
        due = new long[n];
        done = new boolean[n];
        waiting = new boolean[n];
        grounded = new boolean[n];
        version = new long[n];
        chance = new UniformRandomProvider[n];
        inWork = new int[fleet.units];
        Arrays.fill(inWork, NONE);
        workSite = new int[fleet.units];
    }

    private Network.Task task(int t) {
        int unit = unitOf[t];
        return run.network.types().get(fleet.type[unit]).tasks().get(t - firstTask[unit]);
    }

    void enter(int unit, long inService) {
        String id = run.input.units().get(unit).id();
        for (int t = firstTask[unit]; t < firstTask[unit + 1]; t++) {
            chance[t] = run.streams.at("sustain.task", id + "/" + task(t).id());
            since[t] = inService;
            plan(t);
        }
    }

    /// Sets the next due time; one in the past counts as now.
    private void plan(int t) {
        Network.Task how = task(t);
        version[t]++;
        if (done[t] || !how.active()) {
            return;
        }
        long next = since[t];
        if (Double.isFinite(how.everySec())) {
            next += Calendar.ticks(how.everySec());
        }
        due[t] = Math.max(run.now, Math.max(next, how.fromTick()));
        run.at(due[t], Run.TASK_DUE, version[t] << TASK_BITS | t);
    }

    private boolean stale(long what) {
        return what >>> TASK_BITS != version[index(what)];
    }

    private static int index(long what) {
        return (int) (what & ((1 << TASK_BITS) - 1));
    }

    void fallDue(long what) {
        if (stale(what)) {
            return;
        }
        int t = index(what);
        waiting[t] = true;
        insert(t);
        startAll();
        if (waiting[t]) {
            long grace = Calendar.ticks(task(t).graceSec());
            if (grace < run.endTick - run.now) {
                run.at(run.now + grace, Run.TASK_GRACE, what);
            }
        }
    }

    void graceEnds(long what) {
        int t = index(what);
        if (!stale(what) && waiting[t]) {
            grounded[t] = true;
            fleet.refresh(unitOf[t]);
        }
    }

    void finish(int t) {
        int unit = unitOf[t];
        busy[place(t, workSite[unit])]--;
        inWork[unit] = NONE;
        since[t] = run.now;
        done[t] = !Double.isFinite(task(t).everySec());
        plan(t);
        fleet.refresh(unit);
        startAll();
    }

    void phaseChanged() {
        for (int t = 0; t < unitOf.length; t++) {
            int unit = unitOf[t];
            if (!fleet.inService[unit] || inWork[unit] == t) {
                continue;
            }
            if (waiting[t] && !task(t).active()) {
                dequeue(t);
                fleet.refresh(unit);
            }
            if (!waiting[t]) {
                plan(t);
            }
        }
        startAll();
    }

    private void startAll() {
        for (int i = 0; i < queued; ) {
            int t = queue[i];
            int site = inWork[unitOf[t]] == NONE ? freeSite(t) : NONE;
            if (site >= 0) {
                start(t, site);
            } else {
                i++;
            }
        }
    }

    private void start(int t, int site) {
        int unit = unitOf[t];
        Network.TaskSite where = at(t, site);
        dequeue(t);
        inWork[unit] = t;
        workSite[unit] = site;
        busy[place(t, site)]++;
        String id = run.input.units().get(unit).id();
        run.ledger.post(run.now, MoneyCause.TASK, id, where.currency(), where.price());
        double time = run.gamma(chance[t].nextLong(), TIME, where.timeSec(), SCATTER);
        run.after(time, Run.TASK_DONE, t);
        fleet.refresh(unit);
    }

    /// The first listed site that is open and has a free place, -1 if there is none.
    private int freeSite(int t) {
        for (Network.TaskSite where : task(t).at()) {
            if (run.site[where.site()].open() && free(t, where.site())) {
                return where.site();
            }
        }
        return NONE;
    }

    /// The first listed site that is open and has places, -1 if there is none.
    private int openSite(int t) {
        for (Network.TaskSite where : task(t).at()) {
            if (run.site[where.site()].open() && where.places() > 0) {
                return where.site();
            }
        }
        return NONE;
    }

    private boolean free(int t, int site) {
        return busy[place(t, site)] < at(t, site).places();
    }

    private Network.TaskSite at(int t, int site) {
        for (Network.TaskSite where : task(t).at()) {
            if (where.site() == site) {
                return where;
            }
        }
        throw new IllegalStateException("The task (%d) is not done at (%d).".formatted(t, site));
    }

    private int place(int t, int site) {
        int unit = unitOf[t];
        return (firstKind[fleet.type[unit]] + t - firstTask[unit]) * run.sites + site;
    }

    /// Keeps the queue sorted by due time, then by unit and task.
    private void insert(int t) {
        if (queued == queue.length) {
            queue = Arrays.copyOf(queue, 2 * queued);
        }
        int i = queued++;
        while (i > 0
                && (due[queue[i - 1]] > due[t]
                        || (due[queue[i - 1]] == due[t] && queue[i - 1] > t))) {
            queue[i] = queue[i - 1];
            i--;
        }
        queue[i] = t;
    }

    private void dequeue(int t) {
        int i = 0;
        while (queue[i] != t) {
            i++;
        }
        System.arraycopy(queue, i + 1, queue, i, queued - i - 1);
        queued--;
        waiting[t] = false;
        grounded[t] = false;
    }

    boolean inWork(int unit) {
        return inWork[unit] != NONE;
    }

    boolean away(int unit) {
        return inWork[unit] != NONE || groundedTask(unit) != NONE;
    }

    private int groundedTask(int unit) {
        for (int t = firstTask[unit]; t < firstTask[unit + 1]; t++) {
            if (grounded[t]) {
                return t;
            }
        }
        return NONE;
    }

    /// Where the unit is in work, or the site whose place it waits for; -1 when none is open.
    int site(int unit) {
        return inWork[unit] != NONE ? workSite[unit] : openSite(groundedTask(unit));
    }
}
