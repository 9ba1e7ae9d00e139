package parapet.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import parapet.evidence.Standing;
import parapet.scenario.Scenario;
import parapet.scenario.Sky;
import parapet.scenario.Station;
import parapet.scenario.Support;
import parapet.stats.Weights;
import parapet.study.rows.QuantityRow;
import parapet.tables.Rows;

/// Where units and groups stand by lot, as inputs of a study: choices that are drawn as numbers
/// are, under the key of their alternatives.
final class StationInputs {
    private final Setup setup;
    private final Map<String, Input> inputs = new LinkedHashMap<>();

    /// @param places the places by draw
    private record Input(
            String key,
            String name,
            Map<String, Station.Alternative> alternatives,
            List<String> places) {}

    StationInputs(Setup setup, Map<String, List<String>> drawn) {
        this.setup = setup;
        Scenario scenario = setup.scenario();
        Sky sky = scenario.sky();
        drawn.forEach((station, places) -> {
            Support.Site site = scenario.support().sites().get(station);
            Sky.Group group = sky == null ? null : sky.groups().get(station);
            if (site != null && !site.alternatives().isEmpty()) {
                String key = "support.sites." + station + ".alternatives";
                add(new Input(key, site.name(), site.alternatives(), places));
            } else if (group != null && !group.alternatives().isEmpty()) {
                String key = "sky.groups." + station + ".alternatives";
                add(new Input(key, group.name(), group.alternatives(), places));
            }
        });
    }

    private void add(Input input) {
        if (input.places.stream().distinct().count() > 1) {
            inputs.put(input.key, input);
        }
    }

    /// The choices that fell differently in different draws.
    List<Predictor> predictors(Weights weights) {
        var all = new ArrayList<Predictor>();
        inputs.values().forEach(i -> all.add(Predictor.choice(i.key, i.places, weights)));
        return all;
    }

    /// What a choice is called; null for another key.
    @Nullable String name(String key) {
        Input input = inputs.get(key);
        return input == null ? null : name(input);
    }

    private static String name(Input input) {
        return "Where %s stands".formatted(input.name);
    }

    /// What a choice stands on; null for another key.
    @Nullable Standing standing(String key) {
        Input input = inputs.get(key);
        return input == null
                ? null
                : input.alternatives.values().stream()
                        .map(a -> setup.realiser().evidence().standing(a.weight()))
                        .reduce(Standing::with)
                        .orElse(Standing.JUDGEMENT);
    }

    /// Posts them among the quantities.
    void post(Rows rows) {
        Sky sky = setup.scenario().sky();
        if (sky == null) {
            return;
        }
        for (Input input : inputs.values()) {
            double sum = input.alternatives.values().stream().mapToDouble(this::weight).sum();
            String words =
                    input.alternatives.entrySet().stream()
                            .filter(e -> weight(e.getValue()) > 0)
                            .map(e ->
                                    "%s %.0f %%"
                                            .formatted(
                                                    Objects.requireNonNull(
                                                                    sky.places().get(e.getKey()))
                                                            .name(),
                                                    100 * weight(e.getValue()) / sum))
                            .collect(Collectors.joining(", "));
            Standing on = Objects.requireNonNull(standing(input.key));
            rows.add(
                    new QuantityRow(
                            input.key,
                            "stated",
                            "",
                            "place",
                            "",
                            words,
                            "",
                            "",
                            input.key,
                            name(input),
                            "drawn",
                            on.record(),
                            on.analogy(),
                            on.judgement()));
        }
    }

    private double weight(Station.Alternative alternative) {
        return setup.realiser().weigh(alternative.weight()).law().mean();
    }
}
