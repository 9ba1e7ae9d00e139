package parapet.engage;

import java.util.Arrays;
import java.util.List;
import parapet.stats.Require;

/// The geometry of one defence and one set of lanes, held for many raids on these lanes: what fire
/// units and sensors can do about a class on a lane is worked out once, however many targets come
/// on it, when, and how well rounds kill.
///
/// A battlefield made here equals that of [Battlefield#of] for the same input. For one thread; the
/// battlefields are for any.
public final class HeldGeometry {
    private final BattleInput input;
    private final Geometry geometry;

    /// The geometry of a defence.
    ///
    /// @param input the defence, with the lanes and flights of its raid; the threats of that raid
    ///   are not used
    public HeldGeometry(BattleInput input) {
        this.input = input;
        this.geometry = new Geometry(input);
    }

    /// The defence, with the lanes that are held.
    public BattleInput input() {
        return input;
    }

    /// The battlefield of one night on these lanes.
    ///
    /// @param threats what comes; a flight of its class must be known on its lane
    /// @param killFactor by what single-shot kill probabilities are multiplied, more than 0
    /// @param mostKill what no probability exceeds after that, more than 0, at most 1
    public Battlefield field(List<Threat> threats, double killFactor, double mostKill) {
        Raid lanes = input.raid();
        var raid = new Raid(lanes.id(), lanes.lanes(), lanes.flights(), lanes.views(), threats, 1);
        return new Battlefield(killing(input, killFactor, mostKill).against(raid), geometry);
    }

    /// A defence whose rounds kill more or less often.
    ///
    /// @param factor by what single-shot kill probabilities are multiplied, more than 0
    /// @param most what no probability exceeds after that, more than 0, at most 1
    public static BattleInput killing(BattleInput input, double factor, double most) {
        Require.positive("factor of kill probabilities", factor);
        Require.positive("greatest kill probability", most);
        List<Interceptor> rounds =
                input.interceptors().stream().map(i -> killing(i, factor, most)).toList();
        return new BattleInput(
                input.classes(),
                rounds,
                input.owners(),
                input.sites(),
                input.sensors(),
                input.fireUnits(),
                input.assets(),
                input.sharedPicture(),
                input.coordinatedFire(),
                input.raid(),
                input.supplies());
    }

    private static Interceptor killing(Interceptor i, double factor, double most) {
        return new Interceptor(
                i.id(),
                i.minimumRangeM(),
                i.maximumRangeM(),
                i.minimumHeightM(),
                i.maximumHeightM(),
                i.meanSpeedMps(),
                Arrays.stream(i.killProbability()).map(p -> Math.min(most, factor * p)).toArray(),
                i.price());
    }
}
