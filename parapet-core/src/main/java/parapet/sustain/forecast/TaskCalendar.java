package parapet.sustain.forecast;

import java.util.Arrays;
import java.util.List;
import parapet.sustain.Network;
import parapet.sustain.SustainInput;

/// When each unit is away for planned work, if all of it took its mean time: the rules of the
/// simulation day by day, without chance.
final class TaskCalendar {
    private TaskCalendar() {}

    /// Whether unit u is away on a day.
    ///
    /// @param servesFromDay first day of service by unit, infinite if never
    /// @return `away[unit][day]`
    static boolean[][] away(SustainInput input, double[] servesFromDay, int days) {
        List<SustainInput.Unit> units = input.units();
        var away = new boolean[units.size()][days];
        Network first = input.phases().getFirst().network();
        int tasks = first.types().stream().mapToInt(t -> t.tasks().size()).max().orElse(0);
        var since = new double[units.size()][tasks];
        var inWork = new int[units.size()];
        var until = new double[units.size()];
        var at = new int[units.size()];
        for (int u = 0; u < units.size(); u++) {
            Arrays.fill(since[u], servesFromDay[u]);
            inWork[u] = -1;
        }
        int phase = 0;
        for (int day = 0; day < days && tasks > 0; day++) {
            while (phase + 1 < input.phases().size()
                    && input.phases().get(phase + 1).fromTick() <= day * Flow.DAY_TICKS) {
                phase++;
            }
            Network network = input.phases().get(phase).network();
            for (int u = 0; u < units.size(); u++) {
                if (inWork[u] >= 0 && until[u] <= day) {
                    Network.Task done = task(network, units.get(u), inWork[u]);
                    since[u][inWork[u]] =
                            Double.isFinite(done.everySec()) ? until[u] : Double.POSITIVE_INFINITY;
                    inWork[u] = -1;
                }
            }
            for (int u = 0; u < units.size(); u++) {
                int kinds = network.types().get(units.get(u).type()).tasks().size();
                boolean grounded = false;
                for (int t = 0; t < kinds && inWork[u] < 0 && servesFromDay[u] <= day; t++) {
                    Network.Task how = task(network, units.get(u), t);
                    double due = due(how, since[u][t]);
                    if (!how.active() || due > day) {
                        continue;
                    }
                    for (Network.TaskSite where : how.at()) {
                        if (inWork[u] < 0
                                && network.sites().get(where.site()).open()
                                && busy(units, inWork, at, units.get(u).type(), t, where.site())
                                        < where.places()) {
                            inWork[u] = t;
                            at[u] = where.site();
                            until[u] = day + where.timeSec() / Flow.DAY_SEC;
                        }
                    }
                    grounded |= inWork[u] < 0 && due + how.graceSec() / Flow.DAY_SEC <= day;
                }
                away[u][day] = inWork[u] >= 0 || grounded;
            }
        }
        return away;
    }

    private static double due(Network.Task how, double since) {
        double every = Double.isFinite(how.everySec()) ? how.everySec() / Flow.DAY_SEC : 0;
        return StrictMath.max(since + every, how.fromTick() / (double) Flow.DAY_TICKS);
    }

    private static Network.Task task(Network network, SustainInput.Unit unit, int t) {
        return network.types().get(unit.type()).tasks().get(t);
    }

    private static int busy(
            List<SustainInput.Unit> units, int[] inWork, int[] at, int type, int task, int site) {
        int n = 0;
        for (int u = 0; u < units.size(); u++) {
            n += units.get(u).type() == type && inWork[u] == task && at[u] == site ? 1 : 0;
        }
        return n;
    }
}
