package parapet.io;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import parapet.io.text.Place;

/// What one pass over a tree found out besides values: names used, tables, currencies, places. The
/// checks across the scenario stand on it, so that they work even where values could not be read.
final class Facts {
    /// A name that must be found in a table.
    record Reference(String table, String id, Place place, String subject) {}

    /// A currency that needs a rate.
    record Currency(String code, Place place, String subject) {}

    final List<Reference> references = new ArrayList<>();
    final List<Currency> currencies = new ArrayList<>();
    final Map<String, Set<String>> tables = new HashMap<>();
    final Map<String, Place> places = new LinkedHashMap<>();

    /// Where the value of a path is written; nothing for a default.
    final Map<String, Place> written = new HashMap<>();
}
