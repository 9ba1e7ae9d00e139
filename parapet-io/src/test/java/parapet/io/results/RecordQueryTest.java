package parapet.io.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Rows bound to records: by name, strictly.
class RecordQueryTest {
    private Query query = Query.empty();

    @BeforeEach
    void open() {
        query = Query.empty();
        query.fill(
                "insert into deliveries(plan, draw, replication, unit, due, settled) values"
                        + " ('it''s', 3, 0, 'u1', date '2030-01-31', true), ('b', 4, 0, 'u2', null, false)");
    }

    @AfterEach
    void close() {
        query.close();
    }

    @Sql(
            """
            select plan, draw, due, settled, draw / 2 as half from deliveries
            where list_contains($1, plan) and draw >= $2 and (due is null or due <= $3) order by draw
            """)
    record Row(int draw, String plan, @Nullable LocalDate due, boolean settled, double half) {}

    @Test
    void bindsByNameWithParameters() {
        List<Row> rows = query.rows(Row.class, List.of("it's", "b"), 3, LocalDate.of(2031, 1, 1));
        assertThat(rows)
                .containsExactly(
                        new Row(3, "it's", LocalDate.of(2030, 1, 31), true, 1.5),
                        new Row(4, "b", null, false, 2));
        assertThat(query.rows(Row.class, List.of("b"), 0, LocalDate.MAX.withYear(9000))).hasSize(1);
        assertThat(query.rows(Row.class, List.of(), 0, LocalDate.EPOCH)).isEmpty();
    }

    @Sql("select plan, due from deliveries")
    record Unknown(String plan) {}

    @Sql("select plan from deliveries")
    record Missing(String plan, int draw) {}

    @Sql("select due from deliveries")
    record NoNull(LocalDate due) {}

    @Sql("select plan as draw from deliveries")
    record Wrong(int draw) {}

    @Sql("select draw / 2 as draw from deliveries where draw = 3")
    record Half(int draw) {}

    @Sql("select draws from deliveries")
    record Misspelt(int draws) {}

    record NoSql(int draw) {}

    @Sql("select null::double as x, null::varchar as y from deliveries limit 1")
    record Gaps(@Sql.OrNaN double x, @Sql.OrEmpty String y) {}

    @Test
    void everyMismatchIsAnErrorThatNamesIt() {
        assertThatThrownBy(() -> query.rows(Unknown.class)).hasMessageContaining("[due]");
        assertThatThrownBy(() -> query.rows(Missing.class)).hasMessageContaining("[draw]");
        assertThatThrownBy(() -> query.rows(NoNull.class))
                .hasMessageContaining("due")
                .hasMessageContaining("null");
        assertThatThrownBy(() -> query.rows(Wrong.class))
                .hasMessageContaining("draw")
                .hasMessageContaining("String it's");
        assertThatThrownBy(() -> query.rows(Half.class)).hasMessageContaining("1.5");
        assertThatThrownBy(() -> query.rows(Misspelt.class)).hasMessageContaining("\"draws\"");
        assertThatThrownBy(() -> query.rows(NoSql.class)).hasMessageContaining("@Sql");
        assertThatThrownBy(() -> query.prepare(Misspelt.class)).hasMessageContaining("\"draws\"");
        assertThatThrownBy(() -> query.prepare(Missing.class)).hasMessageContaining("[draw]");
        query.prepare(Row.class);
        Gaps gaps = query.first(Gaps.class).orElseThrow();
        assertThat(gaps.x()).isNaN();
        assertThat(gaps.y()).isEmpty();
    }
}
