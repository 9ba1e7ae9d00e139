package parapet.verification;

import java.util.List;
import java.util.SequencedMap;
import parapet.atmosphere.ExponentialAtmosphere;
import parapet.atmosphere.GasAttenuation;
import parapet.atmosphere.GasAttenuation.MoistAir;
import parapet.atmosphere.RainAttenuation;
import parapet.flight.BallisticArc;
import parapet.flight.StandardAtmosphere;
import parapet.geo.EffectiveEarth;
import parapet.geo.Ellipsoid;
import parapet.geo.GeoPoint;
import parapet.geo.Geodesics;
import parapet.radar.CumulativeDetection;
import parapet.radar.Detection;
import parapet.radar.KnifeEdge;
import parapet.radar.RadarEquation;

/// Adaptors of the kinds about radar, geometry, propagation and flight.
final class SkyModels {
    private SkyModels() {}

    /// Adds the kinds of this class to the table of all kinds.
    static void addTo(SequencedMap<String, Model> t) {
        t.put("radar.snr", Model.only(SkyModels::snr));
        t.put("radar.detection", new Model(List.of("exact", "albersheim"), SkyModels::detection));
        t.put("radar.cumulative-detection", Model.only(SkyModels::cumulative));
        t.put(
                "geo.radar-horizon",
                new Model(List.of("", "parabola", "arc", "tangent"), SkyModels::horizon));
        t.put("geo.beam-height", Model.only(SkyModels::beam));
        t.put("geo.ecef", Model.only(SkyModels::ecef));
        t.put("geo.geodesic", Model.only(SkyModels::geodesic));
        t.put("propagation.gas", Model.only(SkyModels::gas));
        t.put("propagation.rain", Model.only(SkyModels::rain));
        t.put(
                "propagation.knife-edge",
                new Model(List.of("approximate", "fresnel"), SkyModels::knifeEdge));
        t.put("propagation.ray-height", Model.only(SkyModels::rayHeight));
        t.put("flight.atmosphere", Model.only(SkyModels::atmosphere));
        t.put("flight.ballistic", Model.only(SkyModels::ballistic));
    }

    private static double ratio(double db) {
        return StrictMath.pow(10, db / 10);
    }

    private static double db(double ratio) {
        return 10 * StrictMath.log10(ratio);
    }

    private static double radians(Inputs in, String key) {
        return StrictMath.toRadians(in.number(key));
    }

    private static Outputs snr(Inputs in) {
        in.only(
                "frequencyHz",
                "pulseWidthS",
                "transmitGainDb",
                "receiveGainDb",
                "crossSectionM2",
                "noiseTemperatureK",
                "lossDb",
                "peakPowerW",
                "rangeM",
                "transmitterRangeM",
                "receiverRangeM",
                "snrDb");
        var radar =
                new RadarEquation(
                        in.number("frequencyHz"),
                        in.number("pulseWidthS"),
                        ratio(in.number("transmitGainDb")),
                        ratio(in.number("receiveGainDb")),
                        in.number("noiseTemperatureK"),
                        ratio(in.number("lossDb")));
        double crossSectionM2 = in.number("crossSectionM2");
        boolean apart = in.has("transmitterRangeM");
        if (!apart && !in.has("rangeM")) {
            return new Outputs()
                    .put(
                            "rangeM",
                            radar.rangeM(
                                    ratio(in.number("snrDb")),
                                    in.number("peakPowerW"),
                                    crossSectionM2));
        }
        double transmitterM = in.number(apart ? "transmitterRangeM" : "rangeM");
        double receiverM = in.number(apart ? "receiverRangeM" : "rangeM");
        if (in.has("peakPowerW")) {
            return new Outputs()
                    .put(
                            "snrDb",
                            db(
                                    radar.snr(
                                            in.number("peakPowerW"),
                                            crossSectionM2,
                                            transmitterM,
                                            receiverM)));
        }
        return new Outputs()
                .put(
                        "peakPowerW",
                        radar.peakPowerW(
                                ratio(in.number("snrDb")),
                                crossSectionM2,
                                transmitterM,
                                receiverM));
    }

