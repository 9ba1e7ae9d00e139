package parapet.verification;

import java.util.Arrays;
import java.util.List;
import java.util.SequencedMap;
import parapet.engage.exact.ChannelLoss;
import parapet.engage.exact.FiniteMagazine;
import parapet.engage.exact.Layers;
import parapet.engage.exact.LimitedPatience;
import parapet.engage.exact.ReadinessToLeakers;
import parapet.engage.exact.Saturation;
import parapet.engage.exact.ScanSkip;
import parapet.engage.exact.ShootLookShoot;
import parapet.engage.exact.StochasticSalvo;
import parapet.stats.Binomial;
import parapet.stats.DiscreteLaw;

/// Adaptors of the kinds about engagement and simulation.
final class BattleModels {
    private BattleModels() {}

    /// Adds the kinds of this class to the table of all kinds.
    static void addTo(SequencedMap<String, Model> t) {
        t.put("engage.shoot-look-shoot", Model.only(BattleModels::shootLookShoot));
        t.put("engage.finite-magazine", Model.only(BattleModels::finiteMagazine));
        t.put("engage.layers", Model.only(BattleModels::layers));
        t.put("engage.saturation", Model.only(BattleModels::saturation));
        t.put("engage.channel-loss", Model.only(BattleModels::channelLoss));
        t.put("engage.limited-patience", Model.only(BattleModels::limitedPatience));
        t.put("engage.stochastic-salvo", Model.only(BattleModels::stochasticSalvo));
        t.put("engage.readiness-to-leakers", Model.only(BattleModels::readinessToLeakers));
        t.put("sim.scan-skip", Model.only(BattleModels::scanSkip));
    }

    private static int[] wholes(Inputs in, String key) {
        return in.numbers(key).stream().mapToInt(x -> Math.toIntExact(Math.round(x))).toArray();
    }

