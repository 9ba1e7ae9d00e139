package parapet.scenario;

import java.util.HashMap;
import java.util.Map;
import parapet.evidence.Draw;
import parapet.radar.Radar;

/// The radars of a sky in one draw, each made once for a share of its range.
final class SkyRadars {
    private static final double LEAST_RANGE_M = 1;

    private final Sky sky;
    private final Draw draw;
    private final SkyGeometry geometry;
    private final Map<String, Radar> radars = new HashMap<>();

    SkyRadars(Sky sky, Draw draw, SkyGeometry geometry) {
        this.sky = sky;
        this.draw = draw;
        this.geometry = geometry;
    }

    /// A radar.
    ///
    /// @param range its range as a share of that in quiet
    Radar radar(String id, double range) {
        return radars.computeIfAbsent(
                id + "*" + range,
                _ -> {
                    Sky.RadarType r = sky.radars().get(id);
                    if (r == null) {
                        throw new IllegalArgumentException(
                                "The radar (%s) is not known.".formatted(id));
                    }
                    return new Radar(
                            id,
                            draw.value(r.frequency()),
                            Math.max(LEAST_RANGE_M, range * draw.value(r.detects())),
                            draw.value(r.crossSection()),
                            draw.value(r.probability()),
                            draw.value(r.falseAlarm()),
                            1,
                            1,
                            draw.value(r.most()),
                            antenna(id),
                            draw.value(r.scan()),
                            r.confirm(),
                            Math.max(r.confirm(), r.of()),
                            Math.max(1, (int) Math.round(draw.value(r.tracks()))));
                });
    }

    /// Height of its antenna above the ground, m.
    double antenna(String radar) {
        Sky.RadarType r = sky.radars().get(radar);
        return r == null ? 0 : geometry.typical(r.antenna());
    }
}
