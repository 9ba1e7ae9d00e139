package parapet.view.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import parapet.view.chart.ValueChart.Point;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ValueChartTest {
    private static Point point(String letter, double cost, double gain) {
        return new Point(letter, cost, 1, gain, 2, "tip");
    }

    @Test
    void theFrontIsWhatNoOtherBeats() {
        ValueChart chart =
                new ValueChart(
                        "cost",
                        "gain",
                        List.of(
                                point("A", 0, 0),
                                point("B", 10, 5),
                                point("C", 10, 6),
                                point("D", 12, 6),
                                point("E", -3, -1),
                                point("F", 20, 5.9)));
        assertThat(chart.front()).extracting(Point::name).containsExactly("E", "A", "C");
        JsonNode option = JsonMapper.shared().readTree(Json.write(chart.option()));
        assertThat(option.get("series").get(0).get("data").toString())
                .isEqualTo("[[-3,-1],[0,0],[10,6]]");
        JsonNode whisker = option.get("series").get(1).get("data").get(0).get("value");
        assertThat(whisker.size()).isEqualTo(6);
    }

    /// Against the sweep by cost, which keeps what gains more than all that costs less; 1 000 sets
    /// of 7 points on a coarse grid, so that ties occur.
    @Test
    void theFrontEqualsASweep() {
        Random random = new Random(7);
        for (int round = 0; round < 1000; round++) {
            List<Point> points = new ArrayList<>();
            for (int i = 0; i < 7; i++) {
                points.add(point("P" + i, random.nextInt(6), random.nextInt(6)));
            }
            List<Double> sweep = new ArrayList<>();
            double best = Double.NEGATIVE_INFINITY;
            for (double cost = 0; cost < 6; cost++) {
                double of = cost;
                double gain =
                        points.stream()
                                .filter(p -> p.cost() == of)
                                .mapToDouble(Point::gain)
                                .max()
                                .orElse(Double.NEGATIVE_INFINITY);
                if (gain > best) {
                    best = gain;
                    sweep.add(cost);
                }
            }
            assertThat(
                            new ValueChart("", "", points)
                                    .front().stream().map(Point::cost).distinct().toList())
                    .as("round %d", round)
                    .isEqualTo(sweep);
        }
    }

    @Test
    void partsOfAStackKeepTheOrderOfTheRows() {
        JsonNode option =
                JsonMapper.shared()
                        .readTree(
                                Json.write(
                                        new StackChart(
                                                        "targets",
                                                        List.of("Drone", "Fighter"),
                                                        List.of(
                                                                new StackChart.Part(
                                                                        "busy",
                                                                        "blue",
                                                                        new double[] {3, 1})))
                                                .option()));
        assertThat(option.get("series").get(0).get("data").get(1).asDouble()).isEqualTo(1);
        assertThat(option.get("series").get(0).get("id").asString()).isEqualTo("cause:0");
        assertThat(option.get("yAxis").get("inverse").asBoolean()).isTrue();
    }
}
