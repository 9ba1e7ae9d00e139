package parapet.scenario;

import java.time.LocalDate;
import java.time.Month;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import parapet.evidence.Claim;
import parapet.evidence.Grade;
import parapet.evidence.Quantity;
import parapet.programme.Discounting;
import parapet.quantity.Dimension;
import parapet.quantity.Measures;
import parapet.quantity.Span;

/// A small scenario made in code, for tests that read no files; tests change it with [Paths#with].
///
/// Two squadrons come to `base`: `u1` in the second half of 2026, `u2` by claims (due 2027-01-01,
/// said in 2026-03 to come by 2027-07-01). Their parts are repaired at `maker`, and at `depot` when
/// a plan makes it active.
public final class Made {
    /// First day.
    public static final LocalDate START = LocalDate.of(2026, 1, 1);

    /// Last day.
    public static final LocalDate END = LocalDate.of(2029, 12, 31);

    /// Day of the evidence.
    public static final LocalDate AS_OF = LocalDate.of(2026, 6, 30);

    private Made() {}

    /// A number between two others, any value as likely as another.
    public static Quantity between(String key, Dimension dimension, double low, double high) {
        return new Quantity(
                key, dimension, null, new Quantity.Stated(new Span(low, Double.NaN, high, null)));
    }

    /// A stated number.
    public static Quantity number(String key, Dimension dimension, double value) {
        return new Quantity(key, dimension, null, new Quantity.Stated(Span.of(value)));
    }

    /// A share, 0..1.
    public static Quantity share(String key, double value) {
        return number(key, Dimension.SHARE, value);
    }

    /// A number of things.
    public static Quantity count(String key, double value) {
        return number(key, Dimension.COUNT, value);
    }

    /// A duration in days.
    public static Quantity days(String key, double days) {
        return number(key, Dimension.DURATION, days * Measures.DAY_SEC);
    }

    /// A rate, a year.
    public static Quantity perYear(String key, double value) {
        return number(key, Dimension.RATE, value / Measures.YEAR_SEC);
    }

    /// US dollars.
    public static Quantity usd(String key, double amount) {
        return new Quantity(
                key, Dimension.MONEY, null, new Quantity.Stated(Span.of(amount, "USD")));
    }

    /// A day.
    public static Quantity day(String key, LocalDate day) {
        return Quantity.date(key, day);
    }

    /// A period, any day as likely as another.
    public static Quantity period(String key, LocalDate first, LocalDate last) {
        return between(
                key, Dimension.DATE, (double) first.toEpochDay(), (double) last.toEpochDay());
    }

    /// A part with the given mean time between failures.
    public static Catalogue.Part part(String id, Quantity meanTimeBetweenFailures) {
        return new Catalogue.Part(
                id,
                meanTimeBetweenFailures,
                null,
                Catalogue.Clock.OPERATION,
                Catalogue.Law.EXPONENTIAL,
                null,
                Map.of(),
                share(id + ".rateScatter", 0),
                null,
                share(id + ".field", 0.5),
                days(id + ".fieldTime", 0.25),
                share(id + ".condemned", 0.1),
                share(id + ".noFault", 0),
                days(id + ".noFaultTime", 1),
                Map.of(),
                null,
                true,
                null,
                null,
                days(id + ".procurement", 300),
                usd(id + ".price", 2e6));
    }

    /// A shop with a mean repair time in days.
    public static Support.Shop shop(String id, double places, Quantity repairTime) {
        return new Support.Shop(
                count(id + ".places", places),
                share(id + ".other", 0),
                repairTime,
                share(id + ".scatter", 1),
                share(id + ".repairShare", 1),
                share(id + ".priceShare", 0.2),
                count(id + ".learning", 1),
                days(id + ".learningTime", 700),
                share(id + ".material", 0.1),
                days(id + ".materialTime", 200));
    }

