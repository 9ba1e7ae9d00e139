package parapet.scenario;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What people call the quantities of a scenario: the key in words, and the names of what owns it,
/// as in `Repair time, shop of the maker` or `Price of missile Long`. A quantity that stands on
/// claims is called as its claims are.
public final class QuantityNames {
    private static final Set<String> ACRONYMS = Set.of("mro", "oem", "mtbf");
    private static final Map<String, String> WORDS =
            Map.ofEntries(
                    Map.entry("count", "number"),
                    Map.entry("perMonthAhead", "slip for each month ahead"),
                    Map.entry("shockPerYear", "yearly chance of a shock"),
                    Map.entry("shock", "length of a shock"),
                    Map.entry("by", "how much later"),
                    Map.entry("arrives", "arrival"),
                    Map.entry("opens", "opening"),
                    Map.entry("from", "start"),
                    Map.entry("detects", "range of detection"),
                    Map.entry("most", "greatest range"),
                    Map.entry("least", "least range"),
                    Map.entry("kill", "kill probability"),
                    Map.entry("operating", "operating share"),
                    Map.entry("each", "price of each"),
                    Map.entry("sector", "width of the sector"),
                    Map.entry("faces", "bearing of the sector"),
                    Map.entry("perNight", "rounds sent in a night"),
                    Map.entry("held", "rounds held"),
                    Map.entry("pricesOf", "base day of prices"));
    private static final String DAY_OF_CHANGE = " (day of change)";

    private final Scenario scenario;

    /// What stands around a quantity: from the outside in, what each is, and what it is called.
    ///
    /// @param kind such as `shop` or `missile`
    /// @param name such as `Long`; empty for a part of its owner, such as its shop
    /// @param at whether the owner is a place of work
    private record Owner(String kind, String name, boolean at) {
        String words() {
            return at
                    ? "at " + name
                    : name.isEmpty() ? kind : kind.isEmpty() ? name : kind + " " + name;
        }
    }

    /// A place in words.
    ///
    /// @param entry whether it is an entry of a table as a whole
    private record Place(String leaf, List<Owner> owners, boolean entry) {
        Place(String leaf, List<Owner> owners) {
            this(leaf, owners, false);
        }

        String words() {
            if (owners.isEmpty()) {
                return capital(leaf);
            }
            var text = new StringBuilder(capital(leaf));
            for (int i = owners.size() - 1; i >= 0; i--) {
                Owner owner = owners.get(i);
                boolean first = i == owners.size() - 1;
                Owner inner = first ? null : owners.get(i + 1);
                if (inner != null && inner.name().isEmpty()) {
                    text.append(" of ").append(owner.name());
                } else if (owner.at()) {
                    text.append(' ').append(owner.words());
                } else if (first && !owner.name().isEmpty()) {
                    text.append(" of ").append(owner.words());
                } else {
                    text.append(", ").append(owner.words());
                }
            }
            return text.toString();
        }
    }

    private QuantityNames(Scenario scenario) {
        this.scenario = scenario;
    }

    /// The name of each quantity by key; no two are alike.
    public static Map<String, String> of(Scenario scenario, Quantities quantities) {
        var names = new QuantityNames(scenario);
        var all = new LinkedHashMap<String, String>();
        var times = new HashMap<String, Integer>();
        for (String key : quantities.byKey().keySet()) {
            String name = names.name(key, quantities.usedAt().getOrDefault(key, List.of()));
            int n = times.merge(name, 1, Integer::sum);
            all.put(key, n == 1 ? name : name + ", variant " + n);
        }
        return all;
    }

    /// The name of an entry; where nobody gave it one, its key in words.
    public static String named(String name, String key) {
        return name.equals(key) ? capital(key.replace('-', ' ').replace('_', ' ')) : name;
    }

    /// A place of the scenario in words: `Opening of site Depot`.
    public static String ofPlace(Scenario scenario, String path) {
        Place place = new QuantityNames(scenario).place(path);
        return place.entry() ? capital(place.owners().getLast().words()) : place.words();
    }

    private String name(String key, List<String> places) {
        if (key.indexOf('.') < 0) {
            return capital(phrase(key));
        }
        if (places.isEmpty()) {
            return place(key).words();
        }
        List<Place> all = places.stream().map(this::place).toList();
        Place first = all.getFirst();
        if (all.size() == 1 || first.owners().isEmpty()) {
            return first.words();
        }
        Owner last = first.owners().getLast();
        boolean alike =
                all.stream()
                        .allMatch(p ->
                                p.leaf().equals(first.leaf())
                                        && !p.owners().isEmpty()
                                        && p.owners().getLast().kind().equals(last.kind()));
        if (!alike) {
            return first.words() + ", and elsewhere";
        }
        var owners = new TreeSet<String>();
        all.forEach(p ->
                owners.add(p.owners().stream().map(Owner::words).collect(Collectors.joining("/"))));
        List<Owner> outer = first.owners().subList(0, first.owners().size() - 1);
        boolean shared =
                all.stream()
                        .allMatch(p -> p.owners().subList(0, p.owners().size() - 1).equals(outer));
        String kind = last.kind().isEmpty() ? "unit type" : last.kind();
        return capital(first.leaf())
                + " of %d %s".formatted(owners.size(), new Noun(kind, null).plural())
                + (shared
                        ? outer.reversed().stream()
                                .map(o -> ", " + o.words())
                                .collect(Collectors.joining())
                        : "");
    }