    private static Outputs detection(Inputs in, String method) {
        in.only("swerlingCase", "pulses", "falseAlarmProbability", "snrDb", "detectionProbability");
        var detection =
                new Detection(
                        in.whole("swerlingCase"),
                        in.whole("pulses"),
                        in.number("falseAlarmProbability"));
        var out = new Outputs();
        if (method.equals("albersheim")) {
            if (detection.swerlingCase() != 0) {
                throw new IllegalArgumentException(
                        "expected swerlingCase 0 for method albersheim; found "
                                + detection.swerlingCase());
            }
            return out.put(
                    "requiredSnrDb",
                    db(detection.requiredSnrByAlbersheim(in.number("detectionProbability"))));
        }
        out.put("threshold", detection.threshold());
        return in.has("snrDb")
                ? out.put("detectionProbability", detection.probability(ratio(in.number("snrDb"))))
                : out.put(
                        "requiredSnrDb",
                        db(detection.requiredSnr(in.number("detectionProbability"))));
    }

    private static Outputs cumulative(Inputs in) {
        in.only("lookDetectionProbabilities");
        double[] looks =
                in.numbers("lookDetectionProbabilities").stream()
                        .mapToDouble(Double::doubleValue)
                        .toArray();
        return new Outputs().put("cumulativeProbability", CumulativeDetection.atLeastOne(looks));
    }

    private static EffectiveEarth earth(Inputs in) {
        double radiusM = in.number("earthRadiusKm") * 1000;
        return in.has("refractivityGradientPerM")
                ? EffectiveEarth.ofGradient(radiusM, in.number("refractivityGradientPerM"))
                : new EffectiveEarth(radiusM, in.number("refractionFactor"));
    }

    private static Outputs horizon(Inputs in, String method) {
        in.only(
                "antennaHeightM",
                "targetHeightM",
                "earthRadiusKm",
                "refractionFactor",
                "refractivityGradientPerM");
        var earth = earth(in);
        var out = new Outputs().put("effectiveEarthRadiusKm", earth.effectiveRadiusM() / 1000);
        if (method.isEmpty()) {
            return out;
        }
        double antennaHeightM = in.number("antennaHeightM");
        double targetM = in.number("targetHeightM");
        return out.put(
                "horizonM",
                switch (method) {
                    case "parabola" -> earth.horizonByParabolaM(antennaHeightM, targetM);
                    case "arc" -> earth.horizonByArcM(antennaHeightM, targetM);
                    case "tangent" -> earth.horizonByTangentM(antennaHeightM, targetM);
                    default -> throw new IllegalArgumentException("unknown method " + method);
                });
    }

    private static Outputs beam(Inputs in) {
        in.only(
                "antennaHeightM",
                "elevationDeg",
                "slantRangeM",
                "targetHeightM",
                "earthRadiusKm",
                "refractionFactor",
                "refractivityGradientPerM");
        var earth = earth(in);
        double antennaHeightM = in.number("antennaHeightM");
        double elevationRad = radians(in, "elevationDeg");
        var out = new Outputs();
        double slantM;
        if (in.has("slantRangeM")) {
            slantM = in.number("slantRangeM");
            out.put("targetHeightM", earth.beamHeightM(antennaHeightM, elevationRad, slantM));
        } else {
            slantM = earth.slantRangeM(antennaHeightM, elevationRad, in.number("targetHeightM"));
            out.put("slantRangeM", slantM);
        }
        return out.put("groundRangeM", earth.groundRangeM(antennaHeightM, elevationRad, slantM));
    }

    private static Outputs ecef(Inputs in) {
        in.only("latitudeDeg", "longitudeDeg", "heightM", "xM", "yM", "zM", "inverseFlattening");
        var ellipsoid =
                in.has("inverseFlattening")
                        ? new Ellipsoid(
                                Ellipsoid.WGS84.semiMajorAxisM(), in.number("inverseFlattening"))
                        : Ellipsoid.WGS84;
        if (in.has("xM")) {
            var place =
                    ellipsoid.position(
                            new Ellipsoid.Ecef(in.number("xM"), in.number("yM"), in.number("zM")));
            return new Outputs()
                    .put("latitudeDeg", place.point().latitudeDeg())
                    .put("longitudeDeg", place.point().longitudeDeg())
                    .put("heightM", place.heightM());
        }
        var place =
                ellipsoid.ecef(
                        new Ellipsoid.Position(
                                GeoPoint.ofDegrees(
                                        in.number("latitudeDeg"), in.number("longitudeDeg")),
                                in.number("heightM")));
        return new Outputs().put("xM", place.xM()).put("yM", place.yM()).put("zM", place.zM());
    }

    private static Outputs geodesic(Inputs in) {
        in.only("fromLatitudeDeg", "fromLongitudeDeg", "toLatitudeDeg", "toLongitudeDeg");
        var leg =
                Geodesics.between(
                        GeoPoint.ofDegrees(
                                in.number("fromLatitudeDeg"), in.number("fromLongitudeDeg")),
                        GeoPoint.ofDegrees(
                                in.number("toLatitudeDeg"), in.number("toLongitudeDeg")));
        return new Outputs()
                .put("distanceM", leg.distanceM())
                .put("azimuthDeg", StrictMath.toDegrees(leg.azimuthRad()));
    }