    /// A site.
    public static Support.Site site(
            String id,
            boolean active,
            @Nullable String supplier,
            List<String> repairsAt,
            @Nullable Quantity opens,
            Support.@Nullable Shop shop) {
        return new Support.Site(
                id,
                active,
                "",
                null,
                supplier,
                repairsAt,
                opens,
                Map.of(),
                shop,
                usd(id + ".investment", opens == null ? 0 : 30e6),
                usd(id + ".yearlyCost", 1e5));
    }

    /// A contract of 900 million dollars, 15 % in advance.
    public static Programme.Contract contract(
            String id, @Nullable String after, Map<String, Programme.Delivery> deliveries) {
        return new Programme.Contract(
                id,
                true,
                "",
                day(id + ".signed", START),
                after,
                null,
                null,
                usd(id + ".price", 900e6),
                "USD",
                share(id + ".advance", 0.15),
                days(id + ".advanceAfter", 30),
                Map.of(),
                perYear(id + ".escalation", 0),
                null,
                null,
                share(id + ".stuck", 0.2),
                days(id + ".stuckTime", 100),
                share(id + ".loss", 0.05),
                days(id + ".lossTime", 180),
                days(id + ".deployment", 60),
                Programme.Basis.EXPECTED,
                deliveries);
    }

    /// A squadron at `base`.
    public static Programme.Delivery delivery(
            String id,
            @Nullable Quantity due,
            @Nullable Quantity arrives,
            @Nullable Quantity afterSigning) {
        return new Programme.Delivery(id, "squadron", "base", due, arrives, afterSigning);
    }

    /// The milestone of `u2`.
    public static Quantity milestone() {
        return new Quantity(
                "u2-arrives",
                Dimension.DATE,
                null,
                new Quantity.Foretold(
                        "u2-delivery",
                        new Quantity.Slip(
                                between("slip", Dimension.SHARE, 0, 0.5),
                                perYear("shockPerYear", 0.1),
                                days("shock", 180))));
    }

    /// A claim about a date.
    public static Claim dated(
            String id, Claim.Status status, LocalDate made, LocalDate first, LocalDate last) {
        return claim(
                id,
                "u2-delivery",
                Dimension.DATE,
                new Span(first.toEpochDay(), Double.NaN, last.toEpochDay(), null),
                status,
                made,
                null);
    }

    private static Claim claim(
            String id,
            String of,
            Dimension dimension,
            Span span,
            Claim.Status status,
            LocalDate known,
            @Nullable LocalDate asOf) {
        return new Claim(
                id,
                of,
                "",
                "",
                dimension,
                span,
                status,
                known,
                status == Claim.Status.ACTUAL ? null : known,
                asOf,
                asOf,
                "",
                Grade.A,
                Claim.Kind.REPORTED,
                "",
                "",
                "",
                id + ":1");
    }

    private static Claim rate(String id, double inrPerUsd, LocalDate day) {
        return claim(
                id,
                "inr-per-usd",
                Dimension.EXCHANGE,
                Span.of(inrPerUsd, "INR/USD"),
                Claim.Status.ACTUAL,
                day,
                day);
    }

    /// The claims: two rates of the rupee, a promise and a forecast for `u2`.
    public static Map<String, Claim> claims() {
        var claims = new LinkedHashMap<String, Claim>();
        for (Claim c :
                List.of(
                        rate("fx-2025", 85, LocalDate.of(2025, 12, 31)),
                        rate("fx-2026", 90, LocalDate.of(2026, 5, 31)),
                        dated(
                                "u2-promise",
                                Claim.Status.PROMISED,
                                START,
                                LocalDate.of(2027, 1, 1),
                                LocalDate.of(2027, 1, 1)),
                        dated(
                                "u2-forecast",
                                Claim.Status.FORECAST,
                                LocalDate.of(2026, 3, 1),
                                LocalDate.of(2027, 5, 1),
                                LocalDate.of(2027, 7, 1)))) {
            claims.put(c.id(), c);
        }
        return claims;
    }

