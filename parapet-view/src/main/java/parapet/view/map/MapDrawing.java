package parapet.view.map;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// One map as SVG: pictures of [MapImage] under a graticule with degrees, a scale, and places with
/// their names. No borders: the model knows none.
public final class MapDrawing {
    private static final double WIDTH = 560;
    private static final double LEFT = 38;
    private static final double RIGHT = 4;
    private static final double TOP = 4;
    private static final double BOTTOM = 20;
    private static final double MOST_LINES = 6.5;
    private static final double LETTER = 5.9;
    private static final double LINE = 13;
    private static final int[] STEPS_DEG = {1, 2, 5, 10, 20, 30};
    private static final int[] SCALES_KM = {5000, 2000, 1000, 500, 200, 100, 50, 20, 10};

    private final Lattice lattice;
    private final List<Place> places;
    private final double pixelsPerDegreeEast;
    private final double pixelsPerDegreeNorth;

    /// A named place.
    ///
    /// @param base whether a unit stands there: a triangle
    /// @param aim whether a raid is aimed at it: a ring
    public record Place(
            String name,
            double latitudeDeg,
            double longitudeDeg,
            boolean base,
            boolean aim,
            String title) {}

    /// A box in which nothing else may be written.
    private record Box(double left, double top, double right, double bottom) {
        boolean meets(Box other) {
            return left < other.right
                    && other.left < right
                    && top < other.bottom
                    && other.top < bottom;
        }
    }

    public MapDrawing(Lattice lattice, List<Place> places) {
        this.lattice = lattice;
        this.places = List.copyOf(places);
        pixelsPerDegreeEast = (WIDTH - LEFT - RIGHT) / (lattice.rightDeg() - lattice.leftDeg());
        pixelsPerDegreeNorth = pixelsPerDegreeEast / lattice.squeeze();
    }

    public double height() {
        return TOP + frameHeight() + BOTTOM;
    }

    private double frameWidth() {
        return WIDTH - LEFT - RIGHT;
    }

    private double frameHeight() {
        return (lattice.topDeg() - lattice.bottomDeg()) * pixelsPerDegreeNorth;
    }

    /// From the left of the drawing, in its units.
    public double x(double longitudeDeg) {
        return LEFT + (longitudeDeg - lattice.leftDeg()) * pixelsPerDegreeEast;
    }

    /// From the top of the drawing, in its units.
    public double y(double latitudeDeg) {
        return TOP + (lattice.topDeg() - latitudeDeg) * pixelsPerDegreeNorth;
    }

    /// A picture to be shown once or more, for one theme.
    ///
    /// @param id anchor by which maps show it
    /// @param smooth whether pixels may flow into each other where they are smaller than the
    ///   screen's
    public String image(String id, MapImage image, int[] argb, boolean smooth) {
        return "<image id=\"%s\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" preserveAspectRatio=\"none\"%s href=\"%s\"/>"
                .formatted(
                        id,
                        n(LEFT),
                        n(TOP),
                        n(frameWidth()),
                        n(frameHeight()),
                        smooth && frameWidth() < lattice.columns()
                                ? ""
                                : " style=\"image-rendering:pixelated\"",
                        Png.dataUri(image.png(argb)));
    }

    /// The outline of all pixels of class 1, to be filled with a hatch; empty when there are none.
    public String area(MapImage image) {
        StringBuilder path = new StringBuilder();
        double wide = frameWidth() / lattice.columns();
        double high = frameHeight() / lattice.rows();
        for (int row = 0; row < lattice.rows(); row++) {
            int from = -1;
            for (int column = 0; column <= lattice.columns(); column++) {
                boolean in = column < lattice.columns() && image.at(row, column) == 1;
                if (in && from < 0) {
                    from = column;
                } else if (!in && from >= 0) {
                    path.append(
                            "M%s %sh%sv%sh-%sz"
                                    .formatted(
                                            n(LEFT + from * wide),
                                            n(TOP + row * high),
                                            n((column - from) * wide),
                                            n(high),
                                            n((column - from) * wide)));
                    from = -1;
                }
            }
        }
        return path.toString();
    }

    /// The whole map.
    ///
    /// @param label what it shows, for those who cannot see it
    /// @param under what lies under lines and words: SVG
    public String svg(String label, String under) {
        StringBuilder svg = new StringBuilder();
        svg.append(
                "<svg class=\"map\" viewBox=\"0 0 %s %s\" role=\"img\" aria-label=\"%s\">"
                        .formatted(n(WIDTH), n(height()), escape(label)));
        svg.append(under);
        graticule(svg);
        svg.append(
                "<rect class=\"frame\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\"/>"
                        .formatted(n(LEFT), n(TOP), n(frameWidth()), n(frameHeight())));
        List<Box> taken = new ArrayList<>();
        scale(svg, taken);
        names(svg, taken);
        return svg.append("</svg>").toString();
    }

