package parapet.io.terrain;

import java.util.Locale;

/// Units of length in which heights are sold.
final class Units {
    /// What to do about a unit that is not known.
    static final String CURE =
            "Make its heights metres: gdal_translate -of ENVI -ot Float32 IN OUT.img, which drops the unit, and add the line"
                    + " \"data gain values = {METRES PER UNIT}\" to OUT.hdr.";

    private Units() {}

    /// Length of a unit, m; not a number for a word that is not known.
    static double metres(String word) {
        return switch (word.strip().toLowerCase(Locale.ROOT)) {
            case "", "m", "metre", "metres", "meter", "meters" -> 1;
            case "dm", "decimetre", "decimeter" -> 0.1;
            case "cm", "centimetre", "centimeter" -> 0.01;
            case "mm", "millimetre", "millimeter" -> 0.001;
            case "km", "kilometre", "kilometer" -> 1000;
            case "ft", "feet", "foot", "international foot" -> 0.3048;
            case "us-ft", "ftus", "us survey foot", "us_survey_foot", "sft", "foot_us" ->
                    1200.0 / 3937;
            case "yd", "yard", "yards" -> 0.9144;
            default -> Double.NaN;
        };
    }
}
