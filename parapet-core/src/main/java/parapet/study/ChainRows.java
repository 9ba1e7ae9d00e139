package parapet.study;

import java.util.Map;
import java.util.TreeMap;
import parapet.quantity.Calendar;
import parapet.scenario.Case;
import parapet.study.rows.ChainRow;
import parapet.sustain.Network;
import parapet.sustain.ReadinessHistory;
import parapet.tables.Rows;

/// Unit-days without a part by whole chain of causes, such as *no spare of the radar at base, no
/// spare of it at depot, in repair at depot*. They add up to the days of all reasons that lie
/// behind a missing spare.
final class ChainRows {
    private final Case c;
    private final int replication;
    private final long asOf;
    private final ReadinessHistory history;
    private final Network network;

    /// @param asOf tick that divides what is past from what is to come
    ChainRows(Case c, int replication, long asOf, ReadinessHistory history) {
        this.c = c;
        this.replication = replication;
        this.asOf = asOf;
        this.history = history;
        this.network = c.sustain().phases().getFirst().network();
    }

    void post(Rows rows) {
        var past = new TreeMap<Integer, Long>();
        var coming = new TreeMap<Integer, Long>();
        for (int i = 0; i < history.chainCount(); i++) {
            long from = history.chainFrom(i);
            long to = history.chainTo(i);
            long cut = Math.clamp(asOf, from, to);
            add(past, history.chain(i), cut - from);
            add(coming, history.chain(i), to - cut);
        }
        post(rows, false, past);
        post(rows, true, coming);
    }

    private static void add(Map<Integer, Long> ticks, int chain, long more) {
        if (more > 0) {
            ticks.merge(chain, more, Long::sum);
        }
    }

    private void post(Rows rows, boolean coming, Map<Integer, Long> ticks) {
        ticks.forEach((chain, sum) -> {
            int step = 0;
            for (ReadinessHistory.Cause cause : history.causes(chain)) {
                rows.add(
                        new ChainRow(
                                c.plan(),
                                c.draw(),
                                replication,
                                coming,
                                chain,
                                step,
                                cause.reason().key(),
                                cause.part() < 0 ? "" : network.parts().get(cause.part()).id(),
                                cause.site() < 0 ? "" : network.sites().get(cause.site()).id(),
                                step == 0 ? (Double) (sum / (double) Calendar.DAY) : null));
                step++;
            }
        });
    }
}
