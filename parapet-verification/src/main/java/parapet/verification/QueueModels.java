package parapet.verification;

import java.util.SequencedMap;
import parapet.sustain.exact.Engset;
import parapet.sustain.exact.Erlang;
import parapet.sustain.exact.FiniteDepot;
import parapet.sustain.exact.RepairPlaces;

/// Adaptors of the kinds about queues, at places of repair and elsewhere.
final class QueueModels {
    private QueueModels() {}

    /// Adds the kinds of this class to the table of all kinds.
    static void addTo(SequencedMap<String, Model> t) {
        t.put("repair.finite-depot", Model.only(QueueModels::finiteDepot));
        t.put("queue.erlang", Model.only(QueueModels::erlang));
        t.put("queue.engset", Model.only(QueueModels::engset));
    }

    static RepairPlaces places(Inputs in, String key) {
        return in.has(key) ? new RepairPlaces(in.whole(key)) : RepairPlaces.AMPLE;
    }

    private static Outputs finiteDepot(Inputs in) {
        in.only("demandPerDay", "meanRepairTimeDays", "repairPlaces", "stock");
        var r =
                FiniteDepot.solve(
                        in.number("demandPerDay"),
                        in.number("meanRepairTimeDays"),
                        in.whole("repairPlaces"),
                        in.whole("stock"));
        return new Outputs()
                .put("pipelineMean", r.pipelineMean())
                .put("pipelineVariance", r.pipelineVariance())
                .put("expectedBackorders", r.expectedBackorders())
                .put("fillRate", r.fillRate())
                .put("waitProbability", r.waitProbability());
    }

    private static Outputs erlang(Inputs in) {
        in.only("servers", "offeredLoad", "arrivalsPerHour", "servicesPerHour");
        int servers = in.whole("servers");
        boolean timed = in.has("arrivalsPerHour") || in.has("servicesPerHour");
        double load =
                timed
                        ? Erlang.offeredLoad(
                                in.number("arrivalsPerHour"), in.number("servicesPerHour"))
                        : in.number("offeredLoad");
        var out = new Outputs().put("lossProbability", Erlang.lossProbability(servers, load));
        if (load < servers) { // else the waiting system has no long run
            double arrivals = timed ? in.number("arrivalsPerHour") : load;
            double services = timed ? in.number("servicesPerHour") : 1;
            var waiting = Erlang.waiting(servers, arrivals, services);
            out.put("waitProbability", waiting.waitProbability());
            out.put("emptyProbability", waiting.emptyProbability());
            if (timed) {
                out.put("meanWaitHours", waiting.meanWait());
                out.put("meanTimeInSystemHours", waiting.meanTimeInSystem());
            }
        }
        return out;
    }

    private static Outputs engset(Inputs in) {
        in.only("sources", "servers", "loadPerIdleSource");
        int sources = in.whole("sources");
        int servers = in.whole("servers");
        double load = in.number("loadPerIdleSource");
        return new Outputs()
                .put("timeCongestion", Engset.timeCongestion(sources, servers, load))
                .put("callCongestion", Engset.callCongestion(sources, servers, load));
    }
}