    private static Outputs gas(Inputs in) {
        in.only("frequencyGHz", "dryAirPressureHPa", "temperatureK", "waterVapourDensityGPerM3");
        double frequencyHz = in.number("frequencyGHz") * 1e9;
        var air =
                new MoistAir(
                        in.number("dryAirPressureHPa") * 100,
                        in.number("temperatureK"),
                        in.number("waterVapourDensityGPerM3") / 1000);
        return new Outputs()
                .put("oxygenDbPerKm", GasAttenuation.oxygenDbPerKm(frequencyHz, air))
                .put("waterVapourDbPerKm", GasAttenuation.waterVapourDbPerKm(frequencyHz, air))
                .put("totalDbPerKm", GasAttenuation.totalDbPerKm(frequencyHz, air));
    }

    private static Outputs rain(Inputs in) {
        in.only("frequencyGHz", "elevationDeg", "polarisationTiltDeg", "rainRateMmPerHour");
        var rain =
                RainAttenuation.of(
                        in.number("frequencyGHz") * 1e9,
                        radians(in, "elevationDeg"),
                        radians(in, "polarisationTiltDeg"));
        return new Outputs()
                .put("k", rain.k())
                .put("alpha", rain.alpha())
                .put("attenuationDbPerKm", rain.dbPerKm(in.number("rainRateMmPerHour")));
    }

    private static Outputs knifeEdge(Inputs in, String method) {
        in.only(
                "diffractionParameter",
                "frequencyHz",
                "distanceToEdgeM",
                "distanceFromEdgeM",
                "transmitterHeightM",
                "receiverHeightM",
                "edgeHeightM");
        var out = new Outputs();
        double v;
        if (in.has("diffractionParameter")) {
            v = in.number("diffractionParameter");
        } else {
            var edge =
                    new KnifeEdge(
                            in.number("frequencyHz"),
                            in.number("distanceToEdgeM"),
                            in.number("distanceFromEdgeM"),
                            in.number("transmitterHeightM"),
                            in.number("receiverHeightM"),
                            in.number("edgeHeightM"));
            v = edge.diffractionParameter();
            out.put("diffractionParameter", v).put("fresnelZoneRadiusM", edge.fresnelZoneRadiusM());
        }
        return out.put(
                "lossDb",
                method.equals("fresnel")
                        ? KnifeEdge.fresnelLossDb(v)
                        : KnifeEdge.approximateLossDb(v));
    }

    private static Outputs rayHeight(Inputs in) {
        in.only(
                "surfaceRefractivityN",
                "scaleHeightM",
                "antennaHeightM",
                "elevationDeg",
                "groundRangeM",
                "earthRadiusKm");
        var air =
                new ExponentialAtmosphere(
                        in.number("surfaceRefractivityN"),
                        in.number("scaleHeightM"),
                        in.number("earthRadiusKm") * 1000);
        return new Outputs()
                .put(
                        "rayHeightM",
                        air.rayHeightM(
                                in.number("antennaHeightM"),
                                radians(in, "elevationDeg"),
                                in.number("groundRangeM")));
    }

    private static Outputs atmosphere(Inputs in) {
        in.only("geopotentialHeightM", "geometricHeightM");
        var air =
                in.has("geopotentialHeightM")
                        ? StandardAtmosphere.atGeopotentialHeight(in.number("geopotentialHeightM"))
                        : StandardAtmosphere.atGeometricHeight(in.number("geometricHeightM"));
        return new Outputs()
                .put("temperatureK", air.temperatureK())
                .put("pressurePa", air.pressurePa())
                .put("densityKgPerM3", air.densityKgPerM3())
                .put("speedOfSoundMPerS", air.speedOfSoundMps());
    }

    private static Outputs ballistic(Inputs in) {
        in.only("rangeKm", "earthRadiusKm", "gravitationalParameterM3PerS2");
        var arc =
                new BallisticArc(
                        in.number("rangeKm") * 1000,
                        in.number("earthRadiusKm") * 1000,
                        in.number("gravitationalParameterM3PerS2"));
        return new Outputs()
                .put("speedMPerS", arc.speedMps())
                .put("flightPathAngleDeg", StrictMath.toDegrees(arc.flightPathAngleRad()))
                .put("apogeeKm", arc.apogeeM() / 1000)
                .put("timeOfFlightS", arc.timeOfFlightSec());
    }
}