    private static double[] numbers(Inputs in, String key) {
        return in.numbers(key).stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static List<Double> list(DiscreteLaw law, int largest) {
        return Arrays.stream(law.toArray(largest + 1)).boxed().toList();
    }

    private static Outputs shootLookShoot(Inputs in) {
        in.only("killProbability", "roundsAtLook", "threats");
        var r =
                ShootLookShoot.of(
                        in.number("killProbability"),
                        wholes(in, "roundsAtLook"),
                        in.whole("threats"));
        return new Outputs()
                .put("leakProbability", r.leakProbability())
                .put("expectedRoundsPerThreat", r.expectedRoundsPerThreat())
                .put("probabilityNoLeaker", r.probabilityNoLeaker())
                .put("meanLeakers", r.meanLeakers())
                .put("expectedRounds", r.expectedRounds());
    }

    private static Outputs finiteMagazine(Inputs in) {
        in.only("threats", "rounds", "maximumShotsPerThreat", "killProbability");
        int threats = in.whole("threats");
        var r =
                FiniteMagazine.of(
                        threats,
                        in.whole("rounds"),
                        in.whole("maximumShotsPerThreat"),
                        in.number("killProbability"));
        return new Outputs()
                .put("meanLeakers", r.leakers().mean())
                .put("meanRoundsUsed", r.meanRoundsUsed())
                .put("probabilityNoLeaker", r.leakers().probability(0))
                .put("leakerDistribution", list(r.leakers(), threats));
    }

    private static Outputs layers(Inputs in) {
        in.only("threats", "layerKillProbabilities", "atMost");
        Binomial law = Layers.leakers(in.whole("threats"), numbers(in, "layerKillProbabilities"));
        DiscreteLaw leakers = law.law();
        return new Outputs()
                .put("survivalProbability", law.probability())
                .put("meanLeakers", leakers.mean())
                .put("leakerStandardDeviation", StrictMath.sqrt(leakers.variance()))
                .put("probabilityNoLeaker", leakers.probability(0))
                .put("probabilityLeakersAtMost", leakers.cdf(in.whole("atMost")));
    }

    private static Outputs saturation(Inputs in) {
        in.only("threats", "channels", "cycleTimeS", "windowS");
        int threats = in.whole("threats");
        int engaged =
                Saturation.engaged(
                        threats,
                        in.whole("channels"),
                        in.number("cycleTimeS"),
                        in.number("windowS"));
        return new Outputs().put("engaged", engaged).put("leakersAtLeast", threats - engaged);
    }

    private static Outputs channelLoss(Inputs in) {
        in.only("offeredLoad", "killProbability", "channels");
        List<ChannelLoss.Layer> layers =
                ChannelLoss.of(
                        in.number("offeredLoad"),
                        in.number("killProbability"),
                        wholes(in, "channels"));
        return new Outputs()
                .put(
                        "blockingProbability",
                        layers.stream().map(ChannelLoss.Layer::blockingProbability).toList())
                .put(
                        "leakFractionAfterLayer",
                        layers.stream().map(ChannelLoss.Layer::leakFraction).toList());
    }

    private static Outputs limitedPatience(Inputs in) {
        in.only("channels", "arrivalsPerMinute", "servicesPerMinute", "patienceMinutes");
        return new Outputs()
                .put(
                        "lossProbability",
                        LimitedPatience.lossProbability(
                                in.whole("channels"),
                                in.number("arrivalsPerMinute"),
                                in.number("servicesPerMinute"),
                                in.number("patienceMinutes")));
    }

    private static Outputs stochasticSalvo(Inputs in) {
        in.only(
                "shots",
                "hitProbability",
                "interceptors",
                "interceptProbability",
                "targetUnits",
                "lossPerHitMean",
                "lossPerHitStandardDeviation");
        int shots = in.whole("shots");
        DiscreteLaw hits =
                StochasticSalvo.hits(
                        shots,
                        in.number("hitProbability"),
                        in.whole("interceptors"),
                        in.number("interceptProbability"));
        var out =
                new Outputs()
                        .put("probabilityNoHit", hits.probability(0))
                        .put("meanHits", hits.mean())
                        .put("hitDistribution", list(hits, shots));
        if (in.has("targetUnits")) {
            var loss =
                    StochasticSalvo.loss(
                            hits,
                            in.number("targetUnits"),
                            in.number("lossPerHitMean"),
                            in.number("lossPerHitStandardDeviation"));
            out.put("meanUnitsLost", loss.meanUnits())
                    .put("probabilityAllLost", loss.probabilityAll());
        }
        return out;
    }

    private static Outputs readinessToLeakers(Inputs in) {
        in.only("squadrons", "readinessStates", "threats", "killsPerReadySquadron", "fewerThan");
        List<ReadinessToLeakers.State> states =
                in.objects("readinessStates").stream()
                        .map(s -> s.only("probability", "squadronAvailability"))
                        .map(s ->
                                new ReadinessToLeakers.State(
                                        s.number("probability"), s.number("squadronAvailability")))
                        .toList();
        DiscreteLaw ready = ReadinessToLeakers.ready(in.whole("squadrons"), states);
        double threats = in.number("threats");
        double kills = in.number("killsPerReadySquadron");
        return new Outputs()
                .put("meanReadySquadrons", ready.mean())
                .put("expectedLeakers", ReadinessToLeakers.expectedLeakers(ready, threats, kills))
                .put(
                        "leakersAtMeanReadiness",
                        ReadinessToLeakers.leakers(ready.mean(), threats, kills))
                .put("probabilityFewerReady", ready.cdf(in.whole("fewerThan") - 1));
    }

    private static Outputs scanSkip(Inputs in) {
        in.only("speedMPerS", "radiusM", "stepS");
        double radiusM = in.number("radiusM");
        return new Outputs()
                .put(
                        "skipProbability",
                        ScanSkip.stepped(in.number("speedMPerS"), radiusM, in.number("stepS")))
                .put("nextEventSkipProbability", ScanSkip.nextEvent(radiusM));
    }
}
