package parapet.view.figure;

import java.util.List;
import java.util.Locale;
import parapet.quantity.Show;

/// A curve with marked points as one SVG file, for whoever would rather look.
public final class CurvePicture {
    private static final double WIDTH = 720;
    private static final double HEIGHT = 400;
    private static final double LEFT = 64;
    private static final double RIGHT = 20;
    private static final double TOP = 40;
    private static final double BOTTOM = 52;
    private static final int LINES = 5;

    private final StringBuilder svg = new StringBuilder();
    private final double mostX;
    private final double lowY;
    private final double highY;

    private CurvePicture(double mostX, double lowY, double highY) {
        this.mostX = mostX;
        this.lowY = lowY;
        this.highY = highY;
    }

    /// A point.
    public record Point(double x, double y) {}

    /// A point with a name.
    public record Mark(double x, double y, String name) {}

    /// Draws a curve.
    ///
    /// @param title above the picture
    /// @param xLabel below the horizontal axis, which begins at 0
    /// @param yLabel beside the vertical axis
    /// @param curve two points or more, x rising
    /// @param marks named points
    public static String svg(
            String title, String xLabel, String yLabel, List<Point> curve, List<Mark> marks) {
        double x = 0;
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (Point p : curve) {
            x = Math.max(x, p.x());
            low = Math.min(low, p.y());
            high = Math.max(high, p.y());
        }
        for (Mark m : marks) {
            x = Math.max(x, m.x());
            low = Math.min(low, m.y());
            high = Math.max(high, m.y());
        }
        double step = step((high - low) / LINES);
        var picture =
                new CurvePicture(
                        x > 0 ? x : 1,
                        Math.floor(low / step) * step,
                        Math.max(Math.ceil(high / step), Math.floor(low / step) + 1) * step);
        picture.draw(title, xLabel, yLabel, curve, marks, step);
        return picture.svg.toString();
    }

    private static double step(double rough) {
        if (!(rough > 0)) {
            return 1;
        }
        double ten = Math.pow(10, Math.floor(Math.log10(rough)));
        double in = rough / ten;
        return ten * (in <= 1 ? 1 : in <= 2 ? 2 : in <= 5 ? 5 : 10);
    }

    private void draw(
            String title,
            String xLabel,
            String yLabel,
            List<Point> curve,
            List<Mark> marks,
            double step) {
        add(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %.0f %.0f\" role=\"img\""
                        + " font-family=\"sans-serif\" font-size=\"12\">\n<title>%s</title>%n"
                        + "<rect width=\"100%%\" height=\"100%%\" fill=\"#fff\"/>",
                WIDTH, HEIGHT, escaped(title));
        add(
                "<text x=\"%.0f\" y=\"22\" font-size=\"15\" font-weight=\"bold\">%s</text>",
                LEFT, escaped(title));
        for (double y = lowY; y <= highY + 1e-9 * step; y += step) {
            line(LEFT, py(y), WIDTH - RIGHT, py(y), "#ddd");
            text(LEFT - 6, py(y) + 4, "end", number(y));
        }
        double stepX = step(mostX / LINES);
        for (double x = 0; x <= mostX * (1 + 1e-9); x += stepX) {
            line(px(x), HEIGHT - BOTTOM, px(x), HEIGHT - BOTTOM + 4, "#333");
            text(px(x), HEIGHT - BOTTOM + 18, "middle", number(x));
        }
        line(LEFT, HEIGHT - BOTTOM, WIDTH - RIGHT, HEIGHT - BOTTOM, "#333");
        text((LEFT + WIDTH - RIGHT) / 2, HEIGHT - 12, "middle", xLabel);
        add(
                "<text transform=\"translate(16 %.1f) rotate(-90)\" text-anchor=\"middle\">%s</text>",
                (TOP + HEIGHT - BOTTOM) / 2, escaped(yLabel));
        var path = new StringBuilder();
        for (Point p : curve) {
            path.append(path.isEmpty() ? "M" : "L")
                    .append(String.format(Locale.ROOT, "%.1f %.1f", px(p.x()), py(p.y())));
        }
        add("<path d=\"%s\" fill=\"none\" stroke=\"#1f5fa8\" stroke-width=\"2\"/>", path);
        for (Mark m : marks) {
            add("<circle cx=\"%.1f\" cy=\"%.1f\" r=\"5\" fill=\"#c2410c\"/>", px(m.x()), py(m.y()));
            boolean right = px(m.x()) > 0.75 * WIDTH;
            text(px(m.x()) + (right ? -9 : 9), py(m.y()) + 20, right ? "end" : "start", m.name());
        }
        add("</svg>");
    }

    private double px(double x) {
        return LEFT + (WIDTH - LEFT - RIGHT) * x / mostX;
    }

    private double py(double y) {
        return HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * (y - lowY) / (highY - lowY);
    }

    private void line(double x1, double y1, double x2, double y2, String colour) {
        add(
                "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"%s\"/>",
                x1, y1, x2, y2, colour);
    }

    private void text(double x, double y, String anchor, String words) {
        add(
                "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>",
                x, y, anchor, escaped(words));
    }

    private void add(String format, Object... values) {
        svg.append(String.format(Locale.ROOT, format + "%n", values).replace("\r\n", "\n"));
    }

    private static String number(double x) {
        return Show.digits(Math.abs(x) < 1e-12 ? 0 : x, 3, false);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
