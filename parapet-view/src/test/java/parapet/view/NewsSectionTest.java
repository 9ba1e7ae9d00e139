package parapet.view;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import parapet.io.results.Query;

/// The news beside the model, from made tables.
class NewsSectionTest {
    private static String section(Query tables) {
        String html = Report.html(tables, Fixture.info());
        int from = html.indexOf("<section id=\"news\"");
        return from < 0 ? "" : html.substring(from, html.indexOf("</section>", from));
    }

    private static void says(Query tables, String rows) {
        tables.fill(
                "insert into news (statement, ord, said, claims, publishers, plan, against, metric, atLeast, atMost, n,"
                        + " mean, p05, p95, share, quantity, low, high, verdict, judged, because) values "
                        + rows);
    }

    @Test
    void withoutStatementsThereIsNoSection() {
        try (Query tables = Fixture.full()) {
            assertThat(section(tables)).isEmpty();
        }
    }

    @Test
    void eachStatementStandsBesideItsNumber() {
        try (Query tables = Fixture.full()) {
            says(
                    tables,
                    """
                    ('b', 1, 'It sees far.', 'C-1\nC-2', 'Daily\nWeekly', 'five-more', 'as-it-came', 'seen-1000/2035-03-31', 100, null, 8,
                      120.4, -30, 250, 0.75, null, null, null, 'not decisive', 'draws', 'a guess'),
                    ('a', 0, 'It sees enough.', '', '', 'as-it-came', null, 'seen-1000/2035-03-31', 10, 20, 8,
                      15, 15, 15, 1, null, null, null, 'supports', 'history', ''),
                    ('c', 2, 'Someone caused it.', '', '', null, null, null, null, null, 0,
                      null, null, null, null, null, null, null, 'not decisive', '', 'the model knows no cause'),
                    ('d', 3, 'It costs five.', 'C-3', '', null, null, null, null, null, 0,
                      null, null, null, null, 'base-availability', '4', '6', 'not decisive', 'input', ''),
                    ('e', 4, 'It costs nothing.', '', '', null, null, null, null, null, 0,
                      null, null, null, null, 'base-availability', '4', '6', 'contradicts', 'input', '')
                    """);
            String news = section(tables);
            assertThat(news)
                    .contains(
                            "Of 5 statements the model supports 1, contradicts 1 and leaves 3 open:")
                    .contains("href=\"#e-C-1\"")
                    .contains("Daily, Weekly")
                    .contains("“Five more squadrons” minus the reference")
                    .contains("+120")
                    .contains("−30 to +250")
                    .contains("from +100")
                    .contains("75 %")
                    .contains("href=\"#e-C-2\"")
                    .contains("1 of them is decided by what had happened by")
                    .contains("by what has happened")
                    .contains("by the range that goes in")
                    .contains("goes in: 4 to 6.")
                    .contains("10 to 20")
                    .contains("100 %")
                    .contains("no number of the model can judge it: 2 statements")
                    .contains("the model knows no cause");
            assertThat(news.indexOf("It sees enough")).isLessThan(news.indexOf("It sees far"));
            assertThat(news.replaceAll("<[^>]*>", " ")).doesNotContain("15 to 15");
        }
    }
}
