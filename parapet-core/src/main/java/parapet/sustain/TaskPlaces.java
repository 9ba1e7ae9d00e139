package parapet.sustain;

import java.util.Arrays;
import java.util.List;
import parapet.quantity.Calendar;

/// Places for tasks: one counter for each task of a type and site, with its limit of inductions.
final class TaskPlaces {
    private final Run run;
    private final int[] first;
    private final int[] busy;
    private final long[] nextStart;
    private final long[] awaited;

    TaskPlaces(Run run) {
        this.run = run;
        List<Network.UnitType> types = run.network.types();
        first = new int[types.size() + 1];
        for (int t = 0; t < types.size(); t++) {
            first[t + 1] = first[t] + types.get(t).tasks().size();
        }
        int n = first[types.size()] * run.sites;
        busy = new int[n];
        nextStart = new long[n];
        awaited = new long[n];
        Arrays.fill(nextStart, Long.MIN_VALUE);
    }

    private int place(int type, int task, int site) {
        return (first[type] + task) * run.sites + site;
    }

    /// Whether another unit may begin now. A limit of inductions is awaited.
    boolean free(int type, int task, Network.TaskSite where) {
        int place = place(type, task, where.site());
        if (busy[place] >= where.places()) {
            return false;
        }
        if (run.now < nextStart[place]) {
            if (awaited[place] != nextStart[place]) {
                awaited[place] = nextStart[place];
                run.at(nextStart[place], Run.TASK_PLACE, 0);
            }
            return false;
        }
        return true;
    }

    void take(int type, int task, Network.TaskSite where) {
        int place = place(type, task, where.site());
        busy[place]++;
        if (Double.isFinite(where.inductionsPerSec())) {
            long delay = Calendar.ticks(1 / where.inductionsPerSec());
            nextStart[place] = delay > Long.MAX_VALUE - run.now ? Long.MAX_VALUE : run.now + delay;
        }
    }

    void giveBack(int type, int task, int site) {
        busy[place(type, task, site)]--;
    }
}
