package parapet.io.text;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Words of messages: quotes, the nearest known name, lists cut short.
public final class Words {
    private static final int LONGEST_LIST = 24;

    /// What people of the field call keys of the language.
    private static final Map<String, List<String>> ALSO =
            Map.ofEntries(
                    Map.entry("mtbf", List.of("meanTimeBetweenFailures")),
                    Map.entry("mttf", List.of("meanTimeBetweenFailures")),
                    Map.entry("mtbr", List.of("meanTimeBetweenFailures")),
                    Map.entry("failurerate", List.of("meanTimeBetweenFailures")),
                    Map.entry("mubf", List.of("meanUsesBetweenFailures")),
                    Map.entry("mttr", List.of("repairTime", "fieldRepairTime")),
                    Map.entry("tat", List.of("repairTime", "time")),
                    Map.entry("turnaroundtime", List.of("repairTime", "time")),
                    Map.entry("mldt", List.of("time", "leadTime")),
                    Map.entry("rcs", List.of("crossSection")),
                    Map.entry("pk", List.of("kill")),
                    Map.entry("sspk", List.of("kill")),
                    Map.entry("pfa", List.of("falseAlarm")),
                    Map.entry("lat", List.of("latitude")),
                    Map.entry("lon", List.of("longitude")),
                    Map.entry("lng", List.of("longitude")),
                    Map.entry("alt", List.of("height", "antenna")),
                    Map.entry("altitude", List.of("height", "antenna")),
                    Map.entry("velocity", List.of("speed")),
                    Map.entry("range", List.of("detects", "most")),
                    Map.entry("cost", List.of("price", "yearlyCost", "budget")),
                    Map.entry("qty", List.of("count")),
                    Map.entry("quantity", List.of("count")),
                    Map.entry("number", List.of("count")),
                    Map.entry("channels", List.of("places")),
                    Map.entry("servers", List.of("places")),
                    Map.entry("commissioned", List.of("opens")),
                    Map.entry("delivery", List.of("arrives", "deliveries")));

    private Words() {}

    /// The text in quotes, cut at 60 characters.
    public static String quoted(String text) {
        String line = text.replaceAll("\\p{Cntrl}+", " ");
        return "\"" + (line.length() <= 60 ? line : line.substring(0, 57) + "...") + "\"";
    }

    /// The known names parted by commas, at most 24 of them.
    public static String list(Collection<String> names) {
        if (names.isEmpty()) {
            return "none";
        }
        String first = String.join(", ", names.stream().limit(LONGEST_LIST).toList());
        return names.size() <= LONGEST_LIST
                ? first
                : first + " and %d more".formatted(names.size() - LONGEST_LIST);
    }

    /// `; did you mean "x"?` for the nearest known name, or nothing when none is near.
    public static String didYouMean(String name, Collection<String> known) {
        String near = nearest(name, known);
        return near == null ? "" : "; did you mean \"" + near + "\"?";
    }

    /// The known name nearest to `name`, or null when none is near.
    public static @Nullable String nearest(String name, Collection<String> known) {
        String wanted = plain(name);
        if (wanted.length() > 80) {
            return null;
        }
        for (String meant : ALSO.getOrDefault(wanted, List.of())) {
            if (known.contains(meant)) {
                return meant;
            }
        }
        String best = null;
        int least = Math.max(1, wanted.length() / 3) + 1;
        for (String candidate : known) {
            if (Math.abs(candidate.length() - wanted.length()) >= least + 4) {
                continue;
            }
            int d = distance(wanted, plain(candidate));
            if (d < least) {
                least = d;
                best = candidate;
            }
        }
        return best;
    }

    /// The known name that is one or two letters away from `name`, digits being equal; null when
    /// there is none.
    public static @Nullable String slip(String name, Collection<String> known) {
        for (String candidate : known) {
            if (name.length() >= 4
                    && Math.abs(candidate.length() - name.length()) <= 2
                    && candidate.replaceAll("\\D", "").equals(name.replaceAll("\\D", ""))
                    && distance(plain(name), plain(candidate)) <= (name.length() < 8 ? 1 : 2)) {
                return candidate;
            }
        }
        return null;
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[-_ ]", "");
    }

    private static int distance(String a, String b) {
        int[] previous = new int[b.length() + 1];
        int[] row = new int[b.length() + 1];
        int[] older = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int swap = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                int best = Math.min(Math.min(row[j - 1], previous[j]) + 1, previous[j - 1] + swap);
                if (i > 1
                        && j > 1
                        && a.charAt(i - 1) == b.charAt(j - 2)
                        && a.charAt(i - 2) == b.charAt(j - 1)) {
                    best = Math.min(best, older[j - 2] + 1);
                }
                row[j] = best;
            }
            int[] free = older;
            older = previous;
            previous = row;
            row = free;
        }
        return previous[b.length()];
    }
}
