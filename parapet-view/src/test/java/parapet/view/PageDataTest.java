package parapet.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import parapet.view.doc.Block;
import parapet.view.doc.Figure;
import parapet.view.doc.Section;
import parapet.view.doc.Table;
import parapet.view.doc.Text;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Tables of a figure as the script reads them.
class PageDataTest {
    private static Table.Row row(String... cells) {
        return new Table.Row("", false, "", Arrays.stream(cells).map(Table.Cell::of).toList());
    }

    private static JsonNode tables(Map<String, List<Table.Row>> tables) {
        var figure =
                new Figure(
                        "f",
                        Map.of("", "A title"),
                        Text.of("how to read it"),
                        List.of(),
                        List.of(),
                        new Table("t", "caption", List.of(), List.of()),
                        tables);
        var section = new Section("s", "", "S", List.of(), List.<Block>of(new Block.Chart(figure)));
        String json = new PageData(List.of(section), null, Map.of(), Fixture.info()).json();
        return JsonMapper.builder().build().readTree(json).get("figures").get("f").get("tables");
    }

    @Test
    void cellsAsInTheFirstTableAreHeldOnce() {
        var all = new LinkedHashMap<String, List<Table.Row>>();
        all.put("a", List.of(row("one", "x"), row("two", "y")));
        all.put("b", List.of(row("one", "z"), row("two", "y"), row("three", "y")));
        assertThat(tables(all).get("a")).hasToString("[[\"one\",\"x\"],[\"two\",\"y\"]]");
        assertThat(tables(all).get("b")).hasToString("[[0,\"z\"],[0,0],[\"three\",\"y\"]]");
    }

    /// A first table without rows has no cell that another could be like.
    @Test
    void whereTheFirstTableIsEmptyTheOthersAreWhole() {
        var all = new LinkedHashMap<String, List<Table.Row>>();
        all.put("a", List.of());
        all.put("b", List.of(row("one")));
        all.put("c", List.of(row("one")));
        assertThat(tables(all).get("b")).hasToString("[[\"one\"]]");
        assertThat(tables(all).get("c")).hasToString("[[\"one\"]]");
    }
}