    private Place place(String path) {
        if (path.endsWith(DAY_OF_CHANGE)) {
            Place of = place(path.substring(0, path.length() - DAY_OF_CHANGE.length()));
            return new Place("day of change of " + of.leaf(), of.owners());
        }
        List<String> tokens = Arrays.asList(path.split("\\."));
        var owners = new ArrayList<Owner>();
        Object at = scenario;
        Class<?> type = Scenario.class;
        String leaf = tokens.getLast();
        for (int i = 0; i < tokens.size() - 1; i++) {
            RecordComponent component = component(type, tokens.get(i));
            if (component == null) {
                // the law of a forecast, below the date that it makes uncertain
                return new Place(word(leaf) + " of " + word(tokens.get(i - 1)), owners);
            }
            Object value = at == null ? null : read(at, component);
            Class<?> entry = entry(component);
            if (entry == null) {
                if (i > 0 && component.getType().isRecord()) {
                    owners.add(new Owner(word(component.getName()), "", false));
                }
                if (!component.getType().isRecord()) {
                    return new Place(word(leaf) + " of " + word(component.getName()), owners);
                }
                at = value;
                type = component.getType();
                continue;
            }
            String id = tokens.get(++i);
            at = value instanceof Map<?, ?> map ? map.get(id) : null;
            type = entry;
            boolean work = component.getName().equals("at");
            owners.add(new Owner(kind(component, entry), called(component, at, id), work));
            if (i == tokens.size() - 1) {
                return new Place(word(component.getName()), owners, true);
            }
        }
        return new Place(word(leaf), owners);
    }

    private static String kind(RecordComponent component, Class<?> entry) {
        return switch (component.getName()) {
            case "spares" -> "spare";
            case "stock" -> "stock";
            case "rates" -> "exchange rate";
            case "units" -> "";
            case "against" -> "target";
            default -> word(entry.getSimpleName());
        };
    }

    /// The name of an entry: its own, else that of what its id stands for, else the id in words.
    private String called(RecordComponent component, @Nullable Object entry, String id) {
        if (entry instanceof Record record) {
            RecordComponent named = component(record.getClass(), "name");
            if (named != null && read(record, named) instanceof String name && !name.isBlank()) {
                return name.equals(id) ? phrase(id) : name;
            }
        }
        Key key = component.getAnnotation(Key.class);
        if (key != null && !key.in().isEmpty()) {
            return called(key.in(), id);
        }
        return phrase(id);
    }

    private String called(String table, String id) {
        Object at = scenario;
        RecordComponent last = null;
        for (String token : table.split("\\.")) {
            last = at == null ? null : component(at.getClass(), token);
            at = last == null || at == null ? null : read(at, last);
        }
        Object entry = at instanceof Map<?, ?> map ? map.get(id) : null;
        RecordComponent named = entry == null ? null : component(entry.getClass(), "name");
        return named != null
                        && entry != null
                        && read(entry, named) instanceof String name
                        && !name.isBlank()
                        && !name.equals(id)
                ? name
                : phrase(id);
    }

    private String phrase(String id) {
        return Arrays.stream(id.split("@")[0].split("[-_]"))
                .map(w ->
                        ACRONYMS.contains(w) || currency(w.toUpperCase(Locale.ROOT))
                                ? w.toUpperCase(Locale.ROOT)
                                : w)
                .collect(Collectors.joining(" "));
    }

    private boolean currency(String code) {
        return scenario.money().rates().containsKey(code)
                || scenario.money().reporting().equals(code);
    }

    /// A component of the language in words: `repairTime` becomes `repair time`.
    private static String word(String name) {
        String known = WORDS.get(name);
        return known != null
                ? known
                : name.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    }

    private static String capital(String words) {
        return Noun.capital(words);
    }

    private static @Nullable RecordComponent component(Class<?> type, String name) {
        if (!type.isRecord()) {
            return null;
        }
        for (RecordComponent c : type.getRecordComponents()) {
            if (c.getName().equals(name)) {
                return c;
            }
        }
        return null;
    }

    /// The type of the entries of a table; null when the component is none.
    private static @Nullable Class<?> entry(RecordComponent component) {
        if (component.getType() == Map.class
                && component.getGenericType() instanceof ParameterizedType p) {
            Type entry = p.getActualTypeArguments()[1];
            return entry instanceof Class<?> c ? c : null;
        }
        return null;
    }

    private static @Nullable Object read(Object record, RecordComponent component) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(
                    "The key (%s) cannot be read.".formatted(component.getName()), e);
        }
    }
}
