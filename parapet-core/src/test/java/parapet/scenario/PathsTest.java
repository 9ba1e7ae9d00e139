package parapet.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PathsTest {
    record Leaf(int count, @Nullable String note) {}

    record Tree(String name, Map<String, Leaf> leaves, Leaf main) {}

    private static Tree tree() {
        var leaves = new LinkedHashMap<String, Leaf>();
        leaves.put("z", new Leaf(1, null));
        leaves.put("a", new Leaf(2, "two"));
        return new Tree("t", leaves, new Leaf(3, null));
    }

    @Test
    void readsThroughRecordsAndMaps() {
        assertThat(Paths.get(tree(), "leaves.a.count")).isEqualTo(2);
        assertThat(Paths.get(tree(), "main.note")).isNull();
        assertThat(Paths.get(tree(), "leaves.none")).isNull();
    }

    @Test
    void replacesOneValueAndKeepsTheRestAndTheOrder() {
        Tree before = tree();
        Tree after = Paths.with(before, "leaves.z.count", 9);
        assertThat(after.leaves().get("z")).isEqualTo(new Leaf(9, null));
        assertThat(new ArrayList<>(after.leaves().keySet())).containsExactly("z", "a");
        assertThat(after.main()).isSameAs(before.main());
        assertThat(before).isEqualTo(tree());
    }

    @Test
    void addsAndTakesAwayEntriesOfMaps() {
        Tree more = Paths.with(tree(), "leaves.b", new Leaf(5, null));
        assertThat(more.leaves()).hasSize(3);
        assertThat(Paths.with(more, "leaves.b", null)).isEqualTo(tree());
    }

    @Test
    void namesWhatDoesNotExistOrFit() {
        assertThatThrownBy(() -> Paths.get(tree(), "leaves.a.size"))
                .hasMessageContaining("(size)")
                .hasMessageContaining("Leaf");
        assertThatThrownBy(() -> Paths.get(tree(), "leaves.b.count")).hasMessageContaining("(b)");
        assertThatThrownBy(() -> Paths.with(tree(), "main.count", "many"))
                .hasMessageContaining("(many)");
        assertThatThrownBy(() -> Paths.with(tree(), "name.more", 1)).hasMessageContaining("(more)");
    }
}
