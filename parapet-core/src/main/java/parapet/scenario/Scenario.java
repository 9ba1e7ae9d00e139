package parapet.scenario;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import parapet.evidence.Claim;
import parapet.evidence.Source;

/// Everything a study needs, as the user wrote it: valid and immutable.
public record Scenario(
        @Key(
                        value = "Version of the scenario language; this release reads version 1",
                        example = "1")
                int schema,
        @Key(value = "Title, shown on every page", example = "Six batteries for the north")
                String title,
        @Key(value = "What the scenario is about, in a few sentences", otherwise = " ")
                String about,
        @Key(value = "First day of the simulated time", example = "2018-10-01") LocalDate start,
        @Key(value = "Last day of the simulated time", example = "2041-03-31") LocalDate end,
        @Key(
                        value =
                                "Day up to which the evidence is known; claims that became known later are left out. Without"
                                        + " it, the latest day on which any claim became known")
                @Nullable LocalDate asOf,
        @Key(
                        value =
                                "Why the values that stand in this file without a source are as they are: each is then an"
                                        + " assumption of grade D with this reason",
                        example = "notional")
                @Nullable String assumptions,
        @Key(
                        value =
                                "Publications, usually a CSV table: id, publisher, title, date, grade, address, seen, note",
                        example = "sources.csv")
                Map<String, Source> sources,
        @Key(
                        value =
                                "What the publications say, usually a CSV table: id, of, statement, value, low, high, unit,"
                                        + " status, madeOn, asOf, source, grade, kind, copiedFrom, formula, note",
                        example = "claims.csv")
                Map<String, Claim> claims,
        @Key("Currencies, exchange rates and discounting") Money money,
        @Key("What there is: parts, missiles and types of unit") Catalogue catalogue,
        @Key("How it is kept ready: sites, links, production, disruptions") Support support,
        @Key("What is bought and when it comes: contracts and purchases") Programme programme,
        @Key(
                        "What the units see and stop: places, radars, batteries, raids; without it the questions about sky and raids stay open")
                @Nullable Sky sky,
        @Key("How the study is run and what it reports") Study study,
        @Key("The plans that are compared: a baseline and its changes") Map<String, Plan> plans) {

    /// The version of the language that this release reads.
    public static final int SCHEMA = 1;
}
