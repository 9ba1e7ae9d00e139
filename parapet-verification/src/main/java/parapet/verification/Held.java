package parapet.verification;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import parapet.atmosphere.ExponentialAtmosphere;
import parapet.atmosphere.GasAttenuation;
import parapet.atmosphere.RainAttenuation;
import parapet.engage.exact.ChannelLoss;
import parapet.engage.exact.FiniteMagazine;
import parapet.engage.exact.Layers;
import parapet.engage.exact.LimitedPatience;
import parapet.engage.exact.ReadinessToLeakers;
import parapet.engage.exact.Saturation;
import parapet.engage.exact.ScanSkip;
import parapet.engage.exact.ShootLookShoot;
import parapet.engage.exact.StochasticSalvo;
import parapet.flight.BallisticArc;
import parapet.flight.StandardAtmosphere;
import parapet.geo.EffectiveEarth;
import parapet.geo.Ellipsoid;
import parapet.geo.Geodesics;
import parapet.programme.Payments;
import parapet.programme.PresentValue;
import parapet.quantity.FiscalYears;
import parapet.radar.CumulativeDetection;
import parapet.radar.Detection;
import parapet.radar.DiscAreas;
import parapet.radar.KnifeEdge;
import parapet.radar.RadarEquation;
import parapet.sustain.exact.AgeReplacement;
import parapet.sustain.exact.Cannibalisation;
import parapet.sustain.exact.ClosedFleet;
import parapet.sustain.exact.DatedFleet;
import parapet.sustain.exact.Engset;
import parapet.sustain.exact.Erlang;
import parapet.sustain.exact.FiniteDepot;
import parapet.sustain.exact.FleetInterval;
import parapet.sustain.exact.IntervalAvailability;
import parapet.sustain.exact.KofN;
import parapet.sustain.exact.LastTimeBuy;
import parapet.sustain.exact.LateralSupply;
import parapet.sustain.exact.MinMax;
import parapet.sustain.exact.NonstationaryPipeline;
import parapet.sustain.exact.OpeningTransient;
import parapet.sustain.exact.OptimalStock;
import parapet.sustain.exact.PriceOfAMonth;
import parapet.sustain.exact.RandomTransport;
import parapet.sustain.exact.Renewals;
import parapet.sustain.exact.ReorderPoint;
import parapet.sustain.exact.RepairLevel;
import parapet.sustain.exact.ShelfLife;
import parapet.sustain.exact.SingleSite;
import parapet.sustain.exact.TwoEchelon;
import parapet.sustain.exact.TwoIndenture;
import parapet.terrain.LowestVisibleHeight;

/// Which code each kind of case holds: code that runs use, or a reference model beside it.
///
/// A case of a reference model says nothing about a run; it keeps the model right with which tests
/// and other cases hold the engines. The cases of [Chains] hold what runs use.
public final class Held {
    /// Whose code it is.
    public enum By {
        /// `parapet run` computes with it.
        RUNS,
        /// Runs do without it; tests and analytic answers rest on it.
        REFERENCE
    }

    /// What a kind of case holds.
    ///
    /// @param by whose code it is
    /// @param model the class that computes; null when it is a whole run
    public record Code(By by, @Nullable Class<?> model) {}

    private static final SequencedMap<String, Code> TABLE = table();

    private Held() {}

    /// What each kind holds.
    public static Map<String, Code> byKind() {
        return TABLE;
    }

