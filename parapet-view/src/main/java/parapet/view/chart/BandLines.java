package parapet.view.chart;

import java.util.List;
import java.util.Map;

/// Numbers with bands over a few named steps, such as nights, hours or dates: as [FanChart], with a
/// label at every step and no year to count.
///
/// @param xName name of the horizontal axis, empty for none
/// @param yName name of the vertical axis
/// @param steps labels in order
/// @param bands quantities with their quantiles, one for each step
public record BandLines(String xName, String yName, List<String> steps, List<FanChart.Band> bands) {

    /// The option tree.
    public Map<String, Object> option() {
        Map<String, Object> option =
                new FanChart(steps, -1, yName, List.of(), bands, List.of()).option();
        Map<String, Object> x = Axes.category(steps, false, 0);
        x.put("boundaryGap", steps.size() < 2);
        Map<String, Object> grid = Axes.grid(78);
        grid.put("left", 18); // half a label stands out on either side
        grid.put("right", 36);
        if (!xName.isEmpty()) {
            x.put("name", xName);
            x.put("nameLocation", "middle");
            x.put("nameGap", 28);
            x.put("nameTextStyle", Json.object("color", Axes.MUTED));
            grid.put("bottom", 32);
        }
        option.put("xAxis", x);
        option.put("grid", grid);
        return option;
    }
}