    private void graticule(StringBuilder svg) {
        double span =
                Math.max(
                        lattice.rightDeg() - lattice.leftDeg(),
                        lattice.topDeg() - lattice.bottomDeg());
        int step = STEPS_DEG[STEPS_DEG.length - 1];
        for (int i = STEPS_DEG.length - 1; i >= 0 && span / STEPS_DEG[i] <= MOST_LINES; i--) {
            step = STEPS_DEG[i];
        }
        double bottom = TOP + frameHeight();
        for (int deg = ceil(lattice.leftDeg(), step); deg <= lattice.rightDeg(); deg += step) {
            double x = x(deg);
            svg.append(
                    "<path class=\"grid\" d=\"M%s %sV%s\"/><text x=\"%s\" y=\"%s\" text-anchor=\"middle\">%s</text>"
                            .formatted(
                                    n(x),
                                    n(TOP),
                                    n(bottom),
                                    n(Math.clamp(x, LEFT + 12, WIDTH - 16)),
                                    n(bottom + 14),
                                    degrees(deg, "E", "W")));
        }
        for (int deg = ceil(lattice.bottomDeg(), step); deg <= lattice.topDeg(); deg += step) {
            double y = y(deg);
            svg.append(
                    "<path class=\"grid\" d=\"M%s %sH%s\"/><text x=\"%s\" y=\"%s\" text-anchor=\"end\">%s</text>"
                            .formatted(
                                    n(LEFT),
                                    n(y),
                                    n(WIDTH - RIGHT),
                                    n(LEFT - 4),
                                    n(Math.clamp(y + 4, TOP + 9, bottom)),
                                    degrees(deg, "N", "S")));
        }
    }

    private static int ceil(double deg, int step) {
        return (int) Math.ceil(deg / step - 1e-9) * step;
    }

    private static String degrees(int deg, String plus, String minus) {
        return deg == 0 ? "0°" : Math.abs(deg) + "° " + (deg > 0 ? plus : minus);
    }

    private void scale(StringBuilder svg, List<Box> taken) {
        int km = SCALES_KM[SCALES_KM.length - 1];
        double perKm = pixelsPerDegreeEast / lattice.kmPerDegreeEast();
        for (int of : SCALES_KM) {
            if (of * perKm <= frameWidth() * 0.3) {
                km = of;
                break;
            }
        }
        double x = LEFT + 8;
        double y = TOP + frameHeight() - 8;
        svg.append(
                "<path class=\"scale\" d=\"M%s %sv-4m0 4h%sm0 0v-4\"/><text class=\"halo\" x=\"%s\" y=\"%s\">%d km</text>"
                        .formatted(n(x), n(y), n(km * perKm), n(x), n(y - 7), km));
        taken.add(new Box(x, y - 20, x + Math.max(km * perKm, 45), y + 4));
    }

    private void names(StringBuilder svg, List<Box> taken) {
        StringBuilder marks = new StringBuilder();
        StringBuilder words = new StringBuilder();
        for (Place place : places) {
            if (lattice.index(place.latitudeDeg, place.longitudeDeg) >= 0) {
                double x = x(place.longitudeDeg);
                double y = y(place.latitudeDeg);
                marks.append(mark(place, x, y));
                taken.add(new Box(x - 9, y - 9, x + 9, y + 9));
            }
        }
        for (Place place : places) {
            if (lattice.index(place.latitudeDeg, place.longitudeDeg) >= 0) {
                name(words, place, taken);
            }
        }
        svg.append(marks).append(words);
    }

    private static String mark(Place place, double x, double y) {
        String title = escape(place.title);
        return (place.aim
                        ? "<circle class=\"aim\" cx=\"%s\" cy=\"%s\" r=\"8\"><title>%s</title></circle>"
                                .formatted(n(x), n(y), title)
                        : "")
                + (place.base
                        ? "<path class=\"base\" d=\"M%s %sl5 9h-10z\"><title>%s</title></path>"
                                .formatted(n(x), n(y - 6), title)
                        : "<circle class=\"region\" cx=\"%s\" cy=\"%s\" r=\"2\"><title>%s</title></circle>"
                                .formatted(n(x), n(y), title));
    }

    /// Writes a name beside its mark where there is room: right, left, below, above, below and
    /// above to the left; where there is none, wherever it stays inside the frame.
    private void name(StringBuilder words, Place place, List<Box> taken) {
        double x = x(place.longitudeDeg);
        double y = y(place.latitudeDeg);
        double wide = place.name.length() * LETTER;
        Box[] boxes = {
            new Box(x + 10, y - 8, x + 10 + wide, y - 8 + LINE),
            new Box(x - 10 - wide, y - 8, x - 10, y - 8 + LINE),
            new Box(x - wide / 2, y + 9, x + wide / 2, y + 9 + LINE),
            new Box(x - wide / 2, y - 9 - LINE, x + wide / 2, y - 9),
            new Box(x + 6 - wide, y + 9, x + 6, y + 9 + LINE),
            new Box(x + 6 - wide, y - 9 - LINE, x + 6, y - 9)
        };
        List<Box> inside = Arrays.stream(boxes).filter(this::inFrame).toList();
        Box room =
                inside.stream()
                        .filter(box -> taken.stream().noneMatch(box::meets))
                        .findFirst()
                        .orElse(inside.isEmpty() ? boxes[0] : inside.getFirst());
        taken.add(room);
        words.append(
                "<text class=\"halo\" x=\"%s\" y=\"%s\">%s</text>"
                        .formatted(n(room.left), n(room.top + LINE - 3), escape(place.name)));
    }

    private boolean inFrame(Box box) {
        return box.left >= LEFT
                && box.right <= WIDTH - RIGHT
                && box.top >= TOP
                && box.bottom <= TOP + frameHeight();
    }

    public static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static String n(double value) {
        String text = String.format(Locale.ROOT, "%.2f", value);
        return text.replaceAll("\\.?0+$", "");
    }
}
