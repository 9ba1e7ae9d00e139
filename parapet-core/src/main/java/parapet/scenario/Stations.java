package parapet.scenario;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.apache.commons.rng.UniformRandomProvider;
import org.jspecify.annotations.Nullable;
import parapet.evidence.Draw;
import parapet.random.Streams;

/// Finds out where batteries stand: at a place, at an alternative that the draw takes, or by the
/// rule of the plan.
final class Stations {
    private final Sky sky;
    private final Draw draw;
    private final Streams streams;
    private final SkyGeometry geometry;
    private final ToDoubleFunction<Sky.Battery> reachM;

    /// A battery that stands, for rules to look at.
    private record Stood(String type, String at, double reachM) {}

    private final List<Stood> stood = new ArrayList<>();
    private final List<String> ofUnits = new ArrayList<>();

    /// @param reachM greatest range of the rounds of a battery, m
    Stations(
            Sky sky,
            Draw draw,
            Streams streams,
            SkyGeometry geometry,
            ToDoubleFunction<Sky.Battery> reachM) {
        this.sky = sky;
        this.draw = draw;
        this.streams = streams;
        this.geometry = geometry;
        this.reachM = reachM;
    }

    /// The places of some batteries that no rule decides.
    ///
    /// @param key what keys the chance of an alternative, such as the id of a site
    List<String> declared(
            String key,
            @Nullable String place,
            Map<String, Station.Alternative> alternatives,
            boolean apart,
            int batteries) {
        if (place != null) {
            return Collections.nCopies(batteries, place);
        }
        var places = new ArrayList<String>();
        UniformRandomProvider random = streams.at("scenario.station", key);
        for (int i = 0; i < batteries; i++) {
            places.add(i == 0 || apart ? alternative(alternatives, random) : places.getFirst());
        }
        return places;
    }

    private String alternative(
            Map<String, Station.Alternative> alternatives, UniformRandomProvider random) {
        double all = 0;
        for (Station.Alternative a : alternatives.values()) {
            all += draw.value(a.weight());
        }
        double at = Streams.open(random) * all;
        String last = "";
        for (var entry : alternatives.entrySet()) {
            double weight = draw.value(entry.getValue().weight());
            if (weight > 0 || last.isEmpty()) {
                last = entry.getKey();
                at -= weight;
                if (at < 0) {
                    break;
                }
            }
        }
        return last;
    }

    /// Tells where batteries stand, so that rules take them into account.
    ///
    /// @param unit whether they are those of a unit
    void stand(List<String> types, List<Sky.Battery> batteries, List<String> places, boolean unit) {
        for (int i = 0; i < places.size(); i++) {
            stood.add(
                    new Stood(types.get(i), places.get(i), reachM.applyAsDouble(batteries.get(i))));
            if (unit && !ofUnits.contains(places.get(i))) {
                ofUnits.add(places.get(i));
            }
        }
    }

    /// The places that a rule gives, one battery after the other, each seeing those before it.
    ///
    /// @param unit whether they are those of a unit
    List<String> byRule(
            Station.Rule rule,
            boolean apart,
            List<String> types,
            List<Sky.Battery> batteries,
            boolean unit) {
        var places = new ArrayList<String>();
        for (int i = 0; i < batteries.size(); i++) {
            String place =
                    i == 0 || apart
                            ? next(rule, types.get(i), batteries.get(i))
                            : places.getFirst();
            places.add(place);
            if (apart) {
                stand(List.of(types.get(i)), List.of(batteries.get(i)), List.of(place), unit);
            }
        }
        if (!apart) {
            stand(types, batteries, places, unit);
        }
        return places;
    }

    private String next(Station.Rule rule, String type, Sky.Battery battery) {
        String best = "";
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (var c : candidates(rule).entrySet()) {
            double reach = rule == Station.Rule.MOST_VALUABLE ? reachM.applyAsDouble(battery) : 0;
            double covering = 0;
            for (Stood s : stood) {
                boolean near =
                        s.at().equals(c.getKey())
                                || (reach > 0
                                        && geometry.distanceM(s.at(), c.getKey()) <= s.reachM());
                covering += s.type().equals(type) && near ? 1 : 0;
            }
            if (covering < least || (covering == least && c.getValue() > most)) {
                best = c.getKey();
                least = covering;
                most = c.getValue();
            }
        }
        return best;
    }

    /// Places that a rule chooses from, with what they are worth to it.
    private Map<String, Double> candidates(Station.Rule rule) {
        var all = new LinkedHashMap<String, Double>();
        switch (rule) {
            case MOST_VALUABLE ->
                    sky.assets()
                            .values()
                            .forEach(a -> all.merge(a.place(), draw.value(a.value()), Double::sum));
            case SPREAD -> sky.assets().values().forEach(a -> all.put(a.place(), 0.0));
            case BESIDE -> ofUnits.forEach(p -> all.put(p, 0.0));
        }
        return all;
    }
}
