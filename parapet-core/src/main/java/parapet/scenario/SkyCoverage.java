package parapet.scenario;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parapet.engage.Interceptor;
import parapet.evidence.Draw;

/// What is needed for covered sky: the search radars of all owners at their places, and how far
/// they see and their batteries reach.
final class SkyCoverage {
    private static final double HALF = 0.5;

    private final Sky sky;
    private final Draw draw;
    private final SkyOwners force;
    private final SkyGeometry geometry;
    private final SkyRadars radars;
    private final List<Interceptor> interceptors;
    private final List<String> rounds;

    SkyCoverage(
            Sky sky,
            Draw draw,
            SkyOwners force,
            SkyGeometry geometry,
            SkyRadars radars,
            List<Interceptor> interceptors) {
        this.sky = sky;
        this.draw = draw;
        this.force = force;
        this.geometry = geometry;
        this.radars = radars;
        this.interceptors = interceptors;
        this.rounds = List.copyOf(sky.rounds().keySet());
    }

    /// The coverage; null when no covering class is named.
    SkyCase.@Nullable Coverage of() {
        int together = force.together();
        List<SkyOwners.Standing> standings = force.standings();
        String covering = sky.covering();
        Sky.Target target = covering == null ? null : sky.targets().get(covering);
        if (target == null) {
            return null;
        }
        int c = List.copyOf(sky.targets().keySet()).indexOf(covering);
        double crossSection = draw.value(target.crossSection());
        int heights = SkyGeometry.HEIGHTS_M.size();
        var posts = new ArrayList<SkyCase.Post>();
        var seen = new ArrayList<double[]>();
        var reached = new ArrayList<double[]>();
        for (int o = 0; o < together; o++) {
            var known = new HashMap<String, Integer>();
            int number = 0;
            for (SkyOwners.Post post : standings.get(o).posts()) {
                Sky.Battery battery = post.battery();
                Integer at = known.get(post.place() + "/" + battery.search());
                if (at == null) {
                    at = posts.size();
                    known.put(post.place() + "/" + battery.search(), at);
                    posts.add(
                            new SkyCase.Post(
                                    o,
                                    number,
                                    battery.search(),
                                    geometry.siteView(
                                            post.place(), radars.antenna(battery.search())),
                                    geometry.siteView(
                                            post.place(),
                                            radars.antenna(battery.search()),
                                            post.sector())));
                    var sees = new double[heights];
                    Arrays.fill(sees, radars.radar(battery.search(), 1).rangeM(crossSection, HALF));
                    seen.add(sees);
                    reached.add(new double[heights]);
                }
                reach(battery, c, crossSection, reached.get(at));
                number++;
            }
        }
        return new SkyCase.Coverage(
                posts, seen.toArray(double[][]::new), reached.toArray(double[][]::new));
    }

    private void reach(Sky.Battery battery, int c, double crossSection, double[] reached) {
        double engages = radars.radar(battery.engage(), 1).rangeM(crossSection, HALF);
        for (int h = 0; h < reached.length; h++) {
            for (String round : battery.launchers().keySet()) {
                Interceptor i = interceptors.get(rounds.indexOf(round));
                if (i.killProbability()[c] > 0
                        && i.maximumHeightM() >= SkyGeometry.HEIGHTS_M.get(h)
                        && i.minimumHeightM() <= SkyGeometry.HEIGHTS_M.get(h)) {
                    reached[h] = Math.max(reached[h], Math.min(engages, i.maximumRangeM()[c]));
                }
            }
        }
    }
}
