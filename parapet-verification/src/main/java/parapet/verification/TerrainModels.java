package parapet.verification;

import java.util.Arrays;
import java.util.List;
import java.util.SequencedMap;
import parapet.radar.DiscAreas;
import parapet.terrain.LowestVisibleHeight;

/// Adaptors of the kinds about terrain and coverage.
final class TerrainModels {
    private static final double M_PER_KM = 1000;

    private TerrainModels() {}

    /// Adds the kinds of this class to the table of all kinds.
    static void addTo(SequencedMap<String, Model> t) {
        t.put(
                "terrain.lowest-visible-height",
                new Model(List.of("parabola", "sphere"), TerrainModels::lowestVisibleHeight));
        t.put("coverage.k-fold-area", Model.only(TerrainModels::areas));
    }

    private static Outputs lowestVisibleHeight(Inputs in, String method) {
        in.only(
                "antennaHeightM",
                "targetDistanceM",
                "earthRadiusKm",
                "refractionFactor",
                "profile");
        boolean sphere = method.equals("sphere");
        double antennaHeightM = in.number("antennaHeightM");
        double distanceM = in.number("targetDistanceM");
        double radiusM = in.number("earthRadiusKm") * M_PER_KM * in.number("refractionFactor");
        double lowestM;
        if (in.has("profile")) {
            var profile =
                    in.objects("profile").stream()
                            .map(p -> {
                                p.only("distanceM", "heightM");
                                return new LowestVisibleHeight.Point(
                                        p.number("distanceM"), p.number("heightM"));
                            })
                            .toList();
            lowestM =
                    sphere
                            ? LowestVisibleHeight.behindOnSphere(
                                    antennaHeightM, profile, distanceM, radiusM)
                            : LowestVisibleHeight.behindOnParabola(
                                    antennaHeightM, profile, distanceM, radiusM);
        } else {
            lowestM =
                    sphere
                            ? LowestVisibleHeight.smoothOnSphere(antennaHeightM, distanceM, radiusM)
                            : LowestVisibleHeight.smoothOnParabola(
                                    antennaHeightM, distanceM, radiusM);
        }
        return new Outputs().put("lowestVisibleHeightM", lowestM);
    }

    private static Outputs areas(Inputs in) {
        in.only("discs");
        var discs =
                in.objects("discs").stream()
                        .map(d -> {
                            d.only("xKm", "yKm", "radiusKm");
                            return new DiscAreas.Disc(
                                    d.number("xKm"), d.number("yKm"), d.number("radiusKm"));
                        })
                        .toList();
        return new Outputs()
                .put(
                        "areaCoveredAtLeastKm2",
                        Arrays.stream(DiscAreas.atLeast(discs)).boxed().toList());
    }
}
