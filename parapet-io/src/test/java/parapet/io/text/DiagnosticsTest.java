package parapet.io.text;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DiagnosticsTest {
    private static Diagnostic at(String text, int column, int end, String message) {
        return Diagnostic.error(
                new Place(TextFile.of("north.yaml", text), 1, column, 1, end), message);
    }

    @Test
    void showsPlaceMarkExpectedFoundAndNotes() {
        Diagnostic d =
                at("    peakPower: 120", 16, 19, "radar \"ALB-1\": peakPower has no unit")
                        .expecting("a power such as 120 kW or 1.2 MW")
                        .finding("the bare number 120")
                        .noting("keys known here: id, site");
        assertThat(Diagnostics.render(d))
                .isEqualTo(
                        """
                        north.yaml:1:16: error: radar "ALB-1": peakPower has no unit
                            peakPower: 120
                                       ^^^
                          expected a power such as 120 kW or 1.2 MW; found the bare number 120
                          keys known here: id, site
                        """);
    }

    @Test
    void cutsLongLinesAroundThePlace() {
        String line = "a".repeat(500) + "HERE" + "b".repeat(500);
        String[] shown = Diagnostics.render(at(line, 501, 505, "x")).split("\n", -1);
        assertThat(shown[1].length()).isLessThan(130);
        int mark = shown[2].indexOf("^^^^");
        assertThat(shown[1].substring(mark, mark + 4)).isEqualTo("HERE");
    }

    @Test
    void survivesPlacesBeyondTheLine() {
        assertThat(Diagnostics.render(at("ab", 9, 12, "x"))).contains("north.yaml:1:9: error: x");
        assertThat(Diagnostics.render(at("", 1, 1, "x"))).isEqualTo("north.yaml:1:1: error: x\n");
        assertThat(Diagnostics.render(Diagnostic.warning(Place.whole("f"), "x")))
                .isEqualTo("f: warning: x\n");
    }

    @Test
    void sortsSaysNothingTwiceAndStopsAtAHundred() {
        var many = new ArrayList<Diagnostic>();
        for (int i = 150; i > 0; i--) {
            many.add(at("x".repeat(200), i, i + 1, "m"));
            many.add(at("x".repeat(200), i, i + 1, "m"));
        }
        List<Diagnostic> sorted = Diagnostics.sorted(many);
        assertThat(sorted).hasSize(150);
        assertThat(sorted.getFirst().column()).isEqualTo(1);
        assertThat(Diagnostics.render(sorted)).endsWith("\nand 50 more\n");
    }

    @Test
    void knowsTheNearestName() {
        var known = List.of("interceptors", "launchers", "radars");
        assertThat(Words.nearest("intercepters", known)).isEqualTo("interceptors");
        assertThat(Words.nearest("Radars", known)).isEqualTo("radars");
        assertThat(Words.nearest("raadrs", known)).isEqualTo("radars");
        assertThat(Words.nearest("banana", known)).isNull();
    }

    @Test
    void everyCellOfATableKnowsItsPlace() {
        TextFile file =
                TextFile.of(
                        "t.csv",
                        "id,a,b\r\n1,\"x, \"\"y\"\"\r\nz\",q\r\n\r\n2,é,\uD83D\uDE00,x\r\n3,,w\n");
        var problems = new ArrayList<Diagnostic>();
        CsvTree.Table table = requireNonNull(CsvTree.read(file, problems::add));
        var first = (Tree.Mapping) requireNonNull(table.rows().value("1"));
        var a = (Tree.Scalar) requireNonNull(first.value("a"));
        assertThat(a.text()).isEqualTo("x, \"y\"\nz");
        assertThat(a.place()).isEqualTo(new Place(file, 2, 3, 3, 3));
        assertThat(requireNonNull(first.value("b")).place()).isEqualTo(new Place(file, 3, 4, 3, 5));
        assertThat(problems).hasSize(1);
        assertThat(problems.getFirst().message())
                .isEqualTo("the row has 4 cells, the table 3 columns");
        assertThat(problems.getFirst().line()).isEqualTo(5);
        var third = (Tree.Mapping) requireNonNull(table.rows().value("3"));
        assertThat(third.value("a")).isNull();
        assertThat(requireNonNull(third.value("b")).place()).isEqualTo(new Place(file, 6, 4, 6, 5));
    }
}