    private static SequencedMap<String, Code> table() {
        var t = new LinkedHashMap<String, Code>();
        Chains.KINDS.stream().sorted().forEach(kind -> t.put(kind, new Code(By.RUNS, null)));
        reference(t, "spares.single-site", SingleSite.class);
        reference(t, "spares.two-echelon", TwoEchelon.class);
        reference(t, "spares.optimal-stock", OptimalStock.class);
        reference(t, "spares.two-indenture", TwoIndenture.class);
        reference(t, "spares.two-echelon-two-indenture", TwoIndenture.class);
        reference(t, "spares.nonstationary", NonstationaryPipeline.class);
        reference(t, "spares.lateral", LateralSupply.class);
        reference(t, "spares.reorder-point", ReorderPoint.class);
        reference(t, "spares.min-max", MinMax.class);
        reference(t, "spares.last-time-buy", LastTimeBuy.class);
        reference(t, "spares.shelf-life", ShelfLife.class);
        reference(t, "repair.finite-depot", FiniteDepot.class);
        reference(t, "queue.erlang", Erlang.class);
        reference(t, "queue.engset", Engset.class);
        reference(t, "readiness.closed-fleet", ClosedFleet.class);
        reference(t, "readiness.k-of-n", KofN.class);
        reference(t, "readiness.opening-transient", OpeningTransient.class);
        reference(t, "readiness.cannibalisation", Cannibalisation.class);
        reference(t, "readiness.interval", IntervalAvailability.class);
        reference(t, "readiness.fleet-interval", FleetInterval.class);
        reference(t, "readiness.random-transport", RandomTransport.class);
        reference(t, "readiness.ready-days", DatedFleet.class);
        reference(t, "programme.month-price", PriceOfAMonth.class);
        reference(t, "maintenance.age-replacement", AgeReplacement.class);
        reference(t, "maintenance.renewals", Renewals.class);
        reference(t, "lora.joint", RepairLevel.class);
        reference(t, "money.present-value", PresentValue.class);
        runs(t, "money.fiscal-year", FiscalYears.class);
        runs(t, "money.milestones", Payments.class);
        reference(t, "radar.snr", RadarEquation.class);
        runs(t, "radar.detection", Detection.class);
        reference(t, "radar.cumulative-detection", CumulativeDetection.class);
        reference(t, "geo.radar-horizon", EffectiveEarth.class);
        reference(t, "geo.beam-height", EffectiveEarth.class);
        reference(t, "geo.ecef", Ellipsoid.class);
        runs(t, "geo.geodesic", Geodesics.class);
        runs(t, "propagation.gas", GasAttenuation.class);
        reference(t, "propagation.rain", RainAttenuation.class);
        reference(t, "propagation.knife-edge", KnifeEdge.class);
        reference(t, "propagation.ray-height", ExponentialAtmosphere.class);
        reference(t, "flight.atmosphere", StandardAtmosphere.class);
        runs(t, "flight.ballistic", BallisticArc.class);
        runs(t, "terrain.lowest-visible-height", LowestVisibleHeight.class);
        reference(t, "coverage.k-fold-area", DiscAreas.class);
        reference(t, "engage.shoot-look-shoot", ShootLookShoot.class);
        reference(t, "engage.finite-magazine", FiniteMagazine.class);
        reference(t, "engage.layers", Layers.class);
        reference(t, "engage.saturation", Saturation.class);
        reference(t, "engage.channel-loss", ChannelLoss.class);
        reference(t, "engage.limited-patience", LimitedPatience.class);
        reference(t, "engage.stochastic-salvo", StochasticSalvo.class);
        reference(t, "engage.readiness-to-leakers", ReadinessToLeakers.class);
        reference(t, "sim.scan-skip", ScanSkip.class);
        return Collections.unmodifiableSequencedMap(t);
    }

    private static void runs(Map<String, Code> t, String kind, Class<?> model) {
        t.put(kind, new Code(By.RUNS, model));
    }

    private static void reference(Map<String, Code> t, String kind, Class<?> model) {
        t.put(kind, new Code(By.REFERENCE, model));
    }

    /// In words, for the validation page.
    static String words(String kind) {
        Code code = TABLE.get(kind);
        if (code == null) {
            return "";
        }
        Class<?> model = code.model();
        if (model == null) {
            return "Holds what runs use: scenario files, engines and result tables together.";
        }
        String name = model.getName();
        return code.by() == By.RUNS
                ? "Holds what runs use: `%s`.".formatted(name)
                : "Holds a reference model, `%s`; runs do not use it.".formatted(name);
    }
}
