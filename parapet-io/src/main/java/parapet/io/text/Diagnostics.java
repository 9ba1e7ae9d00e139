package parapet.io.text;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;

/// Shows problems to people, each with its line and a mark under the place:
///
///     north.yaml:42:16: error: radar "ALB-1": peakPower has no unit
///         peakPower: 120
///                    ^^^
///       expected a power such as 120 kW or 1.2 MW; found the bare number 120
public final class Diagnostics {
    /// How many are shown at most.
    public static final int MOST = 100;

    /// So many warnings of one kind are still shown one by one.
    public static final int FOLDED_ABOVE = 2;

    private static final int WIDTH = 110;

    private Diagnostics() {}

    /// Sorted by file, line, column and message; what is said twice is kept once.
    public static List<Diagnostic> sorted(Collection<Diagnostic> diagnostics) {
        var once = new LinkedHashMap<List<Object>, Diagnostic>();
        for (Diagnostic d : diagnostics) {
            once.putIfAbsent(List.of(d.severity(), d.file(), d.line(), d.column(), d.message()), d);
        }
        return once.values().stream()
                .sorted(
                        Comparator.comparing(Diagnostic::file)
                                .thenComparingInt(Diagnostic::line)
                                .thenComparingInt(Diagnostic::column)
                                .thenComparing(Diagnostic::severity)
                                .thenComparing(Diagnostic::message))
                .toList();
    }

    /// The same with warnings of one kind folded into their first, where there are more than
    /// [#FOLDED_ABOVE] of them; errors are never folded.
    public static List<Diagnostic> folded(List<Diagnostic> diagnostics) {
        var count = new HashMap<String, Integer>();
        for (Diagnostic d : diagnostics) {
            if (!d.isError() && !d.kind().isEmpty()) {
                count.merge(d.kind(), 1, Integer::sum);
            }
        }
        var said = new HashSet<String>();
        var folded = new ArrayList<Diagnostic>();
        for (Diagnostic d : diagnostics) {
            int n = d.isError() ? 0 : count.getOrDefault(d.kind(), 0);
            if (n <= FOLDED_ABOVE) {
                folded.add(d);
            } else if (said.add(d.kind())) {
                folded.add(
                        new Diagnostic(
                                        d.severity(),
                                        d.place(),
                                        "%d %s; the first: %s".formatted(n, d.kind(), d.message()),
                                        d.expected(),
                                        d.found(),
                                        d.notes(),
                                        d.kind())
                                .noting("--all lists them"));
            }
        }
        return folded;
    }

    /// All of them as text, errors and warnings in the order given, at most [#MOST]; ends with a
    /// line feed unless empty.
    public static String render(List<Diagnostic> diagnostics) {
        var out = new StringBuilder();
        int shown = Math.min(MOST, diagnostics.size());
        for (int i = 0; i < shown; i++) {
            if (i > 0) {
                out.append('\n');
            }
            render(diagnostics.get(i), out);
        }
        if (diagnostics.size() > shown) {
            out.append("\nand %d more\n".formatted(diagnostics.size() - shown));
        }
        return out.toString();
    }

    /// One of them as text.
    public static String render(Diagnostic diagnostic) {
        var out = new StringBuilder();
        render(diagnostic, out);
        return out.toString();
    }

    private static void render(Diagnostic d, StringBuilder out) {
        out.append(d.file());
        if (d.line() > 0) {
            out.append(':').append(d.line()).append(':').append(d.column());
        }
        out.append(d.isError() ? ": error: " : ": warning: ").append(d.message()).append('\n');
        excerpt(d, out);
        if (d.expected() != null || d.found() != null) {
            out.append("  ");
            if (d.expected() != null) {
                out.append("expected ").append(d.expected());
            }
            if (d.found() != null) {
                out.append(d.expected() == null ? "found " : "; found ").append(d.found());
            }
            out.append('\n');
        }
        for (String note : d.notes()) {
            out.append("  ").append(note).append('\n');
        }
    }

    private static void excerpt(Diagnostic d, StringBuilder out) {
        List<String> lines = d.place().file().lines();
        if (d.line() < 1 || d.line() > lines.size()) {
            return;
        }
        int[] points = lines.get(d.line() - 1).codePoints().map(Diagnostics::printable).toArray();
        int from = 0;
        while (from < points.length && points[from] == ' ' && from < d.column() - 1) {
            from++;
        }
        int to = points.length;
        while (to > from && points[to - 1] == ' ') {
            to--;
        }
        if (to <= from) {
            return;
        }
        int start = Math.min(d.column() - 1, to);
        int end = Math.clamp(d.endColumn() - 1, start + 1, Math.max(to, start + 1));
        String before = "";
        if (to - from > WIDTH) {
            int cut = Math.max(from, start - WIDTH / 2);
            if (cut > from) {
                before = "...";
                from = cut;
            }
        }
        boolean after = to - from > WIDTH;
        int last = after ? from + WIDTH : to;
        out.append("    ").append(before).append(new String(points, from, last - from));
        out.append(after ? "...\n" : "\n    ");
        if (after) {
            out.append("    ");
        }
        out.repeat(" ", before.length() + start - from)
                .repeat("^", Math.max(1, Math.min(end, Math.max(last, start + 1)) - start))
                .append('\n');
    }

    private static int printable(int point) {
        return Character.isISOControl(point) || !Character.isDefined(point) ? ' ' : point;
    }
}
