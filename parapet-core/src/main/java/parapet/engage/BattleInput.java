package parapet.engage;

import java.util.HashSet;
import java.util.List;

/// Who may fight, with what, and the raid: plain numbers.
///
/// @param classes classes of target
/// @param interceptors kinds of round
/// @param owners names of the owners of fire units: units and groups of other batteries
/// @param sites names of the sites
/// @param sensors radars that find and follow threats
/// @param fireUnits batteries, those of one owner in the order in which they stay when it is
///   degraded
/// @param assets what is defended; threats may be aimed at one
/// @param sharedPicture whether a track of any working sensor serves every fire unit; otherwise
///   only those of its owner do
/// @param coordinatedFire whether fire units know which threats others are engaging, so that one
///   may be left to them; otherwise each engages what it can
/// @param raid the raid
/// @param supplies rounds held behind the batteries and sent to them between nights, at most one
///   entry for a kind
public record BattleInput(
        List<TargetClass> classes,
        List<Interceptor> interceptors,
        List<String> owners,
        List<String> sites,
        List<Sensor> sensors,
        List<FireUnit> fireUnits,
        List<Asset> assets,
        boolean sharedPicture,
        boolean coordinatedFire,
        Raid raid,
        List<Supply> supplies) {
    private static final double ROUNDING_SEC = 1e-6;
    private static final int MOST_THREATS = (1 << 19) - 1;
    private static final int MOST_UNITS = (1 << 16) - 1;

    public BattleInput {
        classes = List.copyOf(classes);
        interceptors = List.copyOf(interceptors);
        owners = List.copyOf(owners);
        sites = List.copyOf(sites);
        sensors = List.copyOf(sensors);
        fireUnits = List.copyOf(fireUnits);
        assets = List.copyOf(assets);
        supplies = List.copyOf(supplies);
        distinct("sensor", sensors.stream().map(Sensor::id).toList());
        distinct("fire unit", fireUnits.stream().map(FireUnit::id).toList());
        distinct("asset", assets.stream().map(Asset::id).toList());
        for (Sensor s : sensors) {
            known("owner", s.owner(), owners.size(), s.id());
            known("site", s.site(), sites.size(), s.id());
        }
        for (FireUnit u : fireUnits) {
            known("owner", u.owner(), owners.size(), u.id());
            known("site", u.site(), sites.size(), u.id());
            for (Magazine m : u.magazines()) {
                known("interceptor", m.interceptor(), interceptors.size(), u.id());
            }
        }
        for (Interceptor i : interceptors) {
            if (i.killProbability().length != classes.size()) {
                throw new IllegalArgumentException(
                        "The interceptor (%s) has figures for (%d) classes; there are (%d)."
                                .formatted(i.id(), i.killProbability().length, classes.size()));
            }
        }
        for (Asset a : assets) {
            if (a.vulnerability().length != classes.size()) {
                throw new IllegalArgumentException(
                        "The asset (%s) has figures for (%d) classes; there are (%d)."
                                .formatted(a.id(), a.vulnerability().length, classes.size()));
            }
        }
        var supplied = new HashSet<Integer>();
        for (Supply s : supplies) {
            known("interceptor", s.interceptor(), interceptors.size(), "of a supply");
            if (!supplied.add(s.interceptor())) {
                throw new IllegalArgumentException(
                        "The interceptor (%s) has more than one supply."
                                .formatted(interceptors.get(s.interceptor()).id()));
            }
        }
        if (raid.threats().size() > MOST_THREATS || fireUnits.size() > MOST_UNITS) {
            throw new IllegalArgumentException(
                    "The raid (%s) has (%d) threats and meets (%d) fire units; at most %d and %d can be handled."
                            .formatted(
                                    raid.id(),
                                    raid.threats().size(),
                                    fireUnits.size(),
                                    MOST_THREATS,
                                    MOST_UNITS));
        }
        for (int j = 0; j < raid.threats().size(); j++) {
            Threat t = raid.threats().get(j);
            known("class", t.targetClass(), classes.size(), "of a threat of " + raid.id());
            known("lane", t.lane(), raid.lanes().size(), "of a threat of " + raid.id());
            if (t.asset() != Threat.NO_ASSET) {
                known("asset", t.asset(), assets.size(), "of a threat of " + raid.id());
            }
            if (t.carried()) {
                carried(classes, raid, t, j);
            }
        }
    }

    /// A carrier stands before what it carries, comes by itself, turns away, and has then come to
    /// the end of its lane.
    private static void carried(List<TargetClass> classes, Raid raid, Threat t, int j) {
        Threat carrier = raid.threats().get(Math.min(t.carrier(), j));
        if (t.carrier() >= j
                || carrier.carried()
                || !classes.get(carrier.targetClass()).turnsAway()
                || t.startSec() < ends(raid, carrier) - ROUNDING_SEC) {
            throw new IllegalArgumentException(
                    "The threat (%d) of raid (%s) must start after the lane of its carrier (%d) ends, which must come by itself, before it in the list, and turn away."
                            .formatted(j, raid.id(), t.carrier()));
        }
    }

    private static double ends(Raid raid, Threat t) {
        return t.startSec() + raid.flights()[t.targetClass()][t.lane()].durationSec();
    }

    private static void known(String what, int index, int size, String of) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException(
                    "The %s (%d) of (%s) must be one of (%d).".formatted(what, index, of, size));
        }
    }

    private static void distinct(String what, List<String> ids) {
        var seen = new HashSet<String>();
        for (String id : ids) {
            if (!seen.add(id)) {
                throw new IllegalArgumentException(
                        "The id (%s) names more than one %s.".formatted(id, what));
            }
        }
    }

    /// The same defence against another raid.
    public BattleInput against(Raid other) {
        return new BattleInput(
                classes,
                interceptors,
                owners,
                sites,
                sensors,
                fireUnits,
                assets,
                sharedPicture,
                coordinatedFire,
                other,
                supplies);
    }
}
