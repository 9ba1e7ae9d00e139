package parapet.engage;

import java.util.List;

/// Who may fight, with what, and the raid: plain numbers.
///
/// @param classes classes of target
/// @param interceptors kinds of round
/// @param owners names of the owners of fire units: squadrons and groups of other batteries
/// @param sites names of the sites
/// @param sensors radars that find and follow threats
/// @param fireUnits batteries, those of one owner in the order in which they stay when it is
///   degraded
/// @param sharedPicture whether a track of any working sensor serves every fire unit; otherwise
///   only those of its owner do
/// @param raid the raid
public record BattleInput(
        List<TargetClass> classes,
        List<Interceptor> interceptors,
        List<String> owners,
        List<String> sites,
        List<Sensor> sensors,
        List<FireUnit> fireUnits,
        boolean sharedPicture,
        Raid raid) {
    public BattleInput {
        classes = List.copyOf(classes);
        interceptors = List.copyOf(interceptors);
        owners = List.copyOf(owners);
        sites = List.copyOf(sites);
        sensors = List.copyOf(sensors);
        fireUnits = List.copyOf(fireUnits);
    }
}
