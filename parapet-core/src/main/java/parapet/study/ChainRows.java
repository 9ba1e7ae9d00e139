package parapet.study;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import parapet.quantity.Calendar;
import parapet.scenario.Case;
import parapet.study.rows.ChainRow;
import parapet.sustain.Network;
import parapet.sustain.ReadinessHistory;
import parapet.sustain.Reason;
import parapet.tables.Rows;

/// Unit-days without a part by whole chain of causes, such as *radar: no spare at base, no spare at
/// depot, in repair at depot*. They add up to the days of all reasons that lie behind a missing
/// spare.
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
        var past = new TreeMap<String, Double>();
        var coming = new TreeMap<String, Double>();
        var words = new TreeMap<Integer, String>();
        for (int i = 0; i < history.chainCount(); i++) {
            String chain = words.computeIfAbsent(history.chain(i), n -> words(history.causes(n)));
            long from = history.chainFrom(i);
            long to = history.chainTo(i);
            long cut = Math.clamp(asOf, from, to);
            add(past, chain, cut - from);
            add(coming, chain, to - cut);
        }
        post(rows, false, past);
        post(rows, true, coming);
    }

    private static void add(Map<String, Double> days, String chain, long ticks) {
        if (ticks > 0) {
            days.merge(chain, ticks / (double) Calendar.DAY, Double::sum);
        }
    }

    private void post(Rows rows, boolean coming, Map<String, Double> days) {
        days.forEach((chain, sum) ->
                rows.add(new ChainRow(c.plan(), c.draw(), replication, coming, chain, sum)));
    }

    private String words(List<ReadinessHistory.Cause> causes) {
        var text = new StringBuilder();
        int part = -1;
        for (ReadinessHistory.Cause cause : causes) {
            if (cause.part() >= 0 && cause.part() != part) {
                part = cause.part();
                text.append(text.isEmpty() ? "" : "; ")
                        .append(network.parts().get(part).id())
                        .append(": ");
            } else {
                text.append(", ");
            }
            text.append(word(cause.reason()));
            if (cause.site() >= 0) {
                text.append(cause.reason() == Reason.SPARE_ON_THE_WAY ? " from " : " at ")
                        .append(network.sites().get(cause.site()).id());
            }
        }
        return text.toString();
    }

    private static String word(Reason reason) {
        return switch (reason) {
            case SHELF_EMPTY -> "no spare";
            case AWAITING_SUB_PART -> "shop awaits sub-part";
            case SPARE_ON_THE_WAY -> "spare on its way";
            case NO_SHOP -> "part lies";
            default -> {
                String label = reason.label().toLowerCase(Locale.ROOT);
                yield label.substring(label.indexOf(": ") < 0 ? 0 : label.indexOf(": ") + 2);
            }
        };
    }
}
