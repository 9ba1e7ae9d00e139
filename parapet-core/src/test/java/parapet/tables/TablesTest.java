package parapet.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TablesTest {
    private static final LocalDate DAY = LocalDate.of(2030, 3, 31);

    @Table(value = "arrivals", doc = "When each unit came")
    private record Arrival(
            @Col("key of the unit") String unit,
            @Col("draw") int draw,
            @Col("number of parts") long parts,
            @Col("battles fought by itself") @Nullable Integer alone,
            @Col(value = "distance", unit = "km") double distance,
            @Col(value = "delay", unit = "day") @Nullable Double delay,
            @Col("day it came") @Nullable LocalDate day,
            @Col("whether it is known") boolean settled) {}

    private record Answer(String unit, double mean) {}

    @Table(value = "mute", doc = "A table whose column says nothing")
    private record Mute(String unit) {}

    private record Odd(List<String> names) {}

    private static final Arrival FULL = new Arrival("a", 3, 1L << 40, 7, 1.5, 0.25, DAY, true);
    private static final Arrival BARE = new Arrival("b", 0, 0, null, -0.0, null, null, false);

    @Test
    void columnsComeFromTheRecord() {
        RowType<Arrival> type = Tables.of(Arrival.class);
        assertThat(type.name()).isEqualTo("arrivals");
        assertThat(type.doc()).isEqualTo("When each unit came");
        assertThat(type.columns().stream().map(Column::toString))
                .containsExactly(
                        "unit TEXT",
                        "draw INTEGER",
                        "parts INTEGER",
                        "alone INTEGER",
                        "distance NUMBER",
                        "delay NUMBER",
                        "day DATE",
                        "settled FLAG");
        assertThat(type.columns().stream().filter(Column::nullable).map(Column::name))
                .containsExactly("alone", "delay", "day");
        assertThat(type.columns().get(4).unit()).isEqualTo("km");
        assertThat(type.columns().get(4).doc()).isEqualTo("distance");
        assertThat(Tables.of(Arrival.class)).as("made once").isSameAs(type);
    }

    @Test
    void aRowComesBackFromItsValues() {
        RowType<Arrival> type = Tables.of(Arrival.class);
        for (Arrival row : List.of(FULL, BARE)) {
            @Nullable Object[] values =
                    type.columns().stream().map(c -> c.of(row)).toArray(Object[]::new);
            assertThat(type.make(values)).isEqualTo(row.equals(BARE) ? positive(BARE) : row);
        }
        assertThat(type.columns().stream().map(c -> c.of(FULL)))
                .containsExactly("a", 3L, 1L << 40, 7L, 1.5, 0.25, DAY, true);
        assertThat(type.columns().get(4).of(BARE)).as("-0.0 is 0.0").isEqualTo(0.0);
        double odd = Double.longBitsToDouble(0x7ff8000000000001L);
        assertThat(type.columns().get(4).of(new Arrival("a", 0, 0, null, odd, null, null, true)))
                .as("one NaN")
                .isEqualTo(Double.NaN);
    }

    private static Arrival positive(Arrival row) {
        return new Arrival(row.unit, row.draw, row.parts, null, 0.0, null, null, row.settled);
    }

    @Test
    void valuesThatDoNotFitAreRefused() {
        RowType<Answer> type = Tables.row(Answer.class);
        assertThat(type.make("a", 2.0)).isEqualTo(new Answer("a", 2));
        assertThatThrownBy(() -> type.make("a")).hasMessageContaining("has (2) values, not (1)");
        assertThatThrownBy(() -> type.make("a", "b"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("do not fit a row of (Answer)");
        assertThatThrownBy(() -> type.make("a", null)).isInstanceOf(IllegalArgumentException.class);
        RowType<Arrival> arrivals = Tables.of(Arrival.class);
        assertThatThrownBy(() -> arrivals.make("a", 1L << 40, 0L, null, 0.0, null, null, false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("overflow");
    }

    @Test
    void onlyADeclaredTableIsOne() {
        assertThatThrownBy(() -> Tables.of(Answer.class)).hasMessageContaining("is no table");
        assertThatThrownBy(() -> Tables.of(Mute.class)).hasMessageContaining("(unit)");
        assertThatThrownBy(() -> Tables.row(Odd.class)).hasMessageContaining("java.util.List");
        assertThatThrownBy(() -> new Rows().add(new Answer("a", 1)))
                .hasMessageContaining("is no table");
    }

    @Test
    void rowsStandInTheirOrderAndAreNotHandedOut() {
        var rows = new Rows();
        rows.add(BARE);
        rows.addAll(List.of(FULL, BARE));
        assertThat(rows.of(Arrival.class)).containsExactly(BARE, FULL, BARE);
        assertThat(rows.tables()).containsExactly(Arrival.class);
        List<Arrival> of = rows.of(Arrival.class);
        assertThatThrownBy(() -> of.add(FULL)).isInstanceOf(UnsupportedOperationException.class);
        assertThat(new Rows().of(Arrival.class)).isEmpty();
    }
}