    /// Catalogue with one part, one missile and the type `squadron`.
    public static Catalogue catalogue() {
        var type =
                new Catalogue.UnitType(
                        "Squadron",
                        Map.of(
                                "radar",
                                new Catalogue.Slot(
                                        "radar", 2, 2, 1, share("operating", 0.5), null)),
                        Map.of("radar", new Catalogue.Spares(count("spares", 1))),
                        Map.of("long", new Catalogue.Load(count("load", 8))),
                        Map.of(),
                        Map.of(),
                        usd("unit.yearlyCost", 1e6));
        return new Catalogue(
                Map.of("radar", part("radar", between("mtbf", Dimension.DURATION, 3e6, 5e6))),
                Map.of(
                        "long",
                        new Catalogue.Missile(
                                "Long",
                                usd("long.price", 1e6),
                                days("life", 700),
                                days("extension", 300),
                                share("extensionShare", 0.1))),
                Map.of("squadron", type));
    }

    /// How studies are run: 8 draws, one replication, fiscal dates, plans compared with `baseline`.
    public static Study study() {
        return new Study(
                5,
                8,
                32,
                2,
                1,
                null,
                "baseline",
                List.of(LocalDate.of(2027, 3, 31), LocalDate.of(2028, 3, 31)),
                List.of(),
                new Study.Holds(share("stopped", 0.8), share("kept", 0.8)),
                List.of(),
                Map.of(),
                Map.of(),
                Study.Questions.GENERAL,
                Map.of(),
                Map.of());
    }

    /// The scenario.
    public static Scenario scenario() {
        var sites = new LinkedHashMap<String, Support.Site>();
        sites.put("base", site("base", true, "maker", List.of("depot", "maker"), null, null));
        sites.put(
                "maker",
                site(
                        "maker",
                        true,
                        null,
                        List.of(),
                        null,
                        shop(
                                "maker",
                                4,
                                between(
                                        "maker.repairTime",
                                        Dimension.DURATION,
                                        150 * Measures.DAY_SEC,
                                        300 * Measures.DAY_SEC))));
        sites.put(
                "depot",
                site(
                        "depot",
                        false,
                        "maker",
                        List.of(),
                        period("depot.opens", LocalDate.of(2027, 7, 1), LocalDate.of(2027, 12, 1)),
                        shop("depot", 2, days("depot.repairTime", 90))));
        var deliveries = new LinkedHashMap<String, Programme.Delivery>();
        deliveries.put(
                "u1",
                delivery(
                        "u1",
                        null,
                        period("u1-arrives", LocalDate.of(2026, 7, 1), LocalDate.of(2026, 12, 1)),
                        null));
        deliveries.put("u2", delivery("u2", null, milestone(), null));
        return new Scenario(
                Scenario.SCHEMA,
                "Made",
                "",
                START,
                END,
                AS_OF,
                null,
                Map.of(),
                claims(),
                new Money(
                        "USD",
                        List.of("INR"),
                        Map.of(
                                "INR",
                                new Money.Rate(
                                        "inr-per-usd",
                                        perYear("drift", 0.03),
                                        share("scatter", 0.05))),
                        perYear("discount", 0.04),
                        Discounting.Convention.DAY,
                        null,
                        Month.APRIL,
                        null,
                        perYear("inflation", 0),
                        Map.of(),
                        null,
                        Map.of()),
                catalogue(),
                new Support(
                        sites,
                        Map.of(
                                "road",
                                new Support.Link(
                                        "base", "maker", days("road", 45), share("road.s", 0.5))),
                        Map.of(),
                        Map.of()),
                new Programme(Map.of("first", contract("first", null, deliveries)), Map.of()),
                null,
                study(),
                Map.of());
    }

    /// A plan that leaves a scenario as it is.
    public static PlannedScenario plan(String id, Scenario scenario, DatedChange... dated) {
        return new PlannedScenario(
                id, new Plan(id, "", "", null, List.of()), scenario, List.of(dated));
    }

    /// The plan `depot`, in which the depot opens.
    public static PlannedScenario depot() {
        return plan("depot", Paths.with(scenario(), "support.sites.depot.active", true));
    }

    /// A realiser for the scenario.
    public static Realiser realiser(Scenario scenario) {
        return new Realiser(Realiser.evidence(scenario, AS_OF), scenario.study().seed());
    }
}
